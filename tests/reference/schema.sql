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
CREATE TABLE "analysis" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "line" TEXT,
  "relevant" TEXT,
  "dimension" TEXT,
  "subdimension" TEXT,
  "issue" TEXT,
  "existing" TEXT,
  "proposal" TEXT,
  "ict" TEXT,
  "integration" TEXT,
  "partners" TEXT,
  "horizon" TEXT,
  "quickwin" TEXT,
  "note" TEXT,
  "obstacle" TEXT,
  "solution" TEXT,
  "review" TEXT
) STRICT;
CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE base (
  bw INTEGER NOT NULL,
  bs INTEGER NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (bw, bs, writer, seq)
) STRICT;
CREATE TABLE "basis" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "text" TEXT
) STRICT;
CREATE TABLE "dimension" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "code" TEXT,
  "name" TEXT,
  "color" TEXT,
  "definition" TEXT,
  "alias" TEXT,
  "retired" INTEGER
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
CREATE TABLE "document" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "opd" TEXT,
  "title" TEXT,
  "period_start" INTEGER,
  "period_end" INTEGER,
  "base_year" INTEGER,
  "status" TEXT,
  "format" TEXT,
  "source_name" TEXT,
  "source_sha256" TEXT,
  "source_sheet" TEXT,
  "multiplier" INTEGER,
  "read_at" TEXT
) STRICT;
CREATE TABLE head (
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  PRIMARY KEY (row, field, writer, seq)
) STRICT;
CREATE TABLE "identity" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "subject" TEXT,
  "nip" TEXT,
  "phone" TEXT
) STRICT;
CREATE TABLE "indicator" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "line" TEXT,
  "name" TEXT,
  "unit" TEXT,
  "baseline" TEXT,
  "baseline_year" TEXT,
  "direction" TEXT
) STRICT;
CREATE TABLE "issue" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "dimension" TEXT,
  "subdimension" TEXT,
  "text" TEXT,
  "fact" TEXT,
  "fact_year" TEXT,
  "fact_source" TEXT,
  "cause" TEXT,
  "impact" TEXT,
  "priority" INTEGER,
  "direction" TEXT
) STRICT;
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  val TEXT NOT NULL
) STRICT;
CREATE TABLE "note" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "session" TEXT,
  "opd" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "owner" TEXT,
  "owner_opd" TEXT,
  "due" TEXT,
  "state" TEXT,
  "made_at" TEXT
) STRICT;
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
CREATE TABLE "opd" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "name" TEXT,
  "short" TEXT,
  "kind" TEXT,
  "dimension" TEXT,
  "table_no" TEXT,
  "head" TEXT,
  "renstra_required" INTEGER
) STRICT;
CREATE TABLE part (
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  part TEXT NOT NULL,
  val TEXT NOT NULL,
  num ANY,
  PRIMARY KEY (row, field, part)
) STRICT;
CREATE TABLE "person" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "name" TEXT,
  "position" TEXT,
  "opd" TEXT,
  "institution" TEXT,
  "body" TEXT,
  "element" TEXT
) STRICT;
CREATE TABLE "photo" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "session" TEXT,
  "opd" TEXT,
  "picture" TEXT,
  "caption" TEXT,
  "source_name" TEXT,
  "made_at" TEXT
) STRICT;
CREATE TABLE "plan_point" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "text" TEXT,
  "code" TEXT
) STRICT;
CREATE TABLE "renstra_line" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "document" TEXT,
  "parent" TEXT,
  "level" TEXT,
  "code" TEXT,
  "name" TEXT,
  "unit" TEXT,
  "location" TEXT,
  "support" INTEGER,
  "source_sheet" TEXT,
  "source_row" INTEGER
) STRICT;
CREATE TABLE "session" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "date" TEXT,
  "title" TEXT,
  "start_plan" TEXT,
  "end_plan" TEXT,
  "started_at" TEXT,
  "ended_at" TEXT,
  "place" TEXT,
  "leader" TEXT,
  "worksheet" TEXT,
  "timer_minutes" INTEGER,
  "timer_started_at" TEXT
) STRICT;
CREATE TABLE "sheet" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "opd" TEXT,
  "dimension" TEXT,
  "number" TEXT,
  "chair" TEXT,
  "scribe" TEXT,
  "mentor" TEXT,
  "status" TEXT,
  "on_paper" INTEGER
) STRICT;
CREATE TABLE "sheet_column" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "key" TEXT,
  "label" TEXT,
  "kind" TEXT,
  "unit" TEXT,
  "choices" TEXT,
  "width" INTEGER,
  "help" TEXT,
  "bound" TEXT,
  "section" TEXT,
  "hidden" INTEGER,
  "wanted" INTEGER
) STRICT;
CREATE TABLE "signer" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "heading" TEXT,
  "prefix" TEXT,
  "position" TEXT,
  "name" TEXT,
  "rank" TEXT
) STRICT;
CREATE TABLE "stage" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "number" INTEGER,
  "title" TEXT,
  "date_start" TEXT,
  "date_end" TEXT,
  "place" TEXT,
  "goal" TEXT
) STRICT;
CREATE TABLE "subdimension" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "dimension" TEXT,
  "code" TEXT,
  "name" TEXT,
  "points" TEXT,
  "alias" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "worksheet" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "code" TEXT,
  "title" TEXT,
  "stage" INTEGER,
  "filled_by" TEXT,
  "rows_from" TEXT,
  "target" TEXT,
  "minutes" INTEGER,
  "instruction" TEXT,
  "example" TEXT,
  "guide" TEXT,
  "guide_from" TEXT,
  "summary" TEXT
) STRICT;
CREATE TABLE "workshop" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "title" TEXT,
  "region_code" TEXT,
  "region_name" TEXT,
  "region_kind" TEXT,
  "province" TEXT,
  "zone" TEXT,
  "agency" TEXT,
  "year" INTEGER,
  "period_start" INTEGER,
  "period_end" INTEGER,
  "paper" TEXT,
  "book_preset" TEXT,
  "dimension_set" TEXT,
  "word_opd" TEXT,
  "word_dimension" TEXT,
  "word_minutes" TEXT,
  "ministry" TEXT,
  "program" TEXT,
  "mou" TEXT,
  "kop_government" TEXT,
  "kop_agency" TEXT,
  "kop_address" TEXT,
  "logo" TEXT,
  "city" TEXT,
  "sample" INTEGER
) STRICT;
CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  laptop TEXT NOT NULL,
  person TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT,
  app TEXT NOT NULL,
  here INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX act_tick ON act (tick);
CREATE INDEX "analysis_dimension" ON "analysis" ("dimension");
CREATE INDEX "analysis_line" ON "analysis" ("line");
CREATE INDEX "analysis_subdimension" ON "analysis" ("subdimension");
CREATE INDEX base_op ON base (writer, seq);
CREATE INDEX "document_opd" ON "document" ("opd");
CREATE INDEX "identity_subject" ON "identity" ("subject");
CREATE INDEX "indicator_line" ON "indicator" ("line");
CREATE INDEX "issue_dimension" ON "issue" ("dimension");
CREATE INDEX "issue_sheet" ON "issue" ("sheet");
CREATE INDEX "issue_subdimension" ON "issue" ("subdimension");
CREATE INDEX "note_opd" ON "note" ("opd");
CREATE INDEX "note_owner_opd" ON "note" ("owner_opd");
CREATE INDEX "note_session" ON "note" ("session");
CREATE INDEX "note_stage" ON "note" ("stage");
CREATE INDEX op_act ON op (writer, act);
CREATE INDEX op_row ON op (row, field);
CREATE INDEX "opd_dimension" ON "opd" ("dimension");
CREATE INDEX "person_opd" ON "person" ("opd");
CREATE INDEX "photo_opd" ON "photo" ("opd");
CREATE INDEX "photo_session" ON "photo" ("session");
CREATE INDEX "renstra_line_document" ON "renstra_line" ("document");
CREATE INDEX "renstra_line_parent" ON "renstra_line" ("parent");
CREATE INDEX "session_stage" ON "session" ("stage");
CREATE INDEX "session_worksheet" ON "session" ("worksheet");
CREATE INDEX "sheet_column_worksheet" ON "sheet_column" ("worksheet");
CREATE INDEX "sheet_dimension" ON "sheet" ("dimension");
CREATE INDEX "sheet_opd" ON "sheet" ("opd");
CREATE INDEX "sheet_worksheet" ON "sheet" ("worksheet");
CREATE INDEX "subdimension_dimension" ON "subdimension" ("dimension");
CREATE TRIGGER doc_in AFTER INSERT ON doc BEGIN
  INSERT INTO doc_fts (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER doc_new AFTER UPDATE OF body ON doc BEGIN
  INSERT INTO doc_fts (doc_fts, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO doc_fts (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER doc_out AFTER DELETE ON doc BEGIN
  INSERT INTO doc_fts (doc_fts, rowid, body) VALUES ('delete', old.id, old.body);
END;
