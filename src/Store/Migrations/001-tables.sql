-- A policy is what its payer calls one; a version is one set of bytes of it, read by one set of extractors.
CREATE TABLE policy (
  policy_id         INTEGER PRIMARY KEY,
  identity_key      TEXT NOT NULL UNIQUE,
  payer_slug        TEXT,
  number_key        TEXT,
  retired_at        TEXT,
  first_ingested_at TEXT NOT NULL
);
CREATE INDEX policy_number ON policy (payer_slug, number_key);

CREATE TABLE version (
  version_id             INTEGER PRIMARY KEY,
  policy_id              INTEGER NOT NULL REFERENCES policy ON DELETE CASCADE,
  version                INTEGER NOT NULL,
  is_current             INTEGER NOT NULL DEFAULT 0,
  sha256                 TEXT NOT NULL UNIQUE,
  source                 TEXT NOT NULL,
  media_type             TEXT NOT NULL,
  pages                  INTEGER,
  run_id                 INTEGER,
  ingested_at            TEXT NOT NULL,
  extracted_at           TEXT NOT NULL,
  extractor_fingerprint  TEXT NOT NULL,
  sort_date              TEXT,
  sort_date_minor        TEXT,
  payer                  TEXT,
  payer_slug             TEXT,
  policy_number          TEXT,
  title                  TEXT,
  category               TEXT,
  lines_of_business      TEXT,
  states                 TEXT,
  stance                 TEXT,
  original_effective_date TEXT,
  effective_date         TEXT,
  last_review_date       TEXT,
  next_review_date       TEXT,
  archived               INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX version_policy ON version (policy_id, version);
CREATE UNIQUE INDEX version_current ON version (policy_id) WHERE is_current = 1;

-- Every name under which the bytes of a version were met.
CREATE TABLE version_source (
  source     TEXT NOT NULL,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  PRIMARY KEY (source, version_id)
) WITHOUT ROWID;
CREATE INDEX version_source_version ON version_source (version_id);

CREATE TABLE document_text (
  version_id INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  text       TEXT NOT NULL
);

CREATE TABLE section (
  section_id        INTEGER PRIMARY KEY,
  version_id        INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  parent_section_id INTEGER REFERENCES section DEFERRABLE INITIALLY DEFERRED,
  ordinal           INTEGER NOT NULL,
  level             INTEGER NOT NULL,
  heading           TEXT,
  kind              TEXT NOT NULL,
  confidence        REAL,
  page              INTEGER,
  span_start        INTEGER NOT NULL,
  span_end          INTEGER NOT NULL
);
CREATE INDEX section_version ON section (version_id);
CREATE INDEX section_parent ON section (parent_section_id);

CREATE TABLE position (
  position_id      INTEGER PRIMARY KEY,
  version_id       INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  section_id       INTEGER REFERENCES section DEFERRABLE INITIALLY DEFERRED,
  ordinal          INTEGER NOT NULL,
  stance           TEXT NOT NULL,
  conditional      INTEGER NOT NULL,
  subject          TEXT,
  line_of_business TEXT,
  statement        TEXT NOT NULL,
  confidence       REAL,
  page             INTEGER,
  span_start       INTEGER NOT NULL,
  span_end         INTEGER NOT NULL
);
CREATE INDEX position_version ON position (version_id);
CREATE INDEX position_section ON position (section_id);

CREATE TABLE criterion (
  criterion_id        INTEGER PRIMARY KEY,
  version_id          INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  position_id         INTEGER REFERENCES position DEFERRABLE INITIALLY DEFERRED,
  parent_criterion_id INTEGER REFERENCES criterion DEFERRABLE INITIALLY DEFERRED,
  ordinal             INTEGER NOT NULL,
  label               TEXT,
  operator            TEXT,
  minimum             INTEGER,
  text                TEXT NOT NULL,
  page                INTEGER,
  span_start          INTEGER NOT NULL,
  span_end            INTEGER NOT NULL
);
CREATE INDEX criterion_version ON criterion (version_id);
CREATE INDEX criterion_position ON criterion (position_id);
CREATE INDEX criterion_parent ON criterion (parent_criterion_id);

CREATE TABLE code (
  code_id        INTEGER PRIMARY KEY,
  version_id     INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  section_id     INTEGER REFERENCES section DEFERRABLE INITIALLY DEFERRED,
  ordinal        INTEGER NOT NULL,
  code           TEXT NOT NULL,
  code_end       TEXT,
  system         TEXT NOT NULL,
  description    TEXT,
  note           TEXT,
  group_label    TEXT,
  stance         TEXT,
  effective_date TEXT,
  end_date       TEXT,
  confidence     REAL,
  page           INTEGER,
  span_start     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL
);
CREATE INDEX code_version ON code (version_id);
CREATE INDEX code_section ON code (section_id);
CREATE INDEX code_code ON code (code);

CREATE TABLE policy_date (
  policy_date_id INTEGER PRIMARY KEY,
  version_id     INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  kind           TEXT NOT NULL,
  date           TEXT NOT NULL,
  precision      TEXT NOT NULL,
  raw            TEXT NOT NULL,
  confidence     REAL,
  page           INTEGER,
  span_start     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL
);
CREATE INDEX policy_date_version ON policy_date (version_id);

CREATE TABLE history_entry (
  entry_id   INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  date       TEXT,
  precision  TEXT,
  action     TEXT NOT NULL,
  actor      TEXT,
  note       TEXT,
  page       INTEGER,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL
);
CREATE INDEX history_entry_version ON history_entry (version_id);

CREATE TABLE history_code (
  history_code_id INTEGER PRIMARY KEY,
  entry_id        INTEGER NOT NULL REFERENCES history_entry ON DELETE CASCADE,
  code            TEXT NOT NULL,
  code_end        TEXT,
  system          TEXT NOT NULL,
  change          TEXT NOT NULL
);
CREATE INDEX history_code_entry ON history_code (entry_id);
CREATE INDEX history_code_code ON history_code (code);

CREATE TABLE citation (
  citation_id   INTEGER PRIMARY KEY,
  version_id    INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  ordinal       INTEGER NOT NULL,
  label         TEXT,
  kind          TEXT NOT NULL,
  authors       TEXT,
  title         TEXT,
  container     TEXT,
  year          INTEGER,
  volume        TEXT,
  issue         TEXT,
  pages         TEXT,
  doi           TEXT,
  pmid          TEXT,
  pmcid         TEXT,
  nct           TEXT,
  url           TEXT,
  accessed_date TEXT,
  raw           TEXT NOT NULL,
  page          INTEGER,
  span_start    INTEGER NOT NULL,
  span_end      INTEGER NOT NULL
);
CREATE INDEX citation_version ON citation (version_id);

CREATE TABLE trial (
  trial_id        INTEGER PRIMARY KEY,
  version_id      INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  nct             TEXT NOT NULL,
  title           TEXT,
  status          TEXT,
  enrollment      INTEGER,
  completion_date TEXT,
  page            INTEGER,
  span_start      INTEGER NOT NULL,
  span_end        INTEGER NOT NULL
);
CREATE INDEX trial_version ON trial (version_id);

CREATE TABLE clearance (
  clearance_id INTEGER PRIMARY KEY,
  version_id   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  authority    TEXT NOT NULL,
  pathway      TEXT,
  number       TEXT,
  product_code TEXT,
  device       TEXT,
  date         TEXT,
  page         INTEGER,
  span_start   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL
);
CREATE INDEX clearance_version ON clearance (version_id);

CREATE TABLE guideline (
  guideline_id INTEGER PRIMARY KEY,
  version_id   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  organization TEXT NOT NULL,
  year         INTEGER,
  text         TEXT NOT NULL,
  page         INTEGER,
  span_start   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL
);
CREATE INDEX guideline_version ON guideline (version_id);

CREATE TABLE definition (
  definition_id INTEGER PRIMARY KEY,
  version_id    INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  term          TEXT NOT NULL,
  definition    TEXT NOT NULL,
  page          INTEGER,
  span_start    INTEGER NOT NULL,
  span_end      INTEGER NOT NULL
);
CREATE INDEX definition_version ON definition (version_id);

CREATE TABLE keyword (
  keyword_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  keyword    TEXT NOT NULL,
  page       INTEGER,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL
);
CREATE INDEX keyword_version ON keyword (version_id);

CREATE TABLE related_policy (
  related_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  number     TEXT,
  number_key TEXT,
  title      TEXT,
  page       INTEGER,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL
);
CREATE INDEX related_policy_version ON related_policy (version_id);

-- A finding may be about the whole document, and then has no span.
CREATE TABLE finding (
  finding_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  rule       TEXT NOT NULL,
  severity   TEXT NOT NULL,
  message    TEXT NOT NULL,
  page       INTEGER,
  span_start INTEGER,
  span_end   INTEGER
);
CREATE INDEX finding_version ON finding (version_id);

CREATE TABLE absence (
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  what       TEXT NOT NULL,
  why        TEXT NOT NULL,
  PRIMARY KEY (version_id, what)
) WITHOUT ROWID;

-- from_version_id is NULL for the first version of a policy.
CREATE TABLE change (
  change_id       INTEGER PRIMARY KEY,
  from_version_id INTEGER REFERENCES version ON DELETE CASCADE,
  to_version_id   INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  kind            TEXT NOT NULL,
  subject         TEXT,
  before          TEXT,
  after           TEXT,
  detected_at     TEXT NOT NULL
);
CREATE INDEX change_to ON change (to_version_id);
CREATE INDEX change_from ON change (from_version_id);
CREATE INDEX change_detected ON change (detected_at);

CREATE TABLE run (
  run_id      INTEGER PRIMARY KEY,
  command     TEXT NOT NULL,
  started_at  TEXT NOT NULL,
  finished_at TEXT,
  status      TEXT NOT NULL
);

CREATE TABLE run_item (
  run_item_id  INTEGER PRIMARY KEY,
  run_id       INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  source       TEXT NOT NULL,
  outcome      TEXT NOT NULL,
  policy_id    INTEGER,
  version_id   INTEGER,
  reason       TEXT,
  needs_review INTEGER NOT NULL DEFAULT 0,
  milliseconds REAL NOT NULL
);
CREATE INDEX run_item_run ON run_item (run_id);

-- One row a section of every version; rowid is section_id.
CREATE VIRTUAL TABLE section_search USING fts5 (title, heading, body, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER section_unindexed AFTER DELETE ON section BEGIN
  DELETE FROM section_search WHERE rowid = old.section_id;
END;
