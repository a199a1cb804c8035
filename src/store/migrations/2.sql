-- What the reader says of blocks is acted upon (the table override): what import says beneath is kept,
-- for articles where both differ in the current version.
-- A version made by such a word comes from the same document as the one before it: the document goes
-- with the newer one, and the older keeps its blocks alone and the hash by which the bytes are found.

CREATE TABLE said (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  title   TEXT NOT NULL,
  flaws   TEXT NOT NULL,               -- JSON
  kinds   TEXT NOT NULL                -- JSON: place of the block -> kind
) STRICT;
