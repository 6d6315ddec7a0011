"""The register of documents: what the region and its agencies have on paper, and what is still missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import EMPTY

RENSTRA: Final = "renstra"
WITHDRAWN: Final = "dicabut"
KIND_WORDS: Final[Mapping[str, str]] = {
    "rpjmd": "RPJMD",
    "rpd": "RPD",
    "rpjpd": "RPJPD",
    "rtrw": "RTRW",
    "masterplan_tik": "Masterplan TIK",
    "spbe": "Arsitektur SPBE",
    "sk": "SK",
    "perda": "Perda",
    "perkada": "Perkada",
    "lain": "Lainnya",
    "renstra": "Renstra",
}
STATE_WORDS: Final[Mapping[str, str]] = {"draf": "Draf", "final": "Final", "dicabut": "Dicabut"}
REGIONAL: Final = tuple(kind for kind in KIND_WORDS if kind != RENSTRA)
"""Kinds that are typed here; the plan of an agency comes by reading it."""
MISSING: Final = "belum ada"


@dataclass(frozen=True, slots=True)
class Usual:
    """One document that a smart-city masterplan stands on, by the kinds that may be it."""

    key: str
    kinds: tuple[str, ...]
    words: str


USUAL: Final = (
    Usual("rpjmd", ("rpjmd", "rpd"), "RPJMD atau RPD"),
    Usual("rtrw", ("rtrw",), "RTRW"),
    Usual("masterplan_tik", ("masterplan_tik",), "Masterplan TIK"),
    Usual("spbe", ("spbe",), "Arsitektur SPBE"),
    Usual("sk", ("sk",), "SK Dewan dan Tim Smart City"),
    Usual("perda", ("perda", "perkada"), "Perda atau Perkada smart city"),
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register: a document, or one that is ``missing``; ``key`` names it in the table.

    ``kind`` is that of the document, or the one a missing document would first be; ``owner`` is the agency
    of a Renstra. ``stored`` tells that a copy of its file is kept beside the journal.
    """

    key: str
    kind: str
    title: str
    document: Document = field(default_factory=Document)
    owner: str = ""
    missing: bool = False
    stored: bool = False

    @property
    def kind_words(self) -> str:
        """Return the kind in words."""
        return KIND_WORDS.get(self.kind, self.kind)

    @property
    def state_words(self) -> str:
        """Return draft, final, withdrawn, or that there is none yet."""
        return MISSING if self.missing else STATE_WORDS.get(self.document.status, EMPTY)

    @property
    def numbered(self) -> str:
        """Return number and year: ``Nomor 3 Tahun 2025``."""
        return numbered(self.document)


@dataclass(frozen=True, slots=True)
class Register:
    """All documents, those of the region first, each kind in its order; then the plans of the agencies."""

    rows: tuple[RegisterRow, ...] = ()

    @property
    def regional(self) -> tuple[RegisterRow, ...]:
        """Return the documents of the region, missing ones too."""
        return tuple(item for item in self.rows if item.kind != RENSTRA)

    @property
    def plans(self) -> tuple[RegisterRow, ...]:
        """Return the plans of the agencies, missing ones too."""
        return tuple(item for item in self.rows if item.kind == RENSTRA)

    def told(self, say: Callable[[str], str] = str) -> str:
        """Return in a sentence what there is and what is missing; ``say`` puts it into the event's words."""
        there = sum(not item.missing for item in self.regional)
        missing = [item.title for item in self.regional if item.missing]
        plans = sum(not item.missing for item in self.plans)
        words = [f"{there} dokumen daerah"]
        if self.plans:
            words.append(say("Renstra {plans} dari {count} OPD").format(plans=plans, count=len(self.plans)))
        told = f"{', '.join(words)}."
        return f"{told} Belum ada: {', '.join(missing)}." if missing else told


def numbered(document: Document) -> str:
    """Return number and year of a document: ``Nomor 3 Tahun 2025``, ``2025``, or nothing."""
    number = document.number.strip()
    year = str(document.year) if document.year else ""
    if not number:
        return year
    named = number if number.lower().startswith(("no", "nomor")) else f"Nomor {number}"
    return f"{named} Tahun {year}" if year and year not in named else named


def cited(row: RegisterRow) -> str:
    """Return a document as a list of sources names it: title, number and year, who issued it, pages."""
    document = row.document
    span = ""
    if document.period_start and document.period_end:
        period = f"{document.period_start}–{document.period_end}"
        span = "" if period in row.title else period
    parts = [row.title, row.numbered, span, document.issuer.strip()]
    parts += [f"hlm. {document.pages.strip()}" if document.pages.strip() else ""]
    return ", ".join(part for part in parts if part)


def register(
    documents: Sequence[Document], opds: Sequence[Opd], stored: frozenset[str] = frozenset()
) -> Register:
    """Return the register; a usual document that stands nowhere, or was withdrawn, is a line of its own.

    ``stored`` are the SHA-256 of the files that are kept beside the journal.
    """
    regional = [item for item in documents if item.kind != RENSTRA]
    rows = [_row(item, stored) for kind in REGIONAL for item in regional if item.kind == kind]
    rows += [_row(item, stored) for item in regional if item.kind not in KIND_WORDS]
    standing = {item.kind for item in regional if item.status != WITHDRAWN}
    rows += [
        RegisterRow(usual.key, usual.kinds[0], usual.words, missing=True)
        for usual in USUAL
        if not standing.intersection(usual.kinds)
    ]
    plans: dict[RowId, Document] = {}
    for item in documents:
        known = plans.get(item.opd)
        if item.kind == RENSTRA and (known is None or (known.read_at, known.id) < (item.read_at, item.id)):
            plans[item.opd] = item
    for opd in opds:
        plan = plans.get(opd.id)
        if plan is not None:
            rows.append(_row(plan, stored, opd.called))
        elif opd.renstra_required:
            title = f"Renstra {opd.name}"
            rows.append(
                RegisterRow(f"opd:{opd.id}", RENSTRA, title, Document(opd=opd.id), opd.called, missing=True)
            )
    return Register(tuple(rows))


def _row(item: Document, stored: frozenset[str], owner: str = "") -> RegisterRow:
    title = item.title.strip() or KIND_WORDS.get(item.kind, "Dokumen")
    return RegisterRow(
        str(item.id or NO_ROW), item.kind, title, item, owner, stored=item.source_sha256 in stored
    )
