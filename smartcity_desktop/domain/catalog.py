"""The one list of entities and fields: tables, journal, search and forms are made from it.

Besides its fields every row has ``id``, ``pos`` (fractional order key, itself written as a field),
``alive`` and ``disputed``. A field with ``many`` holds one value per part (year, id, assessor) in the
table ``part``; its journal name is ``field@part``. Field names are never reused for another meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from smartcity_desktop.domain.edit import Value

Kind = Literal["text", "long", "int", "money", "date", "time", "choice", "bool", "ref"]
"""text: one line; long: lines; int and money (whole rupiah): whole numbers; date: YYYY-MM-DD;
time: HH:MM or an ISO moment with zone; choice: one of ``choices``; bool; ref: a row id."""

POS: Final = "pos"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``ref`` names the entity that a ref points to; ``search`` puts it in the index."""

    name: str
    kind: Kind = "text"
    many: bool = False
    personal: bool = False
    ref: str = ""
    choices: tuple[str, ...] = ()
    search: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of row.

    ``owner`` is the ref field whose row owns this one (they are deleted together); ``key`` names the fields
    whose values give the row its id (uuid5), for rows that exist once per other rows.
    """

    name: str
    fields: tuple[Field, ...]
    owner: str = ""
    key: tuple[str, ...] = ()
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        """Index the fields by name."""
        object.__setattr__(self, "by_name", {item.name: item for item in self.fields})


def _text(*names: str, search: bool = False) -> tuple[Field, ...]:
    return tuple(Field(name, search=search) for name in names)


def _ref(name: str, ent: str, *, many: bool = False) -> Field:
    return Field(name, "ref", many=many, ref=ent)


RELEVANCE: Final = ("ya", "sebagian", "tidak")
HORIZONS: Final = ("pendek", "menengah", "panjang")
YES_NO: Final = ("ya", "tidak")
LEVELS: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
DIRECTIONS: Final = ("naik", "turun")
SHEET_STATES: Final = ("belum", "sedang", "diserahkan", "perbaikan", "diperiksa", "disepakati")
NOTE_KINDS: Final = ("pokok", "keputusan", "pertanyaan", "tindak_lanjut")
NOTE_STATES: Final = ("belum", "sedang", "selesai")
PLAN_POINTS: Final = ("visi", "misi", "isu")
OPD_KINDS: Final = (
    "dinas",
    "badan",
    "sekretariat",
    "inspektorat",
    "rsud",
    "kecamatan",
    "kelurahan",
    "bagian",
    "luar",
)
ELEMENTS: Final = ("pemerintah", "akademisi", "dunia_usaha", "komunitas", "media")
INNOVATIONS: Final = ("kebijakan", "proses", "produk", "aplikasi", "kemitraan", "infrastruktur")
PAPERS: Final = ("A4", "F4")
SECTIONS: Final = ("subject", "grid", "form")
COLUMN_KINDS: Final = (
    *("text", "long", "int", "year", "money", "date", "choice", "dimension", "subdimension", "opd"),
    *("links", "years", "computed"),
)

ENTITIES: Final[tuple[Entity, ...]] = (
    Entity(
        "workshop",
        (
            Field("title", search=True),
            *_text("region_code", "region_name"),
            Field("region_kind", "choice", choices=("kabupaten", "kota", "provinsi")),
            *_text("province", "zone", "agency"),
            Field("year", "int"),
            Field("period_start", "int"),
            Field("period_end", "int"),
            Field("paper", "choice", choices=PAPERS),
            *_text("book_preset", "dimension_set", "word_opd", "word_dimension", "word_minutes"),
            *_text("ministry", "program", "mou"),
            *_text("kop_government", "kop_agency", "kop_address", "logo", "city"),
            Field("sample", "bool"),
        ),
    ),
    Entity(
        "stage",
        (
            Field("number", "int"),
            Field("title", search=True),
            Field("date_start", "date"),
            Field("date_end", "date"),
            *_text("place"),
            Field("goal", "long"),
        ),
        key=("number",),
    ),
    Entity(
        "dimension",
        (
            *_text("code", "name", "color"),
            Field("definition", "long"),
            Field("alias", "long"),
            Field("retired", "bool"),
        ),
        key=("code",),
    ),
    Entity(
        "subdimension",
        (
            _ref("dimension", "dimension"),
            *_text("code", "name"),
            Field("points", "long"),
            Field("alias", "long"),
            Field("retired", "bool"),
        ),
        owner="dimension",
        key=("code",),
    ),
    Entity("basis", (Field("text", "long"),)),
    Entity("signer", _text("heading", "prefix", "position", "name", "rank")),
    Entity(
        "opd",
        (
            Field("name", search=True),
            Field("short", search=True),
            Field("kind", "choice", choices=OPD_KINDS),
            Field("bidang", many=True),
            _ref("dimension", "dimension"),
            *_text("table_no", "head"),
            Field("renstra_required", "bool"),
        ),
    ),
    Entity(
        "person",
        (
            Field("name", search=True),
            Field("position", search=True),
            _ref("opd", "opd"),
            *_text("institution", "body"),
            Field("element", "choice", choices=ELEMENTS),
        ),
    ),
    Entity(
        "identity",
        (Field("subject", "ref"), Field("nip", personal=True), Field("phone", personal=True)),
        owner="subject",
        key=("subject",),
    ),
    Entity(
        "session",
        (
            _ref("stage", "stage"),
            Field("date", "date"),
            Field("title", search=True),
            Field("start_plan", "time"),
            Field("end_plan", "time"),
            Field("started_at", "time"),
            Field("ended_at", "time"),
            *_text("place", "leader"),
            _ref("worksheet", "worksheet"),
            Field("timer_minutes", "int"),
            Field("timer_started_at", "time"),
        ),
    ),
    Entity(
        "plan_point",
        (Field("kind", "choice", choices=PLAN_POINTS), Field("text", "long", search=True), *_text("code")),
    ),
    Entity(
        "document",
        (
            Field("kind", "choice", choices=("renstra",)),
            _ref("opd", "opd"),
            Field("title", search=True),
            Field("period_start", "int"),
            Field("period_end", "int"),
            Field("base_year", "int"),
            Field("years", many=True),
            Field("status", "choice", choices=("draf", "final")),
            *_text("format", "source_name", "source_sha256", "source_sheet"),
            Field("multiplier", "int"),
            Field("read_at", "time"),
        ),
        owner="opd",
    ),
    Entity(
        "renstra_line",
        (
            _ref("document", "document"),
            _ref("parent", "renstra_line"),
            Field("level", "choice", choices=LEVELS),
            Field("code", search=True),
            Field("name", search=True),
            *_text("unit", "location"),
            Field("support", "bool"),
            Field("pagu", "money", many=True),
            *_text("source_sheet"),
            Field("source_row", "int"),
        ),
        owner="document",
    ),
    Entity(
        "indicator",
        (
            _ref("line", "renstra_line"),
            Field("name", search=True),
            *_text("unit", "baseline", "baseline_year"),
            Field("direction", "choice", choices=DIRECTIONS),
            Field("target", many=True),
        ),
        owner="line",
    ),
    Entity(
        "analysis",
        (
            _ref("line", "renstra_line"),
            Field("relevant", "choice", choices=RELEVANCE),
            _ref("dimension", "dimension"),
            _ref("subdimension", "subdimension"),
            _ref("also", "subdimension", many=True),
            Field("issue", "long", search=True),
            _ref("issue_link", "plan_point", many=True),
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
        ),
        owner="line",
        key=("line",),
    ),
    Entity(
        "worksheet",
        (
            *_text("code", "title"),
            Field("stage", "int"),
            *_text("filled_by", "rows_from", "target"),
            Field("minutes", "int"),
            Field("instruction", "long"),
            Field("example", "long"),
            Field("guide", "long"),
            *_text("guide_from", "summary"),
        ),
        key=("code",),
    ),
    Entity(
        "sheet_column",
        (
            _ref("worksheet", "worksheet"),
            *_text("key", "label"),
            Field("kind", "choice", choices=COLUMN_KINDS),
            *_text("unit"),
            Field("choices", "long"),
            Field("width", "int"),
            Field("help", "long"),
            *_text("bound"),
            Field("section", "choice", choices=SECTIONS),
            Field("hidden", "bool"),
            Field("wanted", "bool"),
        ),
        owner="worksheet",
    ),
    Entity(
        "sheet",
        (
            _ref("worksheet", "worksheet"),
            _ref("opd", "opd"),
            _ref("dimension", "dimension"),
            *_text("number", "chair", "scribe", "mentor"),
            Field("represented_by", many=True),
            Field("status", "choice", choices=SHEET_STATES),
            Field("present", "int", many=True),
            Field("on_paper", "bool"),
            _ref("session", "session", many=True),
        ),
        owner="opd",
        key=("worksheet", "opd"),
    ),
    Entity(
        "issue",
        (
            _ref("sheet", "sheet"),
            _ref("dimension", "dimension"),
            _ref("subdimension", "subdimension"),
            Field("text", "long", search=True),
            Field("fact", "long", search=True),
            *_text("fact_year"),
            Field("fact_source", search=True),
            Field("cause", "long", search=True),
            Field("impact", "long", search=True),
            _ref("point", "plan_point", many=True),
            _ref("opd", "opd", many=True),
            Field("priority", "int"),
            Field("direction", "long", search=True),
        ),
        owner="sheet",
    ),
    Entity(
        "photo",
        (
            _ref("session", "session"),
            _ref("opd", "opd"),
            *_text("picture"),
            Field("caption", "long", search=True),
            *_text("source_name"),
            Field("made_at", "time"),
        ),
        owner="session",
    ),
    Entity(
        "note",
        (
            _ref("stage", "stage"),
            _ref("session", "session"),
            _ref("opd", "opd"),
            Field("kind", "choice", choices=NOTE_KINDS),
            Field("text", "long", search=True),
            Field("owner", search=True),
            _ref("owner_opd", "opd"),
            Field("due", "date"),
            Field("state", "choice", choices=NOTE_STATES),
            Field("made_at", "time"),
        ),
    ),
)

CATALOG: Final[Mapping[str, Entity]] = {item.name: item for item in ENTITIES}


def split(name: str) -> tuple[str, str]:
    """Return field and part of a journal field name: ``pagu@2026`` -> (``pagu``, ``2026``)."""
    head, _, part = name.partition("@")
    return head, part


def kind_of(ent: str, name: str) -> Kind:
    """Return the kind of a journal field name; own columns (``x:…``) and unknown names are long text."""
    head, _ = split(name)
    entity = CATALOG.get(ent)
    known = entity.by_name.get(head) if entity else None
    return known.kind if known else ("text" if head == POS else "long")


def encode(ent: str, name: str, value: Value) -> str | None:
    """Return a value as the text of an op; empty text and None are both None. Numbers must be whole."""
    if value is None or value == "":
        return None
    kind = kind_of(ent, name)
    if kind == "bool":
        return "1" if value else "0"
    if kind in {"int", "money"}:
        return str(int(value))
    return str(value)


def decode(ent: str, name: str, val: str | None) -> Value:
    """Return the value of an op's text: int for whole numbers, bool for booleans, else text; None if empty.

    A number written by a newer program that is not whole comes back as its text.
    """
    return decoded(kind_of(ent, name), val)


def decoded(kind: Kind, val: str | None) -> Value:
    """Return the value of an op's text for a field of this kind, as ``decode`` does for one of a name."""
    if val is None:
        return None
    if kind == "bool":
        return val == "1"
    if kind in {"int", "money"}:
        try:
            return int(val)
        except ValueError:
            return val
    return val


def owned_by(ent: str) -> list[tuple[Entity, str]]:
    """Return the entities whose rows a row of ``ent`` owns, each with the ref field that says so."""
    return [
        (item, item.owner)
        for item in ENTITIES
        if item.owner and item.by_name[item.owner].ref in {ent, ""} and item.name != ent
    ]
