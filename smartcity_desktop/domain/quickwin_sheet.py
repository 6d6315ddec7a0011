"""The sheet of a quick win: what it is, twelve months, how far it is, what is proposed for what is empty.

A quick win is a candidate that was chosen. Proposals come from the candidate, its program smart city and the
actions of that program; they stand beside an empty field and are never part of the sheet until a person takes
them. The fields follow the innovation register of a city and the ten heads by which quick wins are evaluated.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.quickwin import MOST_MONTHS, Candidate
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import MONTHS, day_of, number

LINE, TEXT = "line", "text"
DONE: Final = "selesai"
NOT_BEGUN: Final = "belum"
WHOLE: Final = 100
STEP_WORDS: Final[Mapping[str, str]] = {
    "masalah": "Perumusan masalah",
    "ide": "Ide",
    "perencanaan": "Perencanaan",
    "pembangunan": "Pembangunan",
    "implementasi": "Implementasi",
    "evaluasi": "Evaluasi",
}
KIND_WORDS: Final[Mapping[str, str]] = {
    "program": "Program",
    "produk": "Produk",
    "metode": "Metode",
    "konsep": "Konsep",
    "teknologi": "Teknologi",
}
_SHORT: Final = 3
_YEAR: Final = 12
_CANDIDATE, _PROGRAM, _ACTIONS = "nominasi", "Program Smart City", "rencana aksi"
_KINDS_OF: Final[Mapping[str, str]] = {"produk": "produk", "proses": "metode", "aplikasi": "teknologi"}
"""Kinds of innovation of a program that say what kind of quick win it is."""


@dataclass(frozen=True, slots=True)
class SheetField:
    """One text of the sheet: its field, its words, whether it is one line or more, and a hint."""

    field: str
    words: str
    kind: str = TEXT
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that are asked for together, under one heading."""

    key: str
    title: str
    fields: tuple[SheetField, ...]


SECTIONS: Final = (
    Section(
        "what",
        "Apa dan untuk siapa",
        (
            SheetField("summary", "Penjelasan singkat", hint="Bagaimana cara kerjanya, dalam tiga kalimat"),
            SheetField("place", "Lokasi", LINE),
            SheetField("beneficiaries", "Penerima manfaat", LINE, "Siapa, dan berapa banyak"),
            SheetField("benefit_people", "Manfaat bagi warga"),
            SheetField("benefit_state", "Manfaat bagi pemerintah daerah"),
            SheetField("benefit_host", "Manfaat bagi penyelenggara"),
            SheetField("uniqueness", "Keunikan"),
            SheetField("development", "Potensi pengembangan", hint="Diperluas, ditingkatkan, ditiru"),
        ),
    ),
    Section(
        "figures",
        "Ukuran sebelum dan sesudah",
        (
            SheetField("indicator", "Indikator", LINE),
            SheetField("unit", "Satuan", LINE),
            SheetField("before", "Kondisi awal", LINE),
            SheetField("after", "Target 12 bulan", LINE),
        ),
    ),
    Section(
        "keep",
        "Keberlangsungan",
        (
            SheetField("keep_rule", "Aturan", hint="Perkada, SOP, keputusan"),
            SheetField("keep_body", "Kelembagaan", hint="Siapa yang meneruskan"),
            SheetField("keep_means", "Sumber daya yang menjaganya"),
            SheetField("keep_model", "Model bisnis", hint="Dari mana biayanya setelah tahun pertama"),
        ),
    ),
    Section(
        "means",
        "Sumber daya",
        (
            SheetField("budget", "Anggaran", LINE, "Berapa, dari mana"),
            SheetField("staff", "Tenaga"),
            SheetField("facility", "Sarana"),
        ),
    ),
    Section(
        "risk",
        "Risiko",
        (
            SheetField("risk_effect", "Dampak yang mungkin"),
            SheetField("risk_obstacle", "Hambatan"),
            SheetField("risk_failure", "Yang dapat menggagalkan"),
            SheetField("mitigation", "Jawaban atas risiko"),
        ),
    ),
    Section(
        "proof",
        "Bukti dan pendampingan",
        (
            SheetField("evidence", "Bukti"),
            SheetField("member", "Anggota Dewan Smart City", LINE, "Yang mengawal quick win ini"),
            SheetField("advice", "Saran tenaga ahli"),
        ),
    ),
)
"""The texts of a sheet in their order, under their headings."""
WORDS: Final[Mapping[str, str]] = {
    **{item.field: item.words for section in SECTIONS for item in section.fields},
    "kind": "Jenis",
    "support": "OPD pendukung",
    "begins": "Bulan pertama",
    "step": "Tahap",
    "progress": "Progres",
}
TEXTS: Final = frozenset(item.field for section in SECTIONS for item in section.fields)
LINES: Final = frozenset(item.field for one in SECTIONS for item in one.fields if item.kind == LINE)


@dataclass(frozen=True, slots=True)
class SheetMonth:
    """One of the twelve months: what is planned, how far it is (empty: not begun), what shows it."""

    month: int
    plan: str = ""
    state: str = ""
    evidence: str = ""
    id: RowId = NO_ROW

    @property
    def is_done(self) -> bool:
        """Whether the month was finished."""
        return self.state == DONE


@dataclass(frozen=True, slots=True)
class SheetPartner:
    """One who works along, and in what form: devices, volunteers, data."""

    id: RowId = NO_ROW
    pos: str = ""
    quickwin: RowId = NO_ROW
    name: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action of the program a quick win came from; years are calendar years, months 1 to 12."""

    id: RowId = NO_ROW
    pos: str = ""
    initiative: RowId = NO_ROW
    head: str = ""
    text: str = ""
    output: str = ""
    year_start: int | None = None
    month_start: int | None = None
    year_end: int | None = None
    month_end: int | None = None

    @property
    def first(self) -> int | None:
        """The first month, counted from year 0; None where no month is named."""
        if self.year_start is None or self.month_start is None:
            return None
        return self.year_start * _YEAR + self.month_start - 1

    @property
    def last(self) -> int | None:
        """The last month, counted from year 0; that of its beginning where none is named."""
        if self.year_end is None or self.month_end is None:
            return self.first
        return self.year_end * _YEAR + self.month_end - 1


@dataclass(frozen=True, slots=True)
class Program:
    """What the program smart city of a quick win says that its sheet may take over."""

    id: RowId = NO_ROW
    name: str = ""
    description: str = ""
    users: str = ""
    obstacle: str = ""
    partners: str = ""
    risk: str = ""
    mitigation: str = ""
    regulation: str = ""
    evidence: str = ""
    indicator: str = ""
    indicator_unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    target_end: str = ""
    year_start: int | None = None
    support: tuple[RowId, ...] = ()
    innovation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What is proposed for one empty field: its value, and where it stands."""

    value: str
    source: str


_NOTHING: Final[Candidate] = Candidate()
_NO_PROGRAM: Final = Program()


@dataclass(frozen=True, slots=True)
class QuickWinSheet:
    """One quick win: its candidate, what its sheet says, and what is proposed.

    ``id`` is empty while nobody has touched the sheet. ``progress`` is 0 to 100, None where nobody gave one;
    ``begins`` an ISO day in the first of the twelve months. ``months`` are always twelve.
    """

    id: RowId = NO_ROW
    candidate: Candidate = _NOTHING
    program: Program = _NO_PROGRAM
    texts: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    support: tuple[RowId, ...] = ()
    step: str = ""
    progress: int | None = None
    begins: str = ""
    partners: tuple[SheetPartner, ...] = ()
    months: tuple[SheetMonth, ...] = tuple(SheetMonth(month) for month in range(1, _YEAR + 1))
    actions: tuple[Action, ...] = ()

    @property
    def rows(self) -> frozenset[RowId]:
        """Every row that the sheet is made of."""
        parts = (*(item.id for item in self.months), *(item.id for item in self.partners))
        return frozenset({self.candidate.id, self.id, *parts})

    @property
    def planned(self) -> int:
        """How many months have a plan."""
        return sum(1 for item in self.months if item.plan.strip())

    @property
    def finished(self) -> int:
        """How many of the months with a plan are finished."""
        return sum(1 for item in self.months if item.plan.strip() and item.is_done)

    @property
    def share(self) -> int | None:
        """The finished months in percent of those with a plan, None without a plan."""
        return self.finished * WHOLE // self.planned if self.planned else None

    @property
    def is_begun(self) -> bool:
        """Whether anybody has written on the sheet."""
        return bool(self.id)


@dataclass(frozen=True, slots=True)
class QuickWinSheets:
    """All quick wins with the names that their rows are called by."""

    items: tuple[QuickWinSheet, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    names: Mapping[RowId, str] = field(default_factory=dict)
    heads: Mapping[RowId, tuple[str, Signer]] = field(default_factory=dict)
    points: Mapping[RowId, str] = field(default_factory=dict)
    subs: Mapping[RowId, str] = field(default_factory=dict)
    waiting: int = 0

    def item(self, candidate: str) -> QuickWinSheet | None:
        """Return the sheet of a candidate."""
        return next((item for item in self.items if item.candidate.id == candidate), None)

    def holding(self, row: str) -> QuickWinSheet | None:
        """Return the sheet that a row belongs to: its candidate, itself, a month or a partner of it."""
        return next((item for item in self.items if row and row in item.rows), None)

    def dimension(self, row: RowId) -> Dimension | None:
        """Return a dimension by its row."""
        return next((item for item in self.dimensions if item.id == row), None)

    def code_of(self, row: RowId) -> str:
        """Return the code of a dimension, ``–`` where there is none."""
        found = self.dimension(row)
        return found.code if found else "–"

    def owner(self, item: QuickWinSheet) -> str:
        """Return the agency that owns a quick win, empty where none is named."""
        return self.names.get(item.candidate.opd, "")

    @property
    def told(self) -> str:
        """``3 quick win · 2 lembar sudah dimulai · progres menurut lembar rata-rata 40%``."""
        begun = sum(1 for item in self.items if item.is_begun)
        said = [f"{number(len(self.items))} quick win", f"{number(begun)} lembar sudah dimulai"]
        average = average_words([item.progress for item in self.items])
        return " · ".join([*said, *([average] if average else [])])


def average_words(progress: Sequence[int | None]) -> str:
    """Return how far quick wins are as their sheets say, empty where none does.

    That is the whole quick win as it stands now: what was reported for a year is told by the monitoring.
    """
    given = [one for one in progress if one is not None]
    if not given:
        return ""
    of = f" dari {number(len(given))} quick win" if len(given) < len(progress) else ""
    average = (2 * sum(given) + len(given)) // (2 * len(given))
    return f"progres menurut lembar rata-rata {number(average)}%{of}"


def month_names(begins: str, *, short: bool = False) -> tuple[str, ...]:
    """Return the twelve months from the day they begin: ``Agustus 2026``, short ``Agu 26``.

    Without a day they are ``Bulan 1`` (``B1``) and so on.
    """
    first = day_of(begins) if begins else None
    if first is None:
        return tuple(f"B{month}" if short else f"Bulan {month}" for month in range(1, _YEAR + 1))
    made: list[str] = []
    for place in range(_YEAR):
        year, month = divmod(first.year * _YEAR + first.month - 1 + place, _YEAR)
        name = MONTHS[month]
        made.append(f"{name[:_SHORT]} {year % WHOLE:02d}" if short else f"{name} {year}")
    return tuple(made)


def share_words(item: QuickWinSheet) -> str:
    """Return what the months say of the progress: ``5 dari 12 bulan selesai (41%)``."""
    if item.share is None:
        return "Jadwal bulan belum diisi."
    return f"{item.finished} dari {item.planned} bulan terencana selesai ({item.share}%)."


def progress_words(item: QuickWinSheet) -> str:
    """Return the progress as it is written: ``75%``, a dash where nobody gave one."""
    return "–" if item.progress is None else f"{item.progress}%"


def figures_words(item: QuickWinSheet) -> str:
    """Return the indicator with what stands before and after: ``Berkas tepat waktu: 62 → 90 %``."""
    texts = item.texts
    values = " → ".join(texts.get(name, "").strip() or "…" for name in ("before", "after"))
    unit = texts.get("unit", "").strip()
    return f"{texts.get('indicator', '').strip()}: {values} {unit}".strip().strip(":").strip()


def warnings(item: QuickWinSheet) -> tuple[str, ...]:
    """Return what a sheet lacks, in sentences; nothing of it stops anybody."""
    candidate, texts = item.candidate, item.texts
    found: list[str] = []
    if candidate.months is not None and candidate.months > MOST_MONTHS:
        found.append(f"Lama {number(candidate.months)} bulan, lebih dari {MOST_MONTHS}.")
    if not candidate.opd:
        found.append("OPD penanggung jawab belum ada.")
    if not texts.get("indicator", "").strip():
        found.append("Indikator belum ada.")
    elif not (texts.get("before", "").strip() and texts.get("after", "").strip()):
        found.append("Kondisi awal atau target indikator belum diisi.")
    if not (texts.get("budget", "").strip() or candidate.fund.strip()):
        found.append("Sumber dana belum disebut.")
    if not item.planned:
        found.append("Jadwal 12 bulan belum diisi.")
    done = [number(month.month) for month in item.months if month.is_done and not month.evidence.strip()]
    if done:
        found.append(f"Bulan {', '.join(done)} selesai tanpa bukti.")
    return tuple(found)


def offers(item: QuickWinSheet) -> dict[str, Offer]:
    """Return what is proposed for the fields that are empty: by field, by ``month-3``, by ``partners``.

    ``kind`` and ``support`` hold their values parted by spaces, ``begins`` an ISO day, ``partners`` names
    parted by semicolons.
    """
    empty = {name for name in TEXTS if not item.texts.get(name, "").strip()}
    found = {name: offer for name, offer in _text_offers(item).items() if name in empty}
    if not item.kinds:
        kinds = dict.fromkeys(_KINDS_OF[one] for one in item.program.innovation if one in _KINDS_OF)
        found |= _given("kind", " ".join(kinds), _PROGRAM)
    if not item.support:
        found |= _given("support", " ".join(item.program.support), _PROGRAM)
    if not item.partners:
        found |= _given("partners", item.program.partners, _PROGRAM)
    if not item.begins:
        found |= _begin(item)
    return found | _month_offers(item)


def _text_offers(item: QuickWinSheet) -> dict[str, Offer]:
    candidate, program = item.candidate, item.program
    found: dict[str, Offer] = {}
    year = f" ({program.baseline_year})" if program.baseline_year else ""
    for name, value, source in (
        ("keep_rule", program.regulation, _PROGRAM),
        ("keep_rule", _outputs(item.actions, "kebijakan"), _ACTIONS),
        ("staff", _outputs(item.actions, "sdm"), _ACTIONS),
        ("facility", _outputs(item.actions, "infrastruktur", "aplikasi"), _ACTIONS),
        ("budget", candidate.fund, _CANDIDATE),
        ("summary", program.description, _PROGRAM),
        ("summary", candidate.description, _CANDIDATE),
        ("benefit_people", candidate.benefit, _CANDIDATE),
        ("beneficiaries", program.users, _PROGRAM),
        ("indicator", program.indicator, _PROGRAM),
        ("unit", program.indicator_unit, _PROGRAM),
        ("before", f"{program.baseline}{year}" if program.baseline else "", _PROGRAM),
        ("after", program.target_end, _PROGRAM),
        ("risk_obstacle", program.obstacle, _PROGRAM),
        ("risk_failure", candidate.risk, _CANDIDATE),
        ("risk_failure", program.risk, _PROGRAM),
        ("mitigation", program.mitigation, _PROGRAM),
        ("evidence", program.evidence, _PROGRAM),
    ):
        found |= _given(name, value, source)
    return found


def _given(name: str, value: str, source: str) -> dict[str, Offer]:
    kept = value.strip()
    return {name: Offer(kept, source)} if kept else {}


def _outputs(actions: Iterable[Action], *heads: str) -> str:
    """Return what the actions of these heads leave behind, each once."""
    told = ((item.output or item.text).strip().rstrip(".") for item in actions if item.head in heads)
    return "; ".join(dict.fromkeys(text for text in told if text))


def _begin(item: QuickWinSheet) -> dict[str, Offer]:
    firsts = [action.first for action in item.actions if action.first is not None]
    if firsts:
        year, month = divmod(min(firsts), _YEAR)
        return {"begins": Offer(f"{year:04d}-{month + 1:02d}-01", _ACTIONS)}
    if item.program.year_start:
        return {"begins": Offer(f"{item.program.year_start:04d}-01-01", _PROGRAM)}
    return {}


def _month_offers(item: QuickWinSheet) -> dict[str, Offer]:
    """Return the actions that fall into each month without a plan; those that name no month are left out."""
    begins = item.begins or next((offer.value for offer in _begin(item).values()), "")
    start = day_of(begins) if begins else None
    if start is None:
        return {}
    at = start.year * _YEAR + start.month - 1
    found: dict[str, Offer] = {}
    for month in item.months:
        told = (one.text.strip().rstrip(".") for one in item.actions if _covers(one, at + month.month - 1))
        own = "; ".join(dict.fromkeys(text for text in told if text))
        if own and not month.plan.strip():
            found[f"month-{month.month}"] = Offer(own, _ACTIONS)
    return found


def _covers(action: Action, month: int) -> bool:
    first, last = action.first, action.last
    return first is not None and last is not None and first <= month <= last


def offer_words(found: Mapping[str, Offer], names: Sequence[str] = ()) -> str:
    """Return which fields are proposed: ``5 isian dan 3 bulan``."""
    wanted = [name for name in found if not names or name in names]
    months = sum(1 for name in wanted if name.startswith("month-"))
    told = [f"{number(len(wanted) - months)} isian"] if len(wanted) > months else []
    return " dan ".join([*told, *([f"{months} bulan"] if months else [])])
