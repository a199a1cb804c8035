-- The first library: articles, their versions and raw documents, what a hand has set, the log.
-- Times are milliseconds since 1970 in Greenwich.

CREATE TABLE library (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  nonce  TEXT    NOT NULL,             -- renewed by a restore: what is derived must be rebuilt
  change INTEGER NOT NULL              -- number of the last change of an article
) STRICT;
INSERT INTO library VALUES (1, lower(hex(randomblob(16))), 0);

CREATE TABLE article (
  row       INTEGER PRIMARY KEY,
  id        TEXT    NOT NULL UNIQUE,
  title     TEXT    NOT NULL,          -- the fields as shown: a hand's value hides the page's
  author    TEXT,
  source    TEXT,
  section   TEXT,
  url       TEXT,
  source_id TEXT,
  date      TEXT,                      -- ISO 8601 cut to its precision
  sort      INTEGER NOT NULL,          -- minutes since 1970: the date's, else the day of adding
  updated   TEXT,
  language  TEXT,
  tags      TEXT    NOT NULL,          -- the source's tags, a JSON array
  words     INTEGER NOT NULL,
  origin    TEXT,                      -- name of the document it came from
  version   INTEGER NOT NULL,          -- number of the current version
  added     INTEGER NOT NULL,
  read      INTEGER,
  starred   INTEGER,
  removed   INTEGER,
  change    INTEGER NOT NULL UNIQUE    -- number of its last change
) STRICT;
CREATE INDEX article_order     ON article (sort, row);
CREATE INDEX article_source_id ON article (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX article_source    ON article (source, sort, row);

-- What makes an article itself, as hashes, strongest rank first: 1 address, 2 source and its own name
-- for the article, 3 a file of many and its name for the record, 4 file of one article, 5 text.
CREATE TABLE identity (
  rank    INTEGER NOT NULL,
  hash    BLOB    NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (rank, hash, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_article ON identity (article, rank);

CREATE TABLE version (
  row     INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  number  INTEGER NOT NULL,
  made    INTEGER NOT NULL,
  hash    BLOB    NOT NULL,            -- of the text
  form    BLOB    NOT NULL,            -- of blocks and flaws
  flaws   TEXT    NOT NULL,            -- JSON
  UNIQUE (article, number)
) STRICT;

-- The blocks of a version as JSON and then the document as it came, packed by zstd as one:
-- the document mostly says the same words again, which costs next to nothing.
CREATE TABLE document (
  version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
  came    INTEGER NOT NULL,            -- number of the change that brought it
  hash    BLOB    NOT NULL,            -- of the document as it came
  name    TEXT,
  blocks  INTEGER NOT NULL,            -- bytes of the blocks
  packed  BLOB    NOT NULL
) STRICT;

-- Documents that gave way to another one of the same article in the same run, by hash: an archive
-- that holds both changes nothing when it is added again.
CREATE TABLE outdone (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  hash    BLOB    NOT NULL,
  PRIMARY KEY (article, hash)
) STRICT, WITHOUT ROWID;

-- What a hand has set, and what the page states beneath it. A null value: set to nothing.
CREATE TABLE hand (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  field   TEXT    NOT NULL,
  value   TEXT,
  stated  TEXT,
  PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

-- What the reader said a block is, by the hash of its folded words: in one article, or in all of a source.
CREATE TABLE override (
  row     INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article ON DELETE CASCADE,
  source  TEXT,
  words   BLOB NOT NULL,
  kind    TEXT NOT NULL,
  CHECK ((article IS NULL) <> (source IS NULL))
) STRICT;
CREATE UNIQUE INDEX override_article ON override (article, words) WHERE article IS NOT NULL;
CREATE UNIQUE INDEX override_source  ON override (source, words)  WHERE source IS NOT NULL;

-- Changes that can be taken back, in their order.
CREATE TABLE log (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  made    INTEGER NOT NULL,
  coder   TEXT    NOT NULL,
  session TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  before  TEXT    NOT NULL,            -- JSON
  after   TEXT    NOT NULL,            -- JSON
  undone  INTEGER
) STRICT;

-- Articles that are gone for good, for what is derived to forget them.
CREATE TABLE gone (
  change INTEGER PRIMARY KEY,
  id     TEXT NOT NULL
) STRICT;
