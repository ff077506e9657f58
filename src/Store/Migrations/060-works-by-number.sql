-- The same works as before, found over numbers of keys and not over their text, in about half the time; and the payers of a work by name, so
-- that "works that this payer cites" needs no second pass.
DROP VIEW works_all;
DROP VIEW work_citations_all;
DROP VIEW works;
DROP VIEW work_citations;

-- Which work each current citation is of. Citations that share a key are of one work; it is named by its surest key. Three rounds of taking
-- the surest key within reach join a citation with only a title to one with only a PMID through a third that has DOI and PMID.
CREATE VIEW work_citations AS
WITH
  k AS MATERIALIZED (
    SELECT x.citation_id, x.rank, x.key, dense_rank() OVER (ORDER BY x.rank, x.key) AS id
    FROM citation_key x JOIN citation c USING (citation_id) JOIN version v USING (version_id) WHERE v.is_current = 1),
  own AS MATERIALIZED (SELECT citation_id, min(id) AS id FROM k GROUP BY citation_id),
  by_key1 AS MATERIALIZED (SELECT k.id AS key, min(own.id) AS id, count(*) AS citations FROM k JOIN own USING (citation_id) GROUP BY k.id),
  round1 AS MATERIALIZED (SELECT k.citation_id, min(b.id) AS id FROM k JOIN by_key1 b ON b.key = k.id GROUP BY k.citation_id),
  by_key2 AS MATERIALIZED (SELECT k.id AS key, min(r.id) AS id FROM k JOIN round1 r USING (citation_id) GROUP BY k.id),
  round2 AS MATERIALIZED (SELECT k.citation_id, min(b.id) AS id FROM k JOIN by_key2 b ON b.key = k.id GROUP BY k.citation_id),
  by_key3 AS MATERIALIZED (SELECT k.id AS key, min(r.id) AS id FROM k JOIN round2 r USING (citation_id) GROUP BY k.id),
  -- By what a citation came to its work: the surest of its keys that another citation has, too.
  found AS MATERIALIZED (
    SELECT k.citation_id, min(b.id) AS id, min(CASE WHEN s.citations > 1 THEN k.rank END) AS rank
    FROM k JOIN by_key3 b ON b.key = k.id JOIN by_key1 s ON s.key = k.id GROUP BY k.citation_id),
  named AS MATERIALIZED (SELECT id, min(key) AS work FROM k GROUP BY id)
SELECT n.work, f.citation_id, v.policy_id,
  CASE f.rank WHEN 0 THEN 'doi' WHEN 1 THEN 'pmid' WHEN 2 THEN 'pmcid' WHEN 3 THEN 'nct' WHEN 4 THEN 'title, year and first author' END AS evidence
FROM found f JOIN named n USING (id) JOIN citation c USING (citation_id) JOIN version v USING (version_id);

-- One row a work: how often it is cited, by how many policies and payers, and as its citations describe it.
CREATE VIEW works AS
SELECT w.work, min(c.kind) AS kind, max(c.title) AS title,
  coalesce(max(j.journal), max(c.container)) AS container, min(c.year) AS year, max(c.doi) AS doi, max(c.pmid) AS pmid, max(c.pmcid) AS pmcid,
  max(c.nct) AS nct, count(*) AS citations, count(DISTINCT v.policy_id) AS policies, count(DISTINCT v.payer_slug) AS payers,
  min(v.payer_slug) AS payer_slug, group_concat(DISTINCT w.evidence) AS evidence, group_concat(DISTINCT v.payer_slug) AS payer_slugs
FROM work_citations w JOIN citation c USING (citation_id) JOIN version v USING (version_id)
LEFT JOIN citation_journal j ON j.citation_id = c.citation_id
GROUP BY w.work;

CREATE VIEW works_all AS SELECT * FROM works;
CREATE VIEW work_citations_all AS SELECT * FROM work_citations;
