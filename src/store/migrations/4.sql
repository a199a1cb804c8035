-- Passages, tags and notes: what the reader makes. An offset counts code points of the text of a
-- version. Each table bears the number of its rows' last change, for what is derived to follow.

ALTER TABLE library ADD COLUMN coding INTEGER NOT NULL DEFAULT 0; -- number of the last change of a passage, a tag, a sheet

-- a source's articles, and the sources of all, without a look at the table
DROP INDEX article_source;
CREATE INDEX article_source ON article (source, sort, row, removed) WHERE removed IS NULL;

CREATE TABLE tag (
  row         INTEGER PRIMARY KEY,
  id          TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  key         TEXT    NOT NULL,        -- the name as it is found
  parent      INTEGER REFERENCES tag,
  colour      TEXT    NOT NULL,
  description TEXT    NOT NULL,
  letter      TEXT,
  passages    INTEGER NOT NULL DEFAULT 0, -- that bear it, removed articles apart
  articles    INTEGER NOT NULL DEFAULT 0, -- that bear it as a whole or in a passage, removed ones apart
  change      INTEGER NOT NULL
) STRICT;
CREATE INDEX tag_name   ON tag (name);
CREATE INDEX tag_key    ON tag (key);
CREATE INDEX tag_parent ON tag (parent) WHERE parent IS NOT NULL;
CREATE INDEX tag_letter ON tag (letter) WHERE letter IS NOT NULL;

CREATE TABLE passage (
  row      INTEGER PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  version  INTEGER NOT NULL,           -- the span as it was marked
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  quote    TEXT    NOT NULL,
  prefix   TEXT    NOT NULL,
  suffix   TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  words    TEXT    NOT NULL,           -- quote and note as they are found
  colour   TEXT,
  coder    TEXT    NOT NULL,
  created  INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  change   INTEGER NOT NULL
) STRICT;
-- what filter words are looked for in
CREATE INDEX passage_article ON passage (article, words);
CREATE INDEX passage_created ON passage (created, article);
CREATE INDEX passage_change  ON passage (change);

-- Where it stands in the current version of its article, worked out from the span as it was marked;
-- without a start nowhere.
CREATE TABLE placement (
  passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
  article INTEGER NOT NULL,
  version INTEGER NOT NULL,
  start   INTEGER,
  end     INTEGER,
  how     TEXT,
  text    TEXT                         -- the words there, where they are not those of the quote
) STRICT;
-- an article's passages in their order, and all there are
CREATE INDEX placement_place ON placement (article, start, end DESC, how);

CREATE TABLE passage_tag (
  passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
  tag     INTEGER NOT NULL REFERENCES tag,
  nth     INTEGER NOT NULL,            -- the first one gives the colour
  PRIMARY KEY (passage, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_tag_tag ON passage_tag (tag, passage);

-- What is said of an article as a whole.
CREATE TABLE article_tag (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  tag     INTEGER NOT NULL REFERENCES tag,
  nth     INTEGER NOT NULL,
  PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag, article);

CREATE TABLE sheet (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  note    TEXT    NOT NULL,
  work    TEXT
) STRICT;
CREATE INDEX sheet_work ON sheet (work) WHERE work IS NOT NULL;

-- Passages that are gone, for what is derived to forget them.
CREATE TABLE passage_gone (
  change INTEGER PRIMARY KEY,
  id     TEXT NOT NULL
) STRICT;

-- The log's lines and their taking back are numbered as one: which of them came after which.
CREATE INDEX log_session ON log (session, number);
CREATE INDEX log_undone  ON log (undone) WHERE undone IS NOT NULL;

-- How often an article bears a tag: as a whole, and in how many passages.
CREATE TABLE bearing (
  tag      INTEGER NOT NULL,
  article  INTEGER NOT NULL,
  whole    INTEGER NOT NULL DEFAULT 0,
  passages INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tag, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX bearing_article ON bearing (article);

-- what a cascade deletes knows its passage and its article no more
CREATE TRIGGER passage_ends BEFORE DELETE ON passage BEGIN
  DELETE FROM passage_tag WHERE passage = old.row;
END;
CREATE TRIGGER article_ends BEFORE DELETE ON article BEGIN
  UPDATE library SET coding = coding + 1
    WHERE EXISTS (SELECT 1 FROM article_tag WHERE article = old.row);
  DELETE FROM passage WHERE article = old.row;
  DELETE FROM article_tag WHERE article = old.row;
END;
CREATE TRIGGER passage_tag_comes AFTER INSERT ON passage_tag BEGIN
  INSERT INTO bearing (tag, article, passages)
    SELECT new.tag, article, 1 FROM passage WHERE row = new.passage
    ON CONFLICT DO UPDATE SET passages = passages + 1;
END;
CREATE TRIGGER passage_tag_goes BEFORE DELETE ON passage_tag BEGIN
  UPDATE bearing SET passages = passages - 1
    WHERE tag = old.tag AND article = (SELECT article FROM passage WHERE row = old.passage);
END;
CREATE TRIGGER article_tag_comes AFTER INSERT ON article_tag BEGIN
  INSERT INTO bearing (tag, article, whole) VALUES (new.tag, new.article, 1)
    ON CONFLICT DO UPDATE SET whole = 1;
END;
CREATE TRIGGER article_tag_goes AFTER DELETE ON article_tag BEGIN
  UPDATE bearing SET whole = 0 WHERE tag = old.tag AND article = old.article;
END;
CREATE TRIGGER bearing_ends AFTER UPDATE ON bearing WHEN new.whole = 0 AND new.passages = 0 BEGIN
  DELETE FROM bearing WHERE tag = new.tag AND article = new.article;
END;
CREATE TRIGGER bearing_counts_in AFTER INSERT ON bearing
WHEN EXISTS (SELECT 1 FROM article WHERE row = new.article AND removed IS NULL) BEGIN
  UPDATE tag SET passages = passages + new.passages, articles = articles + 1 WHERE row = new.tag;
END;
CREATE TRIGGER bearing_counts AFTER UPDATE ON bearing
WHEN EXISTS (SELECT 1 FROM article WHERE row = new.article AND removed IS NULL) BEGIN
  UPDATE tag SET passages = passages + new.passages - old.passages WHERE row = new.tag;
END;
CREATE TRIGGER bearing_counts_out AFTER DELETE ON bearing
WHEN EXISTS (SELECT 1 FROM article WHERE row = old.article AND removed IS NULL) BEGIN
  UPDATE tag SET passages = passages - old.passages, articles = articles - 1 WHERE row = old.tag;
END;
CREATE TRIGGER article_hides AFTER UPDATE OF removed ON article
WHEN (old.removed IS NULL) <> (new.removed IS NULL) BEGIN
  UPDATE library SET coding = coding + 1
    WHERE EXISTS (SELECT 1 FROM passage WHERE article = new.row)
       OR EXISTS (SELECT 1 FROM bearing WHERE article = new.row);
  UPDATE tag SET
    passages = tag.passages + iif(new.removed IS NULL, 1, -1) * b.passages,
    articles = tag.articles + iif(new.removed IS NULL, 1, -1)
    FROM bearing b WHERE b.article = new.row AND tag.row = b.tag;
END;
