"""The entities of the masterplan itself: what was promised, how it is followed up, the books it becomes."""

from typing import Final

from smartcity_desktop.domain.entity import (
    BOOK_PARTS,
    CHAPTER_STATES,
    DIRECTIONS,
    DUTY_KINDS,
    EVALUATION_GROUPS,
    PROGRESS,
    QUICKWIN_KINDS,
    QUICKWIN_STEPS,
    RUN_STATES,
    SIGN_STATES,
    Entity,
    Field,
    ref,
    text,
)


def _long(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "long", search=True) for name in names)


PROMISED: Final[tuple[Entity, ...]] = (
    Entity(
        "initiative_indicator",
        (
            ref("initiative", "initiative"),
            Field("name", search=True),
            *text("unit", "baseline", "baseline_year", "final", "source"),
            Field("direction", "choice", choices=DIRECTIONS),
            Field("target", many=True),
        ),
        owner="initiative",
    ),
    Entity(
        "quickwin",
        (
            ref("candidate", "candidate"),
            *text("member", "indicator", "unit", "before", "after"),
            Field("kind", "choice", many=True, choices=QUICKWIN_KINDS),
            Field("step", "choice", choices=QUICKWIN_STEPS),
            Field("progress", "int"),
            Field("begins", "date"),
            *_long("summary", "benefit_host", "benefit_state", "benefit_people", "uniqueness", "development"),
            *_long("keep_rule", "keep_body", "keep_means", "keep_model"),
            *_long("risk_effect", "risk_obstacle", "risk_failure", "mitigation"),
            *_long("budget", "staff", "facility", "place", "beneficiaries", "evidence", "advice"),
            ref("support", "opd", many=True),
        ),
        owner="candidate",
        key=("candidate",),
    ),
    Entity(
        "quickwin_partner",
        (ref("quickwin", "quickwin"), *text("form"), Field("name", search=True)),
        owner="quickwin",
    ),
    Entity(
        "quickwin_month",
        (
            ref("quickwin", "quickwin"),
            Field("month", "int"),
            *_long("plan", "evidence"),
            Field("state", "choice", choices=PROGRESS),
        ),
        owner="quickwin",
        key=("quickwin", "month"),
    ),
)
"""Further indicators of a program smart city, and the sheet of a quick win.

A quick win is a candidate that was chosen; ``progress`` is 0 to 100, ``month`` 1 to 12 from ``begins`` on.
``keep_`` is what keeps it going: rules, institution, resources, business model."""

FOLLOWED: Final[tuple[Entity, ...]] = (
    Entity(
        "duty",
        (
            *text("code"),
            Field("kind", "choice", choices=DUTY_KINDS),
            *_long("text", "evidence"),
            ref("opd", "opd"),
            *text("who"),
            Field("due", "date"),
            Field("year", "int"),
            Field("state", "choice", choices=PROGRESS),
            ref("document", "document"),
            Field("retired", "bool"),
        ),
    ),
    Entity(
        "monitor",
        (
            Field("subject", "ref"),
            Field("year", "int"),
            Field("planned", "bool"),
            Field("state", "choice", choices=RUN_STATES),
            Field("progress", "int"),
            *text("achieved"),
            Field("spent", "money"),
            *_long("evidence", "note"),
        ),
        owner="subject",
        key=("subject", "year"),
    ),
    Entity(
        "evaluation",
        (
            Field("year", "int"),
            Field("group", "choice", choices=EVALUATION_GROUPS),
            Field("note", "long"),
        ),
        key=("year",),
    ),
    Entity(
        "evaluation_score",
        (
            ref("evaluation", "evaluation"),
            *text("item", "score"),
            *_long("evidence", "note"),
            ref("opd", "opd"),
            ref("document", "document"),
        ),
        owner="evaluation",
        key=("evaluation", "item"),
    ),
)
"""What follows the workshops: duties, how programs and quick wins run year by year, the own estimate.

The ``subject`` of a monitor row is an initiative or a quick win. A score is a decimal 0 to 4 with a comma
turned into a point; ``item`` is the code of the ministry's instrument on the shelf."""

WRITTEN: Final[tuple[Entity, ...]] = (
    Entity(
        "book",
        (*text("code", "number"), Field("title", search=True), *text("subtitle"), Field("retired", "bool")),
        key=("code",),
    ),
    Entity(
        "chapter",
        (
            ref("book", "book"),
            ref("parent", "chapter"),
            *text("code"),
            Field("part", "choice", choices=BOOK_PARTS),
            Field("title", search=True),
            Field("text", "long", search=True),
            Field("state", "choice", choices=CHAPTER_STATES),
            *text("author", "signed_position", "signed_by", "signed_place"),
            Field("signed_on", "date"),
            Field("retired", "bool"),
        ),
        owner="book",
    ),
    Entity(
        "figure",
        (ref("chapter", "chapter"), *text("content", "source"), Field("caption", "long", search=True)),
        owner="chapter",
    ),
    Entity(
        "signature",
        (
            *text("paper"),
            ref("opd", "opd"),
            Field("name", search=True, personal=True),
            Field("position", personal=True),
            *text("heading"),
            Field("state", "choice", choices=SIGN_STATES),
            Field("on", "date"),
            Field("note", "long", personal=True),
        ),
    ),
    Entity(
        "stage_copy",
        (
            ref("stage", "stage"),
            Field("at", "time"),
            *text("title", "file", "sha256"),
            Field("position", "long"),
        ),
        owner="stage",
    ),
)
"""Books, their chapters and pictures; who signs a paper; the copies kept at the end of a stage.

The text of a chapter is a small markup in which one line names a table or chart that fills itself from the
data. The content of a figure is the SHA-256 of its picture, kept beside the journal. The position of a copy
is the last operation of every writer as JSON."""

MASTERPLAN: Final = (*PROMISED, *FOLLOWED, *WRITTEN)
