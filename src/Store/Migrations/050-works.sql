-- What each citation can be recognised by, the surest kind first (rank 0 DOI, 1 PMID, 2 PMCID, 3 NCT, 4 title with year and first author).
CREATE TABLE citation_key (
  citation_id INTEGER NOT NULL REFERENCES citation ON DELETE CASCADE,
  rank        INTEGER NOT NULL,
  key         TEXT NOT NULL,
  PRIMARY KEY (citation_id, rank)
) WITHOUT ROWID;
CREATE INDEX citation_key_key ON citation_key (key, citation_id);

-- The journal under its NLM abbreviation, where the list of journals knows the container as printed.
CREATE TABLE citation_journal (
  citation_id INTEGER PRIMARY KEY REFERENCES citation ON DELETE CASCADE,
  journal     TEXT NOT NULL
);

-- Which work each current citation is of. Citations that share a key are of one work; it is named by its surest key. Three rounds of taking
-- the surest name within reach join a citation with only a title to one with only a PMID through a third that has DOI and PMID.
CREATE VIEW work_citations AS
WITH
  k AS (SELECT x.citation_id, x.rank, x.key, x.rank || ':' || x.key AS name
        FROM citation_key x JOIN citation c USING (citation_id) JOIN version v USING (version_id) WHERE v.is_current = 1),
  own AS MATERIALIZED (SELECT citation_id, min(name) AS name FROM k GROUP BY citation_id),
  by_key1 AS MATERIALIZED (SELECT k.key, min(own.name) AS name FROM k JOIN own USING (citation_id) GROUP BY k.key),
  round1 AS MATERIALIZED (SELECT k.citation_id, min(b.name) AS name FROM k JOIN by_key1 b USING (key) GROUP BY k.citation_id),
  by_key2 AS MATERIALIZED (SELECT k.key, min(r.name) AS name FROM k JOIN round1 r USING (citation_id) GROUP BY k.key),
  round2 AS MATERIALIZED (SELECT k.citation_id, min(b.name) AS name FROM k JOIN by_key2 b USING (key) GROUP BY k.citation_id),
  by_key3 AS MATERIALIZED (SELECT k.key, min(r.name) AS name FROM k JOIN round2 r USING (citation_id) GROUP BY k.key)
SELECT substr(min(b.name), 3) AS work, k.citation_id, c.policy_id,
  -- By what this citation came to the work: the surest of its keys that another citation has, too.
  (SELECT CASE min(m.rank) WHEN 0 THEN 'doi' WHEN 1 THEN 'pmid' WHEN 2 THEN 'pmcid' WHEN 3 THEN 'nct' WHEN 4 THEN 'title, year and first author' END
   FROM citation_key m WHERE m.citation_id = k.citation_id
     AND EXISTS (SELECT 1 FROM citation_key o WHERE o.key = m.key AND o.citation_id <> m.citation_id)) AS evidence
FROM k JOIN by_key3 b USING (key) JOIN citations c ON c.citation_id = k.citation_id
GROUP BY k.citation_id;

-- One row a work: how often it is cited, by how many policies and payers, and as its citations describe it.
CREATE VIEW works AS
SELECT w.work, min(c.kind) AS kind, max(c.title) AS title,
  coalesce(max(j.journal), max(c.container)) AS container, min(c.year) AS year, max(c.doi) AS doi, max(c.pmid) AS pmid, max(c.pmcid) AS pmcid,
  max(c.nct) AS nct, count(*) AS citations, count(DISTINCT c.policy_id) AS policies, count(DISTINCT p.payer_slug) AS payers,
  min(p.payer_slug) AS payer_slug, group_concat(DISTINCT w.evidence) AS evidence
FROM work_citations w JOIN citations c USING (citation_id) JOIN policies p ON p.policy_id = c.policy_id
LEFT JOIN citation_journal j ON j.citation_id = c.citation_id
GROUP BY w.work;

CREATE VIEW works_all AS SELECT * FROM works;
CREATE VIEW work_citations_all AS SELECT * FROM work_citations;
