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
CREATE TABLE "action" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "initiative" TEXT,
  "head" TEXT,
  "text" TEXT,
  "output" TEXT,
  "outcome" TEXT,
  "baseline" TEXT,
  "year_start" INTEGER,
  "month_start" INTEGER,
  "year_end" INTEGER,
  "month_end" INTEGER,
  "opd" TEXT,
  "partners" TEXT,
  "risk" TEXT,
  "plan_code" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "adopted_text" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "adoption" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "draft" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "adoption" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "version" INTEGER,
  "at" TEXT,
  "session" TEXT,
  "by" TEXT
) STRICT;
CREATE TABLE "alignment" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "subject" TEXT,
  "target" TEXT,
  "degree" TEXT,
  "reason" TEXT,
  "evidence" TEXT
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
  "review" TEXT,
  "plan_same" TEXT,
  "plan_note" TEXT,
  "data_users" TEXT
) STRICT;
CREATE TABLE "assessor" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "name" TEXT,
  "position" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "asset" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "purpose" TEXT,
  "users" TEXT,
  "data" TEXT,
  "obstacle" TEXT,
  "reason" TEXT,
  "since" INTEGER,
  "state" TEXT,
  "maker" TEXT,
  "plan" TEXT,
  "subdimension" TEXT
) STRICT;
CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE "attendance" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "person" TEXT,
  "date" TEXT,
  "session" TEXT,
  "state" TEXT,
  "at" TEXT,
  "way" TEXT,
  "deputy" TEXT,
  "deputy_position" TEXT
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
CREATE TABLE "book" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "code" TEXT,
  "number" TEXT,
  "title" TEXT,
  "subtitle" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "candidate" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "initiative" TEXT,
  "name" TEXT,
  "dimension" TEXT,
  "subdimension" TEXT,
  "opd" TEXT,
  "description" TEXT,
  "benefit" TEXT,
  "risk" TEXT,
  "months" INTEGER,
  "fund" TEXT,
  "decision" TEXT,
  "decided_on" TEXT,
  "decided_by" TEXT,
  "reason" TEXT,
  "dissent" TEXT,
  "withdrawn" INTEGER
) STRICT;
CREATE TABLE "certificate" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "person" TEXT,
  "stage" TEXT,
  "holder" TEXT,
  "number" INTEGER,
  "hours" INTEGER,
  "made_at" TEXT
) STRICT;
CREATE TABLE "chapter" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "book" TEXT,
  "parent" TEXT,
  "code" TEXT,
  "part" TEXT,
  "title" TEXT,
  "text" TEXT,
  "state" TEXT,
  "author" TEXT,
  "signed_position" TEXT,
  "signed_by" TEXT,
  "signed_place" TEXT,
  "signed_on" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "comment" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "subject" TEXT,
  "text" TEXT,
  "by" TEXT,
  "at" TEXT,
  "solved" INTEGER
) STRICT;
CREATE TABLE "criterion" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "code" TEXT,
  "name" TEXT,
  "help" TEXT,
  "weight" INTEGER,
  "retired" INTEGER
) STRICT;
CREATE TABLE "cue" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "target" TEXT,
  "word" TEXT,
  "weight" INTEGER,
  "retired" INTEGER
) STRICT;
CREATE TABLE "data_item" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "title" TEXT,
  "note" TEXT,
  "auto" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "delivery" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "opd" TEXT,
  "item" TEXT,
  "state" TEXT,
  "at" TEXT,
  "note" TEXT
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
  "read_at" TEXT,
  "number" TEXT,
  "pages" TEXT,
  "issuer" TEXT,
  "year" INTEGER,
  "note" TEXT,
  "file_opd" TEXT
) STRICT;
CREATE TABLE "duty" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "code" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "evidence" TEXT,
  "opd" TEXT,
  "who" TEXT,
  "due" TEXT,
  "year" INTEGER,
  "state" TEXT,
  "document" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "entry" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "text" TEXT,
  "card" TEXT
) STRICT;
CREATE TABLE "evaluation" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "year" INTEGER,
  "group" TEXT,
  "note" TEXT
) STRICT;
CREATE TABLE "evaluation_score" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "evaluation" TEXT,
  "item" TEXT,
  "score" TEXT,
  "evidence" TEXT,
  "note" TEXT,
  "opd" TEXT,
  "document" TEXT
) STRICT;
CREATE TABLE "factor" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "evidence" TEXT,
  "weight" TEXT,
  "rating" INTEGER,
  "rating_ife" INTEGER,
  "subdimension" TEXT
) STRICT;
CREATE TABLE "figure" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "chapter" TEXT,
  "content" TEXT,
  "source" TEXT,
  "caption" TEXT
) STRICT;
CREATE TABLE "finding_answer" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "row" TEXT,
  "code" TEXT,
  "place" TEXT,
  "state" TEXT,
  "answer" TEXT
) STRICT;
CREATE TABLE "goal_indicator" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "point" TEXT,
  "name" TEXT,
  "unit" TEXT,
  "baseline" TEXT,
  "baseline_year" TEXT,
  "direction" TEXT,
  "final" TEXT
) STRICT;
CREATE TABLE "group" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "grouping" TEXT,
  "name" TEXT,
  "code" TEXT,
  "dimension" TEXT,
  "lead" TEXT,
  "chair" TEXT,
  "scribe" TEXT,
  "mentor" TEXT,
  "table_no" TEXT,
  "place" TEXT
) STRICT;
CREATE TABLE "grouping" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "title" TEXT,
  "kind" TEXT,
  "seed" INTEGER
) STRICT;
CREATE TABLE head (
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  PRIMARY KEY (row, field, writer, seq)
) STRICT;
CREATE TABLE "homework" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "sheet" TEXT,
  "opd" TEXT,
  "text" TEXT,
  "due" TEXT,
  "state" TEXT,
  "promised" TEXT,
  "made_at" TEXT,
  "reminded_at" TEXT
) STRICT;
CREATE TABLE "idea" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "text" TEXT,
  "reason" TEXT,
  "kind" TEXT,
  "card" TEXT,
  "chosen" INTEGER
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
  "direction" TEXT,
  "final" TEXT
) STRICT;
CREATE TABLE "initiative" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "code" TEXT,
  "name" TEXT,
  "dimension" TEXT,
  "subdimension" TEXT,
  "description" TEXT,
  "problem" TEXT,
  "users" TEXT,
  "first_step" TEXT,
  "obstacle" TEXT,
  "partners" TEXT,
  "ict" TEXT,
  "opd" TEXT,
  "horizon" TEXT,
  "year_start" INTEGER,
  "year_end" INTEGER,
  "cost_low" INTEGER,
  "cost_high" INTEGER,
  "indicator" TEXT,
  "indicator_unit" TEXT,
  "baseline" TEXT,
  "baseline_year" TEXT,
  "target_end" TEXT,
  "risk" TEXT,
  "mitigation" TEXT,
  "evidence" TEXT,
  "regulation" TEXT,
  "state" TEXT,
  "evidence_grade" TEXT,
  "needs" TEXT,
  "note" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "initiative_indicator" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "initiative" TEXT,
  "name" TEXT,
  "unit" TEXT,
  "baseline" TEXT,
  "baseline_year" TEXT,
  "final" TEXT,
  "source" TEXT,
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
CREATE TABLE "item_answer" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "item" TEXT
) STRICT;
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  val TEXT NOT NULL
) STRICT;
CREATE TABLE "milestone" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "initiative" TEXT,
  "year" TEXT,
  "quarter" TEXT,
  "text" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "monitor" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "subject" TEXT,
  "year" INTEGER,
  "planned" INTEGER,
  "state" TEXT,
  "progress" INTEGER,
  "achieved" TEXT,
  "spent" INTEGER,
  "evidence" TEXT,
  "note" TEXT
) STRICT;
CREATE TABLE "note" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "session" TEXT,
  "opd" TEXT,
  "group" TEXT,
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
  "parent" TEXT,
  "table_no" TEXT,
  "head" TEXT,
  "renstra_required" INTEGER,
  "reminded_at" TEXT
) STRICT;
CREATE TABLE "paper" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "worksheet" TEXT,
  "sheet" TEXT,
  "vote" TEXT,
  "stage" TEXT,
  "number" TEXT,
  "first" INTEGER,
  "last" INTEGER,
  "state" TEXT,
  "blank" INTEGER,
  "spoiled" INTEGER,
  "missing" INTEGER,
  "counted" INTEGER,
  "printed_at" TEXT,
  "note" TEXT,
  "rows" TEXT,
  "columns" TEXT
) STRICT;
CREATE TABLE "paper_text" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "stage" TEXT,
  "date" TEXT,
  "text" TEXT
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
  "rank" TEXT,
  "element" TEXT,
  "number" INTEGER,
  "gender" TEXT,
  "access" TEXT,
  "note" TEXT,
  "walk_in" INTEGER
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
  "code" TEXT,
  "parent" TEXT,
  "document" TEXT,
  "page" TEXT
) STRICT;
CREATE TABLE "plan_record" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "document" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "unit" TEXT,
  "standard" TEXT,
  "baseline" TEXT,
  "final" TEXT,
  "goal" TEXT,
  "above" TEXT,
  "source_sheet" TEXT,
  "source_row" INTEGER,
  "source_page" INTEGER
) STRICT;
CREATE TABLE "plan_version" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "document" TEXT,
  "number" INTEGER,
  "read_at" TEXT,
  "title" TEXT,
  "source_name" TEXT,
  "content" TEXT,
  "lines" INTEGER
) STRICT;
CREATE TABLE "printing" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "kind" TEXT,
  "title" TEXT,
  "about" TEXT,
  "way" TEXT,
  "sha256" TEXT,
  "at" TEXT,
  "pages" INTEGER,
  "copies" INTEGER
) STRICT;
CREATE TABLE "promise" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "text" TEXT,
  "output" TEXT,
  "due" TEXT,
  "report_to" TEXT,
  "who" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "quickwin" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "candidate" TEXT,
  "member" TEXT,
  "indicator" TEXT,
  "unit" TEXT,
  "before" TEXT,
  "after" TEXT,
  "step" TEXT,
  "progress" INTEGER,
  "begins" TEXT,
  "summary" TEXT,
  "benefit_host" TEXT,
  "benefit_state" TEXT,
  "benefit_people" TEXT,
  "uniqueness" TEXT,
  "development" TEXT,
  "keep_rule" TEXT,
  "keep_body" TEXT,
  "keep_means" TEXT,
  "keep_model" TEXT,
  "risk_effect" TEXT,
  "risk_obstacle" TEXT,
  "risk_failure" TEXT,
  "mitigation" TEXT,
  "budget" TEXT,
  "staff" TEXT,
  "facility" TEXT,
  "place" TEXT,
  "beneficiaries" TEXT,
  "evidence" TEXT,
  "advice" TEXT
) STRICT;
CREATE TABLE "quickwin_month" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "quickwin" TEXT,
  "month" INTEGER,
  "plan" TEXT,
  "evidence" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "quickwin_partner" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "quickwin" TEXT,
  "form" TEXT,
  "name" TEXT
) STRICT;
CREATE TABLE "readiness" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "item" TEXT,
  "current" TEXT,
  "ideal" TEXT,
  "gap" TEXT,
  "cause" TEXT,
  "evidence" TEXT,
  "advice" TEXT,
  "score" INTEGER,
  "year" INTEGER
) STRICT;
CREATE TABLE "recheck" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "line" TEXT,
  "column" TEXT,
  "text" TEXT,
  "by" TEXT,
  "at" TEXT,
  "state" TEXT
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
  "source_row" INTEGER,
  "source_page" INTEGER,
  "outcome" TEXT,
  "fund" TEXT
) STRICT;
CREATE TABLE "review" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "item" TEXT,
  "state" TEXT,
  "finding" TEXT,
  "proposal" TEXT,
  "due" TEXT,
  "progress" TEXT
) STRICT;
CREATE TABLE "score" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "candidate" TEXT,
  "criterion" TEXT,
  "assessor" TEXT,
  "value" INTEGER,
  "note" TEXT
) STRICT;
CREATE TABLE "seat" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "grouping" TEXT,
  "person" TEXT,
  "group" TEXT,
  "why" TEXT
) STRICT;
CREATE TABLE "second_tag" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "line" TEXT,
  "reader" TEXT,
  "relevant" TEXT,
  "dimension" TEXT,
  "subdimension" TEXT,
  "note" TEXT
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
  "timer_started_at" TEXT,
  "kind" TEXT,
  "fixed" INTEGER,
  "slack" INTEGER,
  "speaker" TEXT,
  "public" TEXT,
  "private" TEXT,
  "paused_at" TEXT,
  "paused_seconds" INTEGER,
  "extra_minutes" INTEGER,
  "skipped" INTEGER,
  "grouping" TEXT,
  "speak_minutes" INTEGER,
  "reply_minutes" INTEGER,
  "usual_minutes" INTEGER
) STRICT;
CREATE TABLE "shared_program" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "title" TEXT,
  "place" TEXT,
  "lead" TEXT,
  "partners" TEXT,
  "note" TEXT
) STRICT;
CREATE TABLE "sheet" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "opd" TEXT,
  "dimension" TEXT,
  "group" TEXT,
  "part" TEXT,
  "assessor" TEXT,
  "number" TEXT,
  "chair" TEXT,
  "scribe" TEXT,
  "mentor" TEXT,
  "status" TEXT,
  "on_paper" INTEGER,
  "waived" INTEGER,
  "signed_by" TEXT,
  "signed_position" TEXT,
  "signed_on" TEXT
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
  "wanted" INTEGER,
  "many" INTEGER
) STRICT;
CREATE TABLE "sheet_item" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "code" TEXT,
  "section" TEXT,
  "component" TEXT,
  "text" TEXT,
  "help" TEXT,
  "retired" INTEGER
) STRICT;
CREATE TABLE "signature" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "paper" TEXT,
  "opd" TEXT,
  "name" TEXT,
  "position" TEXT,
  "heading" TEXT,
  "state" TEXT,
  "on" TEXT,
  "note" TEXT
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
  "goal" TEXT,
  "homework_until" TEXT
) STRICT;
CREATE TABLE "stage_copy" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "stage" TEXT,
  "at" TEXT,
  "title" TEXT,
  "file" TEXT,
  "sha256" TEXT,
  "position" TEXT
) STRICT;
CREATE TABLE "statement" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "reason" TEXT,
  "state" TEXT,
  "version" INTEGER,
  "adopted_at" TEXT
) STRICT;
CREATE TABLE "strategy" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "sheet" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "dimension" TEXT
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
CREATE TABLE "table_map" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "name" TEXT,
  "heading" TEXT,
  "columns" TEXT,
  "used_at" TEXT
) STRICT;
CREATE TABLE "turn" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "session" TEXT,
  "group" TEXT,
  "state" TEXT,
  "state_at" TEXT,
  "place" INTEGER,
  "spoke_at" TEXT,
  "reply_at" TEXT,
  "spoke_until" TEXT,
  "extra_minutes" INTEGER,
  "delivered" TEXT
) STRICT;
CREATE TABLE "twin" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "one" TEXT,
  "other" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "typed_line" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "plan" TEXT,
  "level" TEXT,
  "code" TEXT,
  "name" TEXT,
  "indicator" TEXT,
  "unit" TEXT,
  "baseline" TEXT,
  "page" INTEGER
) STRICT;
CREATE TABLE "typed_plan" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "opd" TEXT,
  "source_name" TEXT,
  "source_sha256" TEXT,
  "period_start" INTEGER,
  "period_end" INTEGER,
  "page" INTEGER,
  "used" INTEGER
) STRICT;
CREATE TABLE "verdict" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "subject" TEXT,
  "kind" TEXT,
  "value" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "vote" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "sheet" TEXT,
  "stage" TEXT,
  "session" TEXT,
  "title" TEXT,
  "question" TEXT,
  "way" TEXT,
  "points" INTEGER,
  "most" INTEGER,
  "voters" INTEGER,
  "round" INTEGER,
  "state" TEXT,
  "opened_at" TEXT,
  "closed_at" TEXT,
  "revealed_at" TEXT,
  "note" TEXT
) STRICT;
CREATE TABLE "vote_cast" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "vote" TEXT,
  "item" TEXT,
  "voter" TEXT,
  "round" INTEGER,
  "points" INTEGER,
  "count" INTEGER
) STRICT;
CREATE TABLE "vote_item" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "vote" TEXT,
  "subject" TEXT,
  "text" TEXT,
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
  "summary" TEXT,
  "feeds" TEXT,
  "grouping" TEXT,
  "scale" TEXT,
  "own" INTEGER,
  "retired" INTEGER,
  "filled_before" TEXT
) STRICT;
CREATE TABLE "worksheet_part" (
  id TEXT PRIMARY KEY,
  pos TEXT,
  alive INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  "worksheet" TEXT,
  "code" TEXT,
  "name" TEXT,
  "retired" INTEGER
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
  "keep_nip" INTEGER,
  "keep_phone" INTEGER,
  "list_nip" INTEGER,
  "personal_purpose" TEXT,
  "certificate_pattern" TEXT,
  "certificate_title" TEXT,
  "certificate_hours" INTEGER,
  "certificate_share" INTEGER,
  "data_due" TEXT,
  "sample" INTEGER,
  "load_programs" INTEGER,
  "load_actions" INTEGER
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
CREATE INDEX "action_initiative" ON "action" ("initiative");
CREATE INDEX "action_opd" ON "action" ("opd");
CREATE INDEX "action_sheet" ON "action" ("sheet");
CREATE INDEX "adopted_text_adoption" ON "adopted_text" ("adoption");
CREATE INDEX "adopted_text_draft" ON "adopted_text" ("draft");
CREATE INDEX "adoption_session" ON "adoption" ("session");
CREATE INDEX "alignment_subject" ON "alignment" ("subject");
CREATE INDEX "alignment_target" ON "alignment" ("target");
CREATE INDEX "analysis_dimension" ON "analysis" ("dimension");
CREATE INDEX "analysis_line" ON "analysis" ("line");
CREATE INDEX "analysis_subdimension" ON "analysis" ("subdimension");
CREATE INDEX "assessor_worksheet" ON "assessor" ("worksheet");
CREATE INDEX "asset_sheet" ON "asset" ("sheet");
CREATE INDEX "asset_subdimension" ON "asset" ("subdimension");
CREATE INDEX "attendance_person" ON "attendance" ("person");
CREATE INDEX "attendance_session" ON "attendance" ("session");
CREATE INDEX base_op ON base (writer, seq);
CREATE INDEX "candidate_dimension" ON "candidate" ("dimension");
CREATE INDEX "candidate_initiative" ON "candidate" ("initiative");
CREATE INDEX "candidate_opd" ON "candidate" ("opd");
CREATE INDEX "candidate_sheet" ON "candidate" ("sheet");
CREATE INDEX "candidate_subdimension" ON "candidate" ("subdimension");
CREATE INDEX "certificate_person" ON "certificate" ("person");
CREATE INDEX "certificate_stage" ON "certificate" ("stage");
CREATE INDEX "chapter_book" ON "chapter" ("book");
CREATE INDEX "chapter_parent" ON "chapter" ("parent");
CREATE INDEX "comment_sheet" ON "comment" ("sheet");
CREATE INDEX "comment_subject" ON "comment" ("subject");
CREATE INDEX "criterion_worksheet" ON "criterion" ("worksheet");
CREATE INDEX "delivery_item" ON "delivery" ("item");
CREATE INDEX "delivery_opd" ON "delivery" ("opd");
CREATE INDEX "document_opd" ON "document" ("opd");
CREATE INDEX "duty_document" ON "duty" ("document");
CREATE INDEX "duty_opd" ON "duty" ("opd");
CREATE INDEX "entry_sheet" ON "entry" ("sheet");
CREATE INDEX "evaluation_score_document" ON "evaluation_score" ("document");
CREATE INDEX "evaluation_score_evaluation" ON "evaluation_score" ("evaluation");
CREATE INDEX "evaluation_score_opd" ON "evaluation_score" ("opd");
CREATE INDEX "factor_sheet" ON "factor" ("sheet");
CREATE INDEX "factor_subdimension" ON "factor" ("subdimension");
CREATE INDEX "figure_chapter" ON "figure" ("chapter");
CREATE INDEX "finding_answer_row" ON "finding_answer" ("row");
CREATE INDEX "goal_indicator_point" ON "goal_indicator" ("point");
CREATE INDEX "group_chair" ON "group" ("chair");
CREATE INDEX "group_dimension" ON "group" ("dimension");
CREATE INDEX "group_grouping" ON "group" ("grouping");
CREATE INDEX "group_lead" ON "group" ("lead");
CREATE INDEX "group_scribe" ON "group" ("scribe");
CREATE INDEX "grouping_stage" ON "grouping" ("stage");
CREATE INDEX "homework_opd" ON "homework" ("opd");
CREATE INDEX "homework_sheet" ON "homework" ("sheet");
CREATE INDEX "homework_stage" ON "homework" ("stage");
CREATE INDEX "idea_sheet" ON "idea" ("sheet");
CREATE INDEX "identity_subject" ON "identity" ("subject");
CREATE INDEX "indicator_line" ON "indicator" ("line");
CREATE INDEX "initiative_dimension" ON "initiative" ("dimension");
CREATE INDEX "initiative_indicator_initiative" ON "initiative_indicator" ("initiative");
CREATE INDEX "initiative_opd" ON "initiative" ("opd");
CREATE INDEX "initiative_sheet" ON "initiative" ("sheet");
CREATE INDEX "initiative_subdimension" ON "initiative" ("subdimension");
CREATE INDEX "issue_dimension" ON "issue" ("dimension");
CREATE INDEX "issue_sheet" ON "issue" ("sheet");
CREATE INDEX "issue_subdimension" ON "issue" ("subdimension");
CREATE INDEX "item_answer_item" ON "item_answer" ("item");
CREATE INDEX "item_answer_sheet" ON "item_answer" ("sheet");
CREATE INDEX "milestone_initiative" ON "milestone" ("initiative");
CREATE INDEX "monitor_subject" ON "monitor" ("subject");
CREATE INDEX "note_group" ON "note" ("group");
CREATE INDEX "note_opd" ON "note" ("opd");
CREATE INDEX "note_owner_opd" ON "note" ("owner_opd");
CREATE INDEX "note_session" ON "note" ("session");
CREATE INDEX "note_stage" ON "note" ("stage");
CREATE INDEX op_act ON op (writer, act);
CREATE INDEX op_row ON op (row, field);
CREATE INDEX "opd_dimension" ON "opd" ("dimension");
CREATE INDEX "opd_parent" ON "opd" ("parent");
CREATE INDEX "paper_sheet" ON "paper" ("sheet");
CREATE INDEX "paper_stage" ON "paper" ("stage");
CREATE INDEX "paper_text_stage" ON "paper_text" ("stage");
CREATE INDEX "paper_vote" ON "paper" ("vote");
CREATE INDEX "paper_worksheet" ON "paper" ("worksheet");
CREATE INDEX "person_opd" ON "person" ("opd");
CREATE INDEX "photo_opd" ON "photo" ("opd");
CREATE INDEX "photo_session" ON "photo" ("session");
CREATE INDEX "plan_point_document" ON "plan_point" ("document");
CREATE INDEX "plan_point_parent" ON "plan_point" ("parent");
CREATE INDEX "plan_record_document" ON "plan_record" ("document");
CREATE INDEX "plan_version_document" ON "plan_version" ("document");
CREATE INDEX "promise_sheet" ON "promise" ("sheet");
CREATE INDEX "quickwin_candidate" ON "quickwin" ("candidate");
CREATE INDEX "quickwin_month_quickwin" ON "quickwin_month" ("quickwin");
CREATE INDEX "quickwin_partner_quickwin" ON "quickwin_partner" ("quickwin");
CREATE INDEX "readiness_item" ON "readiness" ("item");
CREATE INDEX "readiness_sheet" ON "readiness" ("sheet");
CREATE INDEX "recheck_sheet" ON "recheck" ("sheet");
CREATE INDEX "renstra_line_document" ON "renstra_line" ("document");
CREATE INDEX "renstra_line_parent" ON "renstra_line" ("parent");
CREATE INDEX "review_item" ON "review" ("item");
CREATE INDEX "review_sheet" ON "review" ("sheet");
CREATE INDEX "score_assessor" ON "score" ("assessor");
CREATE INDEX "score_candidate" ON "score" ("candidate");
CREATE INDEX "score_criterion" ON "score" ("criterion");
CREATE INDEX "seat_group" ON "seat" ("group");
CREATE INDEX "seat_grouping" ON "seat" ("grouping");
CREATE INDEX "seat_person" ON "seat" ("person");
CREATE INDEX "second_tag_dimension" ON "second_tag" ("dimension");
CREATE INDEX "second_tag_line" ON "second_tag" ("line");
CREATE INDEX "second_tag_subdimension" ON "second_tag" ("subdimension");
CREATE INDEX "session_grouping" ON "session" ("grouping");
CREATE INDEX "session_stage" ON "session" ("stage");
CREATE INDEX "session_worksheet" ON "session" ("worksheet");
CREATE INDEX "shared_program_lead" ON "shared_program" ("lead");
CREATE INDEX "sheet_assessor" ON "sheet" ("assessor");
CREATE INDEX "sheet_column_worksheet" ON "sheet_column" ("worksheet");
CREATE INDEX "sheet_dimension" ON "sheet" ("dimension");
CREATE INDEX "sheet_group" ON "sheet" ("group");
CREATE INDEX "sheet_item_worksheet" ON "sheet_item" ("worksheet");
CREATE INDEX "sheet_opd" ON "sheet" ("opd");
CREATE INDEX "sheet_part" ON "sheet" ("part");
CREATE INDEX "sheet_worksheet" ON "sheet" ("worksheet");
CREATE INDEX "signature_opd" ON "signature" ("opd");
CREATE INDEX "stage_copy_stage" ON "stage_copy" ("stage");
CREATE INDEX "statement_sheet" ON "statement" ("sheet");
CREATE INDEX "strategy_dimension" ON "strategy" ("dimension");
CREATE INDEX "strategy_sheet" ON "strategy" ("sheet");
CREATE INDEX "subdimension_dimension" ON "subdimension" ("dimension");
CREATE INDEX "turn_group" ON "turn" ("group");
CREATE INDEX "turn_session" ON "turn" ("session");
CREATE INDEX "twin_one" ON "twin" ("one");
CREATE INDEX "twin_other" ON "twin" ("other");
CREATE INDEX "typed_line_plan" ON "typed_line" ("plan");
CREATE INDEX "typed_plan_opd" ON "typed_plan" ("opd");
CREATE INDEX "verdict_subject" ON "verdict" ("subject");
CREATE INDEX "vote_cast_item" ON "vote_cast" ("item");
CREATE INDEX "vote_cast_vote" ON "vote_cast" ("vote");
CREATE INDEX "vote_item_subject" ON "vote_item" ("subject");
CREATE INDEX "vote_item_vote" ON "vote_item" ("vote");
CREATE INDEX "vote_session" ON "vote" ("session");
CREATE INDEX "vote_sheet" ON "vote" ("sheet");
CREATE INDEX "vote_stage" ON "vote" ("stage");
CREATE INDEX "vote_worksheet" ON "vote" ("worksheet");
CREATE INDEX "worksheet_grouping" ON "worksheet" ("grouping");
CREATE INDEX "worksheet_part_worksheet" ON "worksheet_part" ("worksheet");
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
