-- The journal. Append-only, except that a value may be overwritten while its author still types it (squash)
-- and that personal values are emptied (erase). These tables only ever grow columns.
CREATE TABLE op (
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act INTEGER NOT NULL,
  ent TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  val TEXT,
  sum TEXT NOT NULL,
  PRIMARY KEY (writer, seq)
) STRICT;
CREATE INDEX op_row ON op (row, field);
CREATE INDEX op_act ON op (writer, act);

-- op (writer, seq) replaces, or has seen, op (bw, bs)
CREATE TABLE base (
  bw INTEGER NOT NULL,
  bs INTEGER NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (bw, bs, writer, seq)
) STRICT;
CREATE INDEX base_op ON base (writer, seq);

CREATE TABLE head (
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  PRIMARY KEY (row, field, writer, seq)
) STRICT;

-- one user command; undo and redo name the act they turn back
CREATE TABLE act (
  writer INTEGER NOT NULL,
  act INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  of_writer INTEGER,
  of_act INTEGER,
  PRIMARY KEY (writer, act)
) STRICT;
CREATE INDEX act_tick ON act (tick);

-- one opening of a file; here = 1 where it was this very file, 0 where it was learnt by merging
CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  laptop TEXT NOT NULL,
  person TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT,
  app TEXT NOT NULL,
  here INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE part (
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  part TEXT NOT NULL,
  val TEXT NOT NULL,
  num ANY,
  PRIMARY KEY (row, field, part)
) STRICT;

CREATE TABLE doc (
  id INTEGER PRIMARY KEY,
  row TEXT NOT NULL UNIQUE,
  ent TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE doc_fts USING fts5 (
  body, content = 'doc', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO doc_fts (doc_fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER doc_in AFTER INSERT ON doc BEGIN
  INSERT INTO doc_fts (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER doc_out AFTER DELETE ON doc BEGIN
  INSERT INTO doc_fts (doc_fts, rowid, body) VALUES ('delete', old.id, old.body);
END;
CREATE TRIGGER doc_new AFTER UPDATE OF body ON doc BEGIN
  INSERT INTO doc_fts (doc_fts, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO doc_fts (rowid, body) VALUES (new.id, new.body);
END;

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  val TEXT NOT NULL
) STRICT;
