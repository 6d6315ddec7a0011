"""The sheets of quick wins as they are printed: one page each to be signed, and the months of all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.quickwin_sheet import (
    KIND_WORDS,
    STEP_WORDS,
    QuickWinSheet,
    QuickWinSheets,
    figures_words,
    month_names,
    progress_words,
    share_words,
    warnings,
)
from smartcity_desktop.domain.report import Signer
from smartcity_desktop.domain.wording import label

SHEET: Final = "lembar-quick-win"
SCHEDULE: Final = "jadwal-quick-win"
BLANK: Final = "kosong"
QUICKWIN_SHEET_KINDS: Final = (
    (
        *(SHEET, "Lembar quick win", "Sesudah", ""),
        *("Satu halaman setiap quick win yang ditetapkan, untuk disahkan", "", False, "quickwin_sheet"),
        (("", "Seperti terisi"), (BLANK, "Kosong, untuk ditulis tangan")),
    ),
    (
        *(SCHEDULE, "Jadwal 12 bulan quick win", "Sesudah", ""),
        *("Bulan demi bulan semua quick win, rencana dan buktinya", "", False, "quickwin_sheet"),
    ),
)
"""The kinds of print as ``print_job.PrintKind`` takes them."""
_SUBS: Final = {
    "benefit_people": "Warga",
    "benefit_state": "Pemerintah daerah",
    "benefit_host": "Penyelenggara",
    "keep_rule": "Aturan",
    "keep_body": "Kelembagaan",
    "keep_means": "Sumber daya",
    "keep_model": "Model bisnis",
    "budget": "Anggaran",
    "staff": "Tenaga",
    "facility": "Sarana",
    "risk_effect": "Dampak",
    "risk_obstacle": "Hambatan",
    "risk_failure": "Yang menggagalkan",
    "mitigation": "Jawaban",
}
"""The shorter words of a text that stands with others in one row."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of a sheet: its name, plan, state in words, and what shows it."""

    name: str
    plan: str = ""
    state: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One sheet: rows of label and texts, twelve months, who signs; ``lacks`` is what it does not say yet."""

    name: str = ""
    code: str = ""
    owner: str = ""
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    months: tuple[MonthCell, ...] = ()
    share: str = ""
    signers: tuple[Signer, ...] = ()
    lacks: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class SheetsPicture:
    """All sheets that are printed."""

    pages: tuple[SheetPage, ...] = ()


@dataclass(frozen=True, slots=True)
class SchedulePicture:
    """All quick wins with their months, and what they come to in a sentence."""

    told: str = ""
    pages: tuple[SheetPage, ...] = ()


def sheet_page(
    sheets: QuickWinSheets, item: QuickWinSheet, say: Callable[[str], str], *, blank: bool = False
) -> SheetPage:
    """Return one sheet as it is printed; only what people wrote or took stands on it, no proposals."""
    candidate = item.candidate
    home = sheets.dimension(candidate.dimension)
    _, head = sheets.heads.get(candidate.opd, ("", Signer(position=say("Kepala OPD pemilik"))))
    names = month_names(item.begins)
    code = sheets.code_of(candidate.dimension)
    return SheetPage(
        name=candidate.name,
        code=code,
        owner=sheets.owner(item),
        rows=_rows(sheets, item, say, blank=blank),
        months=tuple(
            MonthCell(
                names[at], month.plan, label("state", month.state) if month.state else "", month.evidence
            )
            if not blank
            else MonthCell(names[at])
            for at, month in enumerate(item.months)
        ),
        share="" if blank else share_words(item),
        signers=(
            head,
            Signer(position=say(f"Koordinator dimensi {home.name if home else ''}").strip()),
            Signer(position="Tenaga ahli"),
        ),
        lacks=() if blank else tuple(map(say, warnings(item))),
        blank=blank,
    )


def _rows(
    sheets: QuickWinSheets, item: QuickWinSheet, say: Callable[[str], str], *, blank: bool
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    candidate = item.candidate
    home = sheets.dimension(candidate.dimension)
    owner, _ = sheets.heads.get(candidate.opd, ("", Signer()))
    under = sheets.subs.get(candidate.subdimension, "")
    known: list[tuple[str, tuple[str, ...]]] = [
        (say("Dimensi/subdimensi"), _one(_joined((home.called if home else "", under)))),
        (say("OPD pemilik"), _one(owner)),
        ("RPJMD yang dijawab", tuple(sheets.points[row] for row in candidate.points if row in sheets.points)),
    ]
    if blank:
        labels = ("OPD pendukung", "Jenis, tahap, progres", *_LABELS)
        return (*known, *((say(words), ()) for words in labels))
    helpers = ", ".join(sheets.names[row] for row in item.support if row in sheets.names)
    kinds = ", ".join(KIND_WORDS.get(key, key) for key in item.kinds)
    stands = _joined((kinds, STEP_WORDS.get(item.step, ""), progress_words(item)))
    partners = tuple(f"{one.name} ({one.form})" if one.form else one.name for one in item.partners)
    special = {"Kemitraan": partners, "Indikator": _one(figures_words(item))}
    texts = [
        (words, special[words] if words in special else _texts(item, fields)) for words, fields in _FIELDS
    ]
    return (
        *known,
        (say("OPD pendukung"), _one(helpers)),
        ("Jenis, tahap, progres", _one(stands)),
        *texts,
    )


_FIELDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Penjelasan singkat", ("summary",)),
    ("Lokasi; penerima manfaat", ("place", "beneficiaries")),
    ("Manfaat", ("benefit_people", "benefit_state", "benefit_host")),
    ("Keunikan", ("uniqueness",)),
    ("Kemitraan", ()),
    ("Potensi pengembangan", ("development",)),
    ("Keberlangsungan", ("keep_rule", "keep_body", "keep_means", "keep_model")),
    ("Sumber daya", ("budget", "staff", "facility")),
    ("Risiko dan jawabannya", ("risk_effect", "risk_obstacle", "risk_failure", "mitigation")),
    ("Indikator", ()),
    ("Bukti", ("evidence",)),
    ("Anggota Dewan; saran", ("member", "advice")),
)
_LABELS: Final = tuple(words for words, _ in _FIELDS)


def _texts(item: QuickWinSheet, fields: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in fields:
        told = " ".join(item.texts.get(name, "").split()).rstrip(".;")
        if told:
            found.append(f"{_SUBS[name]}: {told}" if name in _SUBS else told)
    return tuple(found)


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _joined(texts: Sequence[str]) -> str:
    return " · ".join(text for text in texts if text)
