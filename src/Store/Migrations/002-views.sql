-- The product's public face (columns are promised: add, never rename or drop). NAME shows current versions, NAME_all every version.
CREATE VIEW policies_all AS
SELECT v.policy_id, v.payer, v.payer_slug, v.policy_number, v.title, v.category, v.lines_of_business, v.states, v.stance,
  v.original_effective_date, v.effective_date, v.last_review_date, v.next_review_date, v.source, v.media_type, v.pages, v.sha256, v.version,
  (SELECT count(*) FROM version o WHERE o.policy_id = v.policy_id) AS version_count,
  CASE WHEN v.archived = 1 OR p.retired_at IS NOT NULL THEN 'retired' WHEN v.is_current = 1 THEN 'current' ELSE 'superseded' END AS status,
  p.first_ingested_at,
  (SELECT max(o.ingested_at) FROM version o WHERE o.policy_id = v.policy_id) AS last_ingested_at,
  v.version_id
FROM version v JOIN policy p USING (policy_id);

CREATE VIEW policies AS
SELECT a.policy_id, a.payer, a.payer_slug, a.policy_number, a.title, a.category, a.lines_of_business, a.states, a.stance,
  a.original_effective_date, a.effective_date, a.last_review_date, a.next_review_date, a.source, a.media_type, a.pages, a.sha256, a.version,
  a.version_count, a.status, a.first_ingested_at, a.last_ingested_at
FROM version v JOIN policies_all a USING (version_id) WHERE v.is_current = 1;

CREATE VIEW texts_all AS
SELECT v.policy_id, v.version_id, t.text FROM document_text t JOIN version v USING (version_id);

CREATE VIEW texts AS
SELECT v.policy_id, v.version_id, t.text FROM document_text t JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW sections_all AS
SELECT f.section_id, v.policy_id, f.parent_section_id, f.ordinal, f.level, f.heading, f.kind, f.confidence, f.page,
  f.span_start, f.span_end, f.version_id
FROM section f JOIN version v USING (version_id);

CREATE VIEW sections AS
SELECT f.section_id, v.policy_id, f.parent_section_id, f.ordinal, f.level, f.heading, f.kind, f.confidence, f.page,
  f.span_start, f.span_end
FROM section f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW positions_all AS
SELECT f.position_id, v.policy_id, f.section_id, f.ordinal, f.stance, f.conditional, f.subject, f.line_of_business, f.statement,
  f.confidence, f.page, f.span_start, f.span_end, f.version_id
FROM position f JOIN version v USING (version_id);

CREATE VIEW positions AS
SELECT f.position_id, v.policy_id, f.section_id, f.ordinal, f.stance, f.conditional, f.subject, f.line_of_business, f.statement,
  f.confidence, f.page, f.span_start, f.span_end
FROM position f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW criteria_all AS
SELECT f.criterion_id, v.policy_id, f.position_id, f.parent_criterion_id, f.ordinal, f.label, f.operator, f.minimum, f.text,
  f.page, f.span_start, f.span_end, f.version_id
FROM criterion f JOIN version v USING (version_id);

CREATE VIEW criteria AS
SELECT f.criterion_id, v.policy_id, f.position_id, f.parent_criterion_id, f.ordinal, f.label, f.operator, f.minimum, f.text,
  f.page, f.span_start, f.span_end
FROM criterion f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW codes_all AS
SELECT f.code_id, v.policy_id, f.section_id, f.ordinal, f.code, f.code_end, f.system, f.description, f.note, f.group_label,
  f.stance, f.effective_date, f.end_date, f.page, f.span_start, f.span_end, f.confidence, f.version_id
FROM code f JOIN version v USING (version_id);

CREATE VIEW codes AS
SELECT f.code_id, v.policy_id, f.section_id, f.ordinal, f.code, f.code_end, f.system, f.description, f.note, f.group_label,
  f.stance, f.effective_date, f.end_date, f.page, f.span_start, f.span_end, f.confidence
FROM code f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW policy_dates_all AS
SELECT v.policy_id, f.kind, f.date, f.precision, f.raw, f.page, f.span_start, f.span_end, f.confidence, f.version_id
FROM policy_date f JOIN version v USING (version_id);

CREATE VIEW policy_dates AS
SELECT v.policy_id, f.kind, f.date, f.precision, f.raw, f.page, f.span_start, f.span_end, f.confidence
FROM policy_date f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW history_all AS
SELECT f.entry_id, v.policy_id, f.ordinal, f.date, f.action, f.actor, f.note, f.page, f.span_start, f.span_end, f.version_id
FROM history_entry f JOIN version v USING (version_id);

CREATE VIEW history AS
SELECT f.entry_id, v.policy_id, f.ordinal, f.date, f.action, f.actor, f.note, f.page, f.span_start, f.span_end
FROM history_entry f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW citations_all AS
SELECT f.citation_id, v.policy_id, f.ordinal, f.label, f.kind, f.authors, f.title, f.container, f.year, f.volume, f.issue,
  f.pages, f.doi, f.pmid, f.pmcid, f.nct, f.url, f.accessed_date, f.raw, f.page, f.span_start, f.span_end, f.version_id
FROM citation f JOIN version v USING (version_id);

CREATE VIEW citations AS
SELECT f.citation_id, v.policy_id, f.ordinal, f.label, f.kind, f.authors, f.title, f.container, f.year, f.volume, f.issue,
  f.pages, f.doi, f.pmid, f.pmcid, f.nct, f.url, f.accessed_date, f.raw, f.page, f.span_start, f.span_end
FROM citation f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW trials_all AS
SELECT v.policy_id, f.nct, f.title, f.status, f.enrollment, f.completion_date, f.page, f.span_start, f.span_end, f.version_id
FROM trial f JOIN version v USING (version_id);

CREATE VIEW trials AS
SELECT v.policy_id, f.nct, f.title, f.status, f.enrollment, f.completion_date, f.page, f.span_start, f.span_end
FROM trial f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW clearances_all AS
SELECT v.policy_id, f.authority, f.pathway, f.number, f.product_code, f.device, f.date, f.page, f.span_start, f.span_end,
  f.version_id
FROM clearance f JOIN version v USING (version_id);

CREATE VIEW clearances AS
SELECT v.policy_id, f.authority, f.pathway, f.number, f.product_code, f.device, f.date, f.page, f.span_start, f.span_end
FROM clearance f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW guidelines_all AS
SELECT v.policy_id, f.organization, f.year, f.text, f.page, f.span_start, f.span_end, f.version_id
FROM guideline f JOIN version v USING (version_id);

CREATE VIEW guidelines AS
SELECT v.policy_id, f.organization, f.year, f.text, f.page, f.span_start, f.span_end
FROM guideline f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW definitions_all AS
SELECT v.policy_id, f.term, f.definition, f.page, f.span_start, f.span_end, f.version_id
FROM definition f JOIN version v USING (version_id);

CREATE VIEW definitions AS
SELECT v.policy_id, f.term, f.definition, f.page, f.span_start, f.span_end
FROM definition f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW keywords_all AS
SELECT v.policy_id, f.keyword, f.page, f.span_start, f.span_end, f.version_id
FROM keyword f JOIN version v USING (version_id);

CREATE VIEW keywords AS
SELECT v.policy_id, f.keyword, f.page, f.span_start, f.span_end
FROM keyword f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW findings_all AS
SELECT v.policy_id, f.rule, f.severity, f.message, f.page, f.span_start, f.span_end, f.version_id
FROM finding f JOIN version v USING (version_id);

CREATE VIEW findings AS
SELECT v.policy_id, f.rule, f.severity, f.message, f.page, f.span_start, f.span_end
FROM finding f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW nothing_found_all AS
SELECT v.policy_id, f.what, f.why, f.version_id
FROM absence f JOIN version v USING (version_id);

CREATE VIEW nothing_found AS
SELECT v.policy_id, f.what, f.why
FROM absence f JOIN version v USING (version_id) WHERE v.is_current = 1;

CREATE VIEW history_codes_all AS
SELECT h.entry_id, v.policy_id, c.code, c.code_end, c.system, c.change, h.version_id
FROM history_code c JOIN history_entry h USING (entry_id) JOIN version v USING (version_id);

CREATE VIEW history_codes AS
SELECT h.entry_id, v.policy_id, c.code, c.code_end, c.system, c.change
FROM history_code c JOIN history_entry h USING (entry_id) JOIN version v USING (version_id) WHERE v.is_current = 1;

-- A number in several editions leads to the first of them.
CREATE VIEW related_policies_all AS
SELECT v.policy_id, f.number, f.title,
  (SELECT min(p.policy_id) FROM policy p
   WHERE p.payer_slug = v.payer_slug AND p.number_key = f.number_key AND p.policy_id <> v.policy_id) AS related_policy_id,
  f.page, f.span_start, f.span_end, f.version_id
FROM related_policy f JOIN version v USING (version_id);

CREATE VIEW related_policies AS
SELECT v.policy_id, f.number, f.title,
  (SELECT min(p.policy_id) FROM policy p
   WHERE p.payer_slug = v.payer_slug AND p.number_key = f.number_key AND p.policy_id <> v.policy_id) AS related_policy_id,
  f.page, f.span_start, f.span_end
FROM related_policy f JOIN version v USING (version_id) WHERE v.is_current = 1;

-- Of these every row is shown: they are about versions and runs, not of one version.
CREATE VIEW versions AS
SELECT version_id, policy_id, version, sha256, source, ingested_at, extractor_fingerprint, extracted_at FROM version;
CREATE VIEW versions_all AS SELECT * FROM versions;

CREATE VIEW changes AS
SELECT c.change_id, t.policy_id, f.version AS from_version, t.version AS to_version, c.kind, c.subject, c.before, c.after, c.detected_at
FROM change c JOIN version t ON t.version_id = c.to_version_id LEFT JOIN version f ON f.version_id = c.from_version_id;
CREATE VIEW changes_all AS
SELECT c.change_id, t.policy_id, f.version AS from_version, t.version AS to_version, c.kind, c.subject, c.before, c.after, c.detected_at,
  c.to_version_id AS version_id
FROM change c JOIN version t ON t.version_id = c.to_version_id LEFT JOIN version f ON f.version_id = c.from_version_id;

CREATE VIEW runs AS
SELECT r.run_id, r.command, r.started_at, r.finished_at, r.status,
  count(i.run_item_id) AS documents, coalesce(sum(i.outcome = 'added'), 0) AS added, coalesce(sum(i.outcome = 'updated'), 0) AS updated,
  coalesce(sum(i.outcome = 'unchanged'), 0) AS unchanged, coalesce(sum(i.outcome = 'failed'), 0) AS failed, coalesce(sum(i.outcome = 'skipped'), 0) AS skipped,
  coalesce(sum(i.needs_review), 0) AS needs_review
FROM run r LEFT JOIN run_item i USING (run_id) GROUP BY r.run_id;
CREATE VIEW runs_all AS SELECT * FROM runs;

CREATE VIEW run_items AS
SELECT run_id, source, outcome, policy_id, version_id, reason, milliseconds, needs_review FROM run_item;
CREATE VIEW run_items_all AS SELECT * FROM run_items;
