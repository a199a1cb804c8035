-- The reader's list: every order of it comes from an index that holds all that is asked, its counts
-- are kept as articles come, go and are read.

DROP INDEX article_order;
DROP INDEX article_source;
-- that they hold 'removed', which is null in all of them, lets SQLite leave the table alone
CREATE INDEX article_order   ON article (sort, row, removed) WHERE removed IS NULL;
-- what filter words are looked for in
CREATE INDEX article_words   ON article (sort, row, title, source, author, removed) WHERE removed IS NULL;
CREATE INDEX article_source  ON article (source, sort, row)  WHERE removed IS NULL;
CREATE INDEX article_unread  ON article (sort, row)          WHERE removed IS NULL AND read IS NULL;
CREATE INDEX article_starred ON article (sort, row)          WHERE removed IS NULL AND starred IS NOT NULL;

ALTER TABLE library ADD COLUMN articles INTEGER NOT NULL DEFAULT 0; -- that are not removed
ALTER TABLE library ADD COLUMN unread   INTEGER NOT NULL DEFAULT 0; -- of them
UPDATE library SET
  articles = (SELECT count(*) FROM article WHERE removed IS NULL),
  unread   = (SELECT count(*) FROM article WHERE removed IS NULL AND read IS NULL);

CREATE TRIGGER article_comes AFTER INSERT ON article WHEN new.removed IS NULL BEGIN
  UPDATE library SET articles = articles + 1, unread = unread + (new.read IS NULL);
END;
CREATE TRIGGER article_goes AFTER DELETE ON article WHEN old.removed IS NULL BEGIN
  UPDATE library SET articles = articles - 1, unread = unread - (old.read IS NULL);
END;
CREATE TRIGGER article_turns AFTER UPDATE OF removed, read ON article
WHEN (old.removed IS NULL) <> (new.removed IS NULL) OR (old.read IS NULL) <> (new.read IS NULL) BEGIN
  UPDATE library SET
    articles = articles + (new.removed IS NULL) - (old.removed IS NULL),
    unread   = unread + (new.removed IS NULL AND new.read IS NULL)
                      - (old.removed IS NULL AND old.read IS NULL);
END;

-- What the reader makes while reading. An offset counts code points of the text of a version.

-- Where an article was left.
CREATE TABLE place (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  version INTEGER NOT NULL,
  offset  INTEGER NOT NULL,
  made    INTEGER NOT NULL
) STRICT;
CREATE INDEX place_made ON place (made);

-- Spots with a name of one character.
CREATE TABLE mark (
  letter  TEXT    PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  version INTEGER NOT NULL,
  offset  INTEGER NOT NULL,
  made    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_article ON mark (article);
