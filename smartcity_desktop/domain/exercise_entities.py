"""The entities that the exercises write: what a worksheet is made of, and what its rows become.

Every row that people add at a table may name what it came from in ``origin``: rows of other worksheets that
were carried over, or of other tables that were merged into it. The sources stay as they were.
"""

from typing import Final

from smartcity_desktop.domain.entity import (
    ACTION_HEADS,
    ASSET_PLANS,
    ASSET_STATES,
    ASSETS,
    DECISIONS,
    ELEMENTS,
    EVIDENCE,
    FACTORS,
    FUNDS,
    HORIZONS,
    INNOVATIONS,
    PRINTED,
    PRINTED_STATES,
    PROGRESS,
    RECHECK_STATES,
    REVIEW_STATES,
    SPBE,
    STATEMENT_STATES,
    STATEMENTS,
    STRATEGIES,
    TWIN_STATES,
    VOTE_STATES,
    VOTE_WAYS,
    YES_NO,
    Entity,
    Field,
    ref,
    text,
)

ORIGIN: Final = Field("origin", "ref", many=True)


def _long(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "long", search=True) for name in names)


def _on_sheet(name: str, *fields: Field) -> Entity:
    """Return an entity whose rows are added on a sheet, in any number."""
    return Entity(name, (ref("sheet", "sheet"), *fields, ORIGIN), owner="sheet")


DEFINED: Final[tuple[Entity, ...]] = (
    Entity(
        "worksheet_part",
        (ref("worksheet", "worksheet"), *text("code", "name"), Field("retired", "bool")),
        "worksheet",
    ),
    Entity(
        "sheet_item",
        (
            ref("worksheet", "worksheet"),
            *text("code", "section", "component"),
            Field("text", "long", search=True),
            Field("help", "long"),
            Field("retired", "bool"),
        ),
        "worksheet",
    ),
    Entity(
        "criterion",
        (
            ref("worksheet", "worksheet"),
            *text("code", "name"),
            Field("help", "long"),
            Field("weight", "int"),
            Field("retired", "bool"),
        ),
        "worksheet",
    ),
    Entity(
        "assessor",
        (ref("worksheet", "worksheet"), *text("name", "position"), Field("retired", "bool")),
        "worksheet",
    ),
)
"""What a definition holds beside its columns: parts with a sheet each, fixed rows, criteria, assessors."""

ANSWERED: Final[tuple[Entity, ...]] = (
    Entity(
        "readiness",
        (
            ref("sheet", "sheet"),
            ref("item", "sheet_item"),
            *_long("current", "ideal", "gap", "cause", "evidence", "advice"),
            Field("score", "int"),
            ref("opd", "opd", many=True),
            Field("year", "int"),
        ),
        "sheet",
        key=("sheet", "item"),
    ),
    Entity(
        "review",
        (
            ref("sheet", "sheet"),
            ref("item", "sheet_item"),
            Field("state", "choice", choices=REVIEW_STATES),
            *_long("finding", "proposal"),
            ref("opd", "opd", many=True),
            Field("due", "date"),
            Field("progress", "choice", choices=PROGRESS),
        ),
        "sheet",
        key=("sheet", "item"),
    ),
    Entity("item_answer", (ref("sheet", "sheet"), ref("item", "sheet_item")), "sheet", key=("sheet", "item")),
    _on_sheet("entry", *_long("text"), *text("card")),
    _on_sheet(
        "asset",
        Field("kind", "choice", choices=ASSETS),
        Field("name", search=True),
        *_long("purpose", "users", "data", "obstacle", "reason"),
        Field("since", "int"),
        Field("state", "choice", choices=ASSET_STATES),
        *text("maker"),
        Field("plan", "choice", choices=ASSET_PLANS),
        ref("subdimension", "subdimension"),
    ),
    _on_sheet(
        "factor",
        Field("kind", "choice", choices=FACTORS),
        *_long("text", "evidence"),
        *text("weight"),
        Field("rating", "int"),
        Field("rating_ife", "int"),
        ref("subdimension", "subdimension"),
    ),
    _on_sheet(
        "strategy",
        Field("kind", "choice", choices=STRATEGIES),
        *_long("text"),
        ref("factor", "factor", many=True),
        ref("opd", "opd", many=True),
        ref("dimension", "dimension"),
    ),
    _on_sheet("idea", *_long("text", "reason"), *text("kind", "card"), Field("chosen", "bool")),
    _on_sheet(
        "statement",
        Field("kind", "choice", choices=STATEMENTS),
        *_long("text", "reason"),
        Field("state", "choice", choices=STATEMENT_STATES),
        Field("version", "int"),
        ref("point", "plan_point", many=True),
        ref("dimension", "dimension", many=True),
        Field("adopted_at", "time"),
    ),
    _on_sheet(
        "promise",
        *_long("text", "output"),
        Field("due", "date"),
        *text("report_to", "who"),
        Field("state", "choice", choices=PROGRESS),
    ),
)
"""What is answered on sheets."""

PLANNED: Final[tuple[Entity, ...]] = (
    _on_sheet(
        "initiative",
        *text("code"),
        Field("name", search=True),
        ref("dimension", "dimension"),
        ref("subdimension", "subdimension"),
        *_long("description", "problem", "users", "first_step", "obstacle", "partners"),
        Field("innovation", "choice", many=True, choices=INNOVATIONS),
        Field("ict", "choice", choices=YES_NO),
        ref("opd", "opd"),
        ref("support", "opd", many=True),
        Field("partner_element", "choice", many=True, choices=ELEMENTS),
        Field("horizon", "choice", choices=HORIZONS),
        Field("year_start", "int"),
        Field("year_end", "int"),
        Field("cost", "money", many=True),
        Field("cost_low", "money"),
        Field("cost_high", "money"),
        Field("fund", "choice", many=True, choices=FUNDS),
        Field("indicator", "long", search=True),
        *text("indicator_unit", "baseline", "baseline_year", "target_end"),
        Field("target", many=True),
        *_long("risk", "mitigation", "evidence", "regulation"),
        ref("point", "plan_point", many=True),
        Field("state", "choice", choices=PROGRESS),
        Field("evidence_grade", "choice", choices=EVIDENCE),
        Field("sdg", "int", many=True),
        Field("spbe", "choice", many=True, choices=SPBE),
        ref("after", "initiative", many=True),
        ref("issue", "issue", many=True),
        ref("strategy", "strategy", many=True),
        ref("document", "document", many=True),
        *_long("needs", "note"),
        Field("retired", "bool"),
    ),
    _on_sheet(
        "action",
        ref("initiative", "initiative"),
        Field("head", "choice", choices=ACTION_HEADS),
        *_long("text", "output", "outcome"),
        *text("baseline"),
        Field("target", many=True),
        Field("year_start", "int"),
        Field("month_start", "int"),
        Field("year_end", "int"),
        Field("month_end", "int"),
        ref("opd", "opd"),
        *_long("partners", "risk"),
        Field("cost", "money", many=True),
        Field("fund", "choice", many=True, choices=FUNDS),
        *text("plan_code"),
        Field("state", "choice", choices=PROGRESS),
        ref("support", "opd", many=True),
    ),
    Entity(
        "milestone",
        (
            ref("initiative", "initiative"),
            *text("year", "quarter"),
            *_long("text"),
            Field("state", "choice", choices=PROGRESS),
        ),
        "initiative",
        key=("initiative", "year", "quarter"),
    ),
    _on_sheet(
        "candidate",
        ref("initiative", "initiative"),
        Field("name", search=True),
        ref("dimension", "dimension"),
        ref("subdimension", "subdimension"),
        ref("opd", "opd"),
        *_long("description", "benefit", "risk"),
        Field("months", "int"),
        Field("fund", "long", search=True),
        ref("point", "plan_point", many=True),
        Field("decision", "choice", choices=DECISIONS),
        Field("decided_on", "date"),
        *text("decided_by"),
        *_long("reason", "dissent"),
        Field("withdrawn", "bool"),
    ),
    Entity(
        "score",
        (
            ref("candidate", "candidate"),
            ref("criterion", "criterion"),
            ref("assessor", "assessor"),
            Field("value", "int"),
            Field("note", "long"),
        ),
        "candidate",
        key=("candidate", "criterion", "assessor"),
    ),
)
"""What the masterplan is made of: program smart city, actions, milestones, quick wins and their scores.

``after`` are the programs that have to stand before this one, ``needs`` what else it waits for, in words; a
``retired`` program is left out of the masterplan without being lost.

The year of a milestone is ``1`` to ``10`` or ``6-10``, counted from the first year of the masterplan."""

VOTED: Final[tuple[Entity, ...]] = (
    Entity(
        "vote",
        (
            ref("worksheet", "worksheet"),
            ref("sheet", "sheet"),
            ref("stage", "stage"),
            ref("session", "session"),
            Field("title", search=True),
            Field("question", "long"),
            Field("way", "choice", choices=VOTE_WAYS),
            Field("points", "int"),
            Field("most", "int"),
            Field("voters", "int"),
            Field("round", "int"),
            Field("state", "choice", choices=VOTE_STATES),
            Field("opened_at", "time"),
            Field("closed_at", "time"),
            Field("revealed_at", "time"),
            Field("note", "long"),
        ),
    ),
    Entity(
        "vote_item",
        (ref("vote", "vote"), Field("subject", "ref"), Field("text", "long"), Field("retired", "bool")),
        "vote",
        key=("vote", "subject"),
    ),
    Entity(
        "vote_cast",
        (
            ref("vote", "vote"),
            ref("item", "vote_item"),
            *text("voter"),
            Field("round", "int"),
            Field("points", "int"),
            Field("count", "int"),
        ),
        "vote",
        key=("vote", "item", "voter", "round"),
    ),
)
"""A vote on any list. ``voter`` of a cast is a ballot's or person's sign, or ``=3`` where ``count`` hands or
ballots gave three points each."""

KEPT: Final[tuple[Entity, ...]] = (
    Entity(
        "paper",
        (
            Field("kind", "choice", choices=PRINTED),
            ref("worksheet", "worksheet"),
            ref("sheet", "sheet"),
            ref("vote", "vote"),
            ref("stage", "stage"),
            *text("number"),
            Field("first", "int"),
            Field("last", "int"),
            Field("state", "choice", choices=PRINTED_STATES),
            Field("blank", "int"),
            Field("spoiled", "int"),
            Field("missing", "int"),
            Field("counted", "int"),
            Field("printed_at", "time", passing=True),
            Field("note", "long"),
            Field("rows", "long"),
            Field("columns", "long"),
            Field("mark", "choice", many=True, choices=PRINTED_STATES),
        ),
    ),
    Entity(
        "recheck",
        (
            ref("sheet", "sheet"),
            *text("line", "column"),
            Field("text", "long"),
            *text("by"),
            Field("at", "time", passing=True),
            Field("state", "choice", choices=RECHECK_STATES),
        ),
        "sheet",
        key=("sheet", "line", "column"),
    ),
    Entity(
        "comment",
        (
            ref("sheet", "sheet"),
            Field("subject", "ref"),
            Field("text", "long", search=True),
            *text("by"),
            Field("at", "time"),
            Field("solved", "bool"),
        ),
        "sheet",
    ),
    Entity(
        "twin",
        (Field("one", "ref"), Field("other", "ref"), Field("state", "choice", choices=TWIN_STATES)),
        key=("one", "other"),
    ),
    Entity(
        "homework",
        (
            ref("stage", "stage"),
            ref("sheet", "sheet"),
            ref("opd", "opd"),
            Field("text", "long", search=True),
            Field("due", "date"),
            Field("state", "choice", choices=PROGRESS),
            Field("promised", "long"),
            Field("made_at", "time"),
            Field("reminded_at", "time", passing=True),
        ),
        "opd",
        key=("stage", "sheet", "opd"),
    ),
)
"""What is kept about the work: numbered papers, second readings, comments, twins refused, homework."""

ADOPTED: Final[tuple[Entity, ...]] = (
    Entity(
        "adoption",
        (
            Field("kind", "choice", choices=STATEMENTS),
            Field("version", "int"),
            Field("at", "time"),
            ref("session", "session"),
            *text("by"),
        ),
    ),
    Entity(
        "adopted_text",
        (
            ref("adoption", "adoption"),
            Field("kind", "choice", choices=STATEMENTS),
            Field("text", "long", search=True),
            ref("point", "plan_point", many=True),
            ref("dimension", "dimension", many=True),
            ref("draft", "adopted_text"),
            Field("retired", "bool"),
            ORIGIN,
        ),
        "adoption",
    ),
)
"""Vision and missions: the texts that are worked on, and each version of them that was adopted.

A text without ``adoption`` is worked on; one of an adoption stays as it was adopted and names in ``draft``
the text it was taken from. ``retired`` takes a mission off the list without losing it."""

EXERCISES: Final[tuple[Entity, ...]] = (*DEFINED, *ANSWERED, *PLANNED, *VOTED, *KEPT, *ADOPTED)
