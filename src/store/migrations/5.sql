-- Related stories: what the index follows, what the reader says of two articles, the way through
-- what was read.

-- Number of an article's last change of what is found in it. Unlike `change` it stays where it is
-- when the article is read or gets a star. A number is given once: no two articles share one.
ALTER TABLE article ADD COLUMN matter INTEGER NOT NULL DEFAULT 0;
UPDATE article SET matter = change;
CREATE UNIQUE INDEX article_matter ON article (matter);

-- Number of a sheet's last change; where there is none any more, that of its end.
ALTER TABLE sheet ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
UPDATE sheet SET change = (SELECT coding FROM library);
CREATE INDEX sheet_change ON sheet (change);
CREATE TABLE sheet_gone (
  change  INTEGER PRIMARY KEY,
  article TEXT NOT NULL
) STRICT;

-- What the reader says of two articles, whatever the index finds. By their ids, which a backup of
-- one of them keeps.
CREATE TABLE bond (
  one     TEXT    NOT NULL,
  other   TEXT    NOT NULL,
  related INTEGER NOT NULL,            -- 0: they are not
  made    INTEGER NOT NULL,
  coder   TEXT    NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX bond_other ON bond (other);

CREATE TRIGGER bond_ends AFTER DELETE ON article
WHEN EXISTS (SELECT 1 FROM bond WHERE one = old.id OR other = old.id) BEGIN
  UPDATE library SET coding = coding + 1;
  DELETE FROM bond WHERE one = old.id OR other = old.id;
END;

-- The way through what was read: 0 is the open article, what is gone back to lies before it, what
-- is gone forward to behind it.
CREATE TABLE trail (
  nth     INTEGER PRIMARY KEY,
  article TEXT NOT NULL
) STRICT;
