"""The entities of planning documents: the frame of the region, the plans of the agencies, their reading.

A Renstra hangs on its agency; documents of the region (RPJMD, RTRW, SK …) have none. The points of the
RPJMD/RPD are the frame to which programs and initiatives are aligned.
"""

from typing import Final

from smartcity_desktop.domain.entity import (
    DEGREES,
    DIRECTIONS,
    DOCUMENT_KINDS,
    DOCUMENT_STATES,
    EVIDENCE,
    FINDING_STATES,
    HORIZONS,
    INNOVATIONS,
    LEVELS,
    PLAN_POINTS,
    PLAN_RECORDS,
    RELEVANCE,
    SHARED_PLACES,
    VERDICTS,
    YES_NO,
    Entity,
    Field,
    ref,
    text,
)

FRAME: Final[tuple[Entity, ...]] = (
    Entity(
        "plan_point",
        (
            Field("kind", "choice", choices=PLAN_POINTS),
            Field("text", "long", search=True),
            *text("code"),
            ref("parent", "plan_point"),
            ref("document", "document"),
            *text("page"),
            ref("opd", "opd", many=True),
            Field("pagu", "money", many=True),
        ),
    ),
    Entity(
        "goal_indicator",
        (
            ref("point", "plan_point"),
            Field("name", search=True),
            *text("unit", "baseline", "baseline_year"),
            Field("direction", "choice", choices=DIRECTIONS),
            Field("target", many=True),
            *text("final"),
        ),
        owner="point",
    ),
    Entity(
        "document",
        (
            Field("kind", "choice", choices=DOCUMENT_KINDS),
            ref("opd", "opd"),
            Field("title", search=True),
            Field("period_start", "int"),
            Field("period_end", "int"),
            Field("base_year", "int"),
            Field("years", many=True),
            Field("status", "choice", choices=DOCUMENT_STATES),
            *text("format", "source_name", "source_sha256", "source_sheet"),
            Field("multiplier", "int"),
            Field("read_at", "time"),
            *text("number", "pages", "issuer"),
            Field("year", "int"),
            Field("note", "long", search=True),
            *text("file_opd"),
        ),
        owner="opd",
    ),
)
"""Documents (``file_opd`` is the agency that the file names), and the points of the RPJMD/RPD: visi, misi,
isu, tujuan, sasaran, program prioritas."""

READ: Final[tuple[Entity, ...]] = (
    Entity(
        "renstra_line",
        (
            ref("document", "document"),
            ref("parent", "renstra_line"),
            Field("level", "choice", choices=LEVELS),
            Field("code", search=True),
            Field("name", search=True),
            *text("unit", "location"),
            Field("support", "bool"),
            Field("pagu", "money", many=True),
            *text("source_sheet"),
            Field("source_row", "int"),
            Field("source_page", "int"),
            Field("outcome", "long", search=True),
            *text("fund"),
            Field("written", many=True),
            Field("sure", "int", many=True),
        ),
        owner="document",
    ),
    Entity(
        "indicator",
        (
            ref("line", "renstra_line"),
            Field("name", search=True),
            *text("unit", "baseline", "baseline_year"),
            Field("direction", "choice", choices=DIRECTIONS),
            Field("target", many=True),
            *text("final"),
            Field("written", many=True),
        ),
        owner="line",
    ),
    Entity(
        "plan_record",
        (
            ref("document", "document"),
            Field("kind", "choice", choices=PLAN_RECORDS),
            Field("name", search=True),
            *text("unit", "standard", "baseline", "final"),
            Field("goal", "long"),
            Field("above", "long"),
            Field("target", many=True),
            Field("realised", many=True),
            Field("ratio", many=True),
            *text("source_sheet"),
            Field("source_row", "int"),
            Field("source_page", "int"),
        ),
        owner="document",
    ),
    Entity(
        "plan_version",
        (
            ref("document", "document"),
            Field("number", "int"),
            Field("read_at", "time"),
            *text("title", "source_name", "content"),
            Field("lines", "int"),
        ),
        owner="document",
    ),
    Entity(
        "table_map",
        (
            Field("name", search=True),
            Field("heading", "long"),
            Field("columns", "long"),
            Field("used_at", "time", passing=True),
        ),
    ),
    Entity(
        "typed_plan",
        (
            ref("opd", "opd"),
            *text("source_name", "source_sha256"),
            Field("period_start", "int"),
            Field("period_end", "int"),
            Field("page", "int", passing=True),
            Field("used", "bool"),
        ),
        owner="opd",
    ),
    Entity(
        "typed_line",
        (
            ref("plan", "typed_plan"),
            Field("level", "choice", choices=LEVELS),
            *text("code"),
            Field("name", "long"),
            Field("indicator", "long"),
            *text("unit", "baseline"),
            Field("target", many=True),
            Field("pagu", many=True),
            Field("page", "int", passing=True),
        ),
        owner="plan",
    ),
)
"""What was read. ``written`` keeps the original of a field that was normalised (part = field name, ``code``
or ``pagu@2025``), ``sure`` how sure a doubtful field is, in percent. A strategi or arah kebijakan names the
goal it stands under, an arah kebijakan also the strategi ``above`` it, in the words of the document. The
content of a version is the SHA-256 of its lines, kept beside the journal; a table is known by its heading,
a map keeps its columns as JSON. A typed plan is what somebody types over from paper or a picture before it
is adopted (``used`` since then): its values stand as they were typed, amounts too, and ``page`` is the page
of the picture they were typed from."""

JUDGED: Final[tuple[Entity, ...]] = (
    Entity(
        "analysis",
        (
            ref("line", "renstra_line"),
            Field("relevant", "choice", choices=RELEVANCE),
            ref("dimension", "dimension"),
            ref("subdimension", "subdimension"),
            ref("also", "subdimension", many=True),
            Field("issue", "long", search=True),
            ref("issue_link", "plan_point", many=True),
            Field("existing", "long", search=True),
            Field("proposal", "long", search=True),
            Field("innovation", "choice", many=True, choices=INNOVATIONS),
            Field("ict", "choice", choices=YES_NO),
            Field("integration", "long", search=True),
            Field("partners", "long", search=True),
            Field("horizon", "choice", choices=HORIZONS),
            Field("quickwin", "choice", choices=YES_NO),
            Field("note", "long", search=True),
            Field("obstacle", "long", search=True),
            Field("solution", "long", search=True),
            Field("review", "long", search=True),
            Field("plan_same", "choice", choices=YES_NO),
            Field("plan_note", "long", search=True),
            Field("data_users", "long", search=True),
        ),
        owner="line",
        key=("line",),
    ),
    Entity(
        "second_tag",
        (
            ref("line", "renstra_line"),
            *text("reader"),
            Field("relevant", "choice", choices=RELEVANCE),
            ref("dimension", "dimension"),
            ref("subdimension", "subdimension"),
            Field("note", "long", search=True),
        ),
        owner="line",
        key=("line", "reader"),
    ),
    Entity(
        "alignment",
        (
            Field("subject", "ref"),
            Field("target", "ref"),
            Field("degree", "choice", choices=DEGREES),
            Field("reason", "long", search=True),
            Field("evidence", "choice", choices=EVIDENCE),
        ),
        owner="subject",
        key=("subject", "target"),
    ),
    Entity(
        "shared_program",
        (
            Field("title", search=True),
            Field("place", "choice", choices=SHARED_PLACES),
            ref("lead", "opd"),
            ref("line", "renstra_line", many=True),
            ref("opd", "opd", many=True),
            ref("initiative", "initiative", many=True),
            Field("partners", "long", search=True),
            Field("note", "long", search=True),
        ),
    ),
    Entity(
        "verdict",
        (
            Field("subject", "ref"),
            *text("kind", "value"),
            Field("state", "choice", choices=VERDICTS),
        ),
        owner="subject",
        key=("subject", "kind", "value"),
    ),
    Entity(
        "cue",
        (*text("target", "word"), Field("weight", "int"), Field("retired", "bool")),
        key=("target", "word"),
    ),
    Entity(
        "finding_answer",
        (
            Field("row", "ref"),
            *text("code", "place"),
            Field("state", "choice", choices=FINDING_STATES),
            Field("answer", "long", search=True),
        ),
        owner="row",
        key=("row", "code", "place"),
    ),
)
"""What people say about what was read. A verdict remembers that a proposal (``kind``, ``value``) about a row
was taken or refused; a cue changes a word of the shelf under its target (code), or is one of the workshop's
own for the row of a dimension or sub-dimension."""

PLANS: Final = (*FRAME, *READ, *JUDGED)
