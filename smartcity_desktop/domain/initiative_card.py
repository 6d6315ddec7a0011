"""The card of a program smart city: its pages and fields, how they are typed, and what a change writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain import typed
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.grid import CellFault, Choice, GridColumn, parse
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import Initiative
from smartcity_desktop.domain.initiative_facts import FUND_WORDS
from smartcity_desktop.domain.result import Trail
from smartcity_desktop.domain.wording import label, shortened
from smartcity_desktop.domain.worksheet import SEPARATOR

ENTITY: Final = "initiative"
INDICATOR: Final = "initiative_indicator"
LINE, LONG, YEAR, MONEY, ONE, SOME, LINKS = "line", "long", "year", "money", "one", "some", "links"
"""What a field is: a line, lines, a year, whole rupiah, one choice, several choices, links to rows."""
BASE, TIME, MEASURE, PARTNER, RISK, LINK = "dasar", "waktu", "indikator", "mitra", "risiko", "kaitan"
PAGES: Final[Mapping[str, str]] = {
    BASE: "Dasar",
    TIME: "Waktu & biaya",
    MEASURE: "Indikator",
    PARTNER: "Mitra",
    RISK: "Risiko",
    LINK: "Kaitan",
}
HOME: Final = "home"
"""Dimension and sub-dimension are chosen as one."""


@dataclass(frozen=True, slots=True)
class CardField:
    """One field: its name (``cost@1`` for a year), its words, what it is, its page, and a hint."""

    name: str
    words: str
    kind: str
    page: str
    hint: str = ""

    @property
    def stored(self) -> str:
        """The field of the catalogue, without the year."""
        return self.name.partition("@")[0]

    @property
    def many(self) -> bool:
        """Whether it holds several values."""
        return self.kind in {SOME, LINKS}


def _yearly(name: str, words: str, kind: str, page: str) -> tuple[CardField, ...]:
    return tuple(CardField(f"{name}@{key}", words, kind, page) for key in PERIODS)


FIELDS: Final[tuple[CardField, ...]] = (
    CardField("name", "Nama program", LONG, BASE, "Nama pendek yang diingat warga"),
    CardField("code", "Kode", LINE, BASE, "Misalnya GOV-01"),
    CardField(HOME, "Dimensi", ONE, BASE),
    CardField("opd", "OPD penanggung jawab", ONE, BASE),
    CardField("innovation", "Jenis inovasi", SOME, BASE),
    CardField("ict", "Butuh TIK?", ONE, BASE),
    CardField("description", "Uraian", LONG, BASE, "Apa yang dikerjakan, dalam satu dua kalimat"),
    CardField("problem", "Masalah yang dijawab", LONG, BASE, "Dengan angka dan tahunnya"),
    CardField("users", "Pemakai", LONG, BASE, "Siapa yang memakai atau merasakan"),
    CardField("first_step", "Langkah pertama (90 hari)", LONG, BASE),
    CardField("state", "Keadaan", ONE, BASE),
    CardField("note", "Catatan", LONG, BASE),
    CardField("horizon", "Jangka", ONE, TIME),
    CardField("year_start", "Mulai tahun", YEAR, TIME, "Misalnya 2026"),
    CardField("year_end", "Selesai tahun", YEAR, TIME, "Misalnya 2030"),
    CardField("fund", "Sumber dana", SOME, TIME),
    CardField("cost_low", "Perkiraan paling sedikit (Rp)", MONEY, TIME, "Seluruh masa; boleh kosong"),
    CardField("cost_high", "Perkiraan paling banyak (Rp)", MONEY, TIME, "Misalnya 400 juta"),
    *_yearly("cost", "Biaya", MONEY, TIME),
    CardField("indicator", "Indikator", LONG, MEASURE, "Ukuran keberhasilan yang dirasakan warga"),
    CardField("indicator_unit", "Satuan", LINE, MEASURE, "Misalnya %, orang, hari"),
    CardField("baseline", "Kondisi awal", LINE, MEASURE, "Nilai sekarang"),
    CardField("baseline_year", "Tahun kondisi awal", LINE, MEASURE, "Misalnya 2025"),
    CardField("target_end", "Target akhir", LINE, MEASURE, "Nilai pada akhir jangkanya"),
    *_yearly("target", "Target", LINE, MEASURE),
    CardField("support", "OPD pendukung", LINKS, PARTNER),
    CardField("partner_element", "Unsur mitra", SOME, PARTNER),
    CardField("partners", "Mitra", LONG, PARTNER, "Akademisi, dunia usaha, komunitas, media; tulis namanya"),
    CardField("risk", "Risiko", LONG, RISK, "Apa yang dapat merugikan warga atau daerah"),
    CardField("mitigation", "Jawaban atas risiko", LONG, RISK, "Apa yang disiapkan"),
    CardField("obstacle", "Hambatan", LONG, RISK, "Apa yang dapat menghentikannya"),
    CardField("needs", "Prasyarat", LONG, RISK, "Apa yang harus siap dahulu: data, jaringan, orang"),
    CardField("regulation", "Aturan yang diperlukan", LONG, RISK, "Yang sudah ada atau masih harus dibuat"),
    CardField("evidence", "Bukti", LONG, RISK, "Data atau dokumen pendukung"),
    CardField("evidence_grade", "Derajat bukti", ONE, RISK),
    CardField("point", "RPJMD atau RPD", LINKS, LINK),
    CardField("issue", "Isu daerah yang dijawab", LINKS, LINK),
    CardField("strategy", "Strategi TOWS", LINKS, LINK),
    CardField("document", "Dokumen dan peraturan", LINKS, LINK),
    CardField("after", "Program yang harus ada dahulu", LINKS, LINK),
)
BY_NAME: Final[Mapping[str, CardField]] = {item.name: item for item in FIELDS}
INDICATOR_FIELDS: Final[tuple[CardField, ...]] = (
    CardField("name", "Indikator", LONG, MEASURE, "Ukuran keberhasilan lain"),
    CardField("unit", "Satuan", LINE, MEASURE, "Misalnya %, orang, hari"),
    CardField("baseline", "Kondisi awal", LINE, MEASURE),
    CardField("baseline_year", "Tahun kondisi awal", LINE, MEASURE),
    CardField("final", "Target akhir", LINE, MEASURE),
    CardField("source", "Sumber data", LINE, MEASURE),
)
"""What is asked of every further indicator of a program."""
BULK: Final = (
    "opd",
    HOME,
    "horizon",
    "year_start",
    "year_end",
    "fund",
    "innovation",
    "partner_element",
    "state",
)
"""What is changed for many programs at once."""
GAP_FIELDS: Final[Mapping[str, str]] = {
    "dimension": HOME,
    "opd": "opd",
    "horizon": "horizon",
    "years": "year_start",
    "indicator": "indicator",
    "baseline": "baseline",
    "target": "target_end",
    "fund": "fund",
}
"""Which field mends each of what a program may lack (``initiative.GAPS``)."""


@dataclass(frozen=True, slots=True)
class InitiativeCard:
    """One program with what its fields may hold, where it stands, and where it came from.

    ``choices`` by field; ``worksheet`` and ``party`` name its sheet, empty where it stands on none; ``where``
    says so in words.
    """

    item: Initiative = field(default_factory=Initiative)
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    start: int | None = None
    trail: Trail = field(default_factory=Trail)
    worksheet: RowId = NO_ROW
    party: RowId = NO_ROW
    where: str = ""
    comments: tuple[str, ...] = ()

    def words(self, name: str, value: str) -> str:
        """Return what one value of a field is called, also where it is offered no more."""
        return next((one.label for one in self.choices.get(name, ()) if one.value == value), "(dihapus)")


def fixed_choices(name: str) -> tuple[Choice, ...]:
    """Return the choices of a field that the catalogue knows, in its order; empty for any other."""
    known = CATALOG[ENTITY].by_name.get(name)
    if known is None or not known.choices:
        return ()
    return tuple(Choice(value, _choice_words(name, value)) for value in known.choices)


def _choice_words(name: str, value: str) -> str:
    if name == "fund":
        return FUND_WORDS[value]
    return label("horizon_long", value) if name == "horizon" else choice_word(ENTITY, name, value)


def values_of(item: Initiative) -> dict[str, str]:
    """Return every field of the card as it is typed and compared: parts stand behind each other."""
    found: dict[str, str] = {}
    for one in FIELDS:
        name, _, part = one.name.partition("@")
        value: object = (item.subdimension or item.dimension) if name == HOME else getattr(item, name)
        if isinstance(value, Mapping):
            value = value.get(part)
        if isinstance(value, tuple):
            value = SEPARATOR.join(value)
        found[one.name] = "" if value is None else str(value)
    return found


_KINDS: Final[Mapping[str, str]] = {LINE: "text", LONG: "long", YEAR: "year"}
_QUOTED: Final = 40
_NO_MONEY: Final = (
    '"{text}" belum terbaca sebagai rupiah, jadi belum disimpan. '
    "Tulis misalnya 1.250.000.000 atau 1,25 miliar."
)


def read(name: str, text: str) -> str:
    """Return the raw value of what a person typed into a field.

    Raises CellFault with an Indonesian sentence where it does not fit.
    """
    one = BY_NAME[name]
    if one.kind == MONEY:
        try:
            amount = typed.rupiah(text)
        except ValueError:
            raise CellFault(_NO_MONEY.format(text=shortened(text.strip(), _QUOTED))) from None
        return "" if amount is None else str(amount)
    kind = _KINDS.get(one.kind)
    return parse(GridColumn(one.name, one.words, kind, "form"), text) if kind else text.strip()


def edits(item: Initiative, name: str, raw: str, home_of: Mapping[RowId, RowId]) -> list[Edit]:
    """Return what gives a field another value; nothing where it says the same already.

    ``home_of`` names the dimension of every sub-dimension.
    """
    if values_of(item).get(name, "") == raw:
        return []
    if name == HOME:
        row = RowId(raw)
        sub = row if row in home_of else NO_ROW
        return [
            Set(ENTITY, item.id, "dimension", home_of.get(row, row)),
            Set(ENTITY, item.id, "subdimension", sub),
        ]
    one = BY_NAME[name]
    if not one.many:
        return [Set(ENTITY, item.id, name, (raw or None) if "@" in name else raw)]
    stands = set(getattr(item, name))
    known = CATALOG[ENTITY].by_name[name].choices
    wanted = [value for value in raw.split(SEPARATOR) if value and (not known or value in known)]
    return [
        *(Set(ENTITY, item.id, f"{name}@{value}", "1") for value in wanted if value not in stands),
        *(Set(ENTITY, item.id, f"{name}@{value}", None) for value in sorted(stands - set(wanted))),
    ]


def told_fields(names: Iterable[str]) -> str:
    """Return fields in words, each once: ``jangka, sumber dana``; OPD keeps its letters."""
    words = dict.fromkeys(BY_NAME[name].words for name in names)
    return ", ".join(one if one[:2].isupper() else one[0].lower() + one[1:] for one in words)
