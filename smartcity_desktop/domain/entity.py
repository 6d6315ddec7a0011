"""What the catalogue is written in: fields, entities, and the words that a choice may hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["text", "long", "int", "money", "date", "time", "choice", "bool", "ref"]
"""text: one line; long: lines; int and money (whole rupiah): whole numbers; date: YYYY-MM-DD;
time: HH:MM or an ISO moment with zone; choice: one of ``choices``; bool; ref: a row id."""

POS: Final = "pos"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``ref`` names the entity that a ref points to; ``search`` puts it in the index.

    ``passing`` ones tell when or how something was written down: where two laptops did, the later value
    stands and nobody is asked to choose.
    """

    name: str
    kind: Kind = "text"
    many: bool = False
    personal: bool = False
    ref: str = ""
    choices: tuple[str, ...] = ()
    search: bool = False
    passing: bool = False


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


def text(*names: str, search: bool = False) -> tuple[Field, ...]:
    """Return fields of one line each."""
    return tuple(Field(name, search=search) for name in names)


def ref(name: str, ent: str, *, many: bool = False) -> Field:
    """Return a field that points to a row of ``ent``."""
    return Field(name, "ref", many=many, ref=ent)


RELEVANCE: Final = ("ya", "sebagian", "tidak")
RELEVANT: Final = frozenset({"ya", "sebagian"})
"""Answers that keep a program, wholly or in part."""
HORIZONS: Final = ("pendek", "menengah", "panjang")
YES_NO: Final = ("ya", "tidak")
LEVELS: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
DIRECTIONS: Final = ("naik", "turun")
SHEET_STATES: Final = ("belum", "sedang", "diserahkan", "perbaikan", "diperiksa", "disepakati")
NOTE_KINDS: Final = ("pokok", "keputusan", "pertanyaan", "tindak_lanjut")
NOTE_STATES: Final = ("belum", "sedang", "selesai")
PLAN_POINTS: Final = ("visi", "misi", "isu", "tujuan", "sasaran", "program")
DOCUMENT_KINDS: Final = (
    *("renstra", "rpjmd", "rpd", "rpjpd", "rtrw", "masterplan_tik", "spbe"),
    *("sk", "perda", "perkada", "lain"),
)
DOCUMENT_STATES: Final = ("draf", "final", "dicabut")
PLAN_RECORDS: Final = ("layanan", "anggaran", "rpjmd", "strategi", "arah")
"""Tables T-C.23, T-C.24 and T-C.28 of Permendagri 86/2017; strategi and arah kebijakan of T-C.26."""
EVIDENCE: Final = ("terukur", "survei", "perkiraan", "pendapat", "tidak_ada")
DEGREES: Final = ("kuat", "sedang", "lemah")
VERDICTS: Final = ("terima", "tolak", "tunda")
"""A proposal was taken or refused, or is to be talked over later."""
SHARED_PLACES: Final = ("dalam", "antar", "luar")
"""Shared inside one agency, between agencies, with others outside."""
FINDING_STATES: Final = ("diperbaiki", "dijelaskan", "keliru")
"""The agency will mend it, explains why it is right, or it was read wrongly."""
SPBE: Final = ("kebijakan", "tata_kelola", "manajemen", "layanan_administrasi", "layanan_publik")
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
BLOCK_KINDS: Final = (
    *("materi", "kelompok", "presentasi", "seremoni", "penandatanganan", "foto", "kunjungan", "istirahat"),
)
GROUPINGS: Final = ("dimensi", "komponen", "opd", "bebas")
SEAT_REASONS: Final = ("dimensi", "opd", "rata", "unsur", "meja", "geser", "baru", "tangan")
TURN_STATES: Final = ("belum", "bekerja", "menyerahkan")
PRESENCES: Final = ("hadir", "diwakili", "tidak")
WAYS: Final = ("nomor", "kertas", "ketik", "tambahan")
GENDERS: Final = ("L", "P")
DELIVERIES: Final = ("belum", "ada", "tidak_perlu")
PAPERS: Final = ("A4", "F4")
FACTORS: Final = ("S", "W", "O", "T")
STRATEGIES: Final = ("SO", "WO", "ST", "WT")
SCALES: Final = ("kualitatif", "kuadran", "ife")
"""How a SWOT is weighed: by words alone; for the quadrant (W and T by weight of harm); IFE/EFE (reversed)."""
ACTION_HEADS: Final = ("kebijakan", "infrastruktur", "aplikasi", "sdm")
FUNDS: Final = ("apbd", "dak", "csr", "kpbu", "desa", "lainnya")
PROGRESS: Final = ("belum", "sedang", "selesai")
ASSETS: Final = ("aplikasi", "inovasi")
ASSET_STATES: Final = ("berjalan", "terbatas", "berhenti")
ASSET_PLANS: Final = ("pertahankan", "kembangkan", "gabungkan", "hentikan")
STATEMENTS: Final = ("visi", "misi")
STATEMENT_STATES: Final = ("usulan", "ditetapkan", "diganti")
REVIEW_STATES: Final = ("sesuai", "perbaikan", "kosong")
VOTE_WAYS: Final = ("tangan", "suara", "orang")
"""Counted hands, tallied ballots, one by one per person."""
VOTE_STATES: Final = ("siap", "berjalan", "ditutup", "diumumkan")
DECISIONS: Final = ("terpilih", "cadangan", "tidak")
QUICKWIN_KINDS: Final = ("program", "produk", "metode", "konsep", "teknologi")
QUICKWIN_STEPS: Final = ("masalah", "ide", "perencanaan", "pembangunan", "implementasi", "evaluasi")
"""How far a quick win has come, from the problem to its evaluation."""
DUTY_KINDS: Final = ("perkada", "sk_dewan", "sk_tim", "anggaran", "forum", "rapat", "lain")
RUN_STATES: Final = ("belum", "berjalan", "selesai", "tertunda", "batal")
EVALUATION_GROUPS: Final = ("reguler", "kppn_ikn", "baru")
"""The weight sets of the evaluation: intake of 2017 to 2019, KPPN and IKN regions, intake of 2021."""
BOOK_PARTS: Final = ("pengantar", "bab", "lampiran")
CHAPTER_STATES: Final = ("belum", "draf", "ditinjau", "final")
SIGN_STATES: Final = ("belum", "sudah", "susulan", "tidak")
"""Not yet, on the day, later, will not sign."""
PRINTED: Final = ("lembar", "kartu", "suara")
"""Numbered papers: worksheet, idea cards, ballots."""
PRINTED_STATES: Final = ("keluar", "dihitung", "kosong", "rusak", "hilang")
RECHECK_STATES: Final = ("sama", "beda", "selesai")
TWIN_STATES: Final = ("beda", "digabung")
SECTIONS: Final = ("subject", "grid", "form")
COLUMN_KINDS: Final = (
    *("text", "long", "int", "year", "money", "date", "choice", "dimension", "subdimension", "opd"),
    *("links", "years", "computed", "decimal", "score", "rows", "scores", "milestones"),
)
"""``rows`` refers to other rows (``choices`` names them), ``score`` is a whole number 0 to 4; ``scores`` is
one column per criterion of the worksheet, ``milestones`` one per year of the road map."""
FILLERS: Final = ("opd", "dimension", "group", "part", "assessor", "plenary")
ROW_SOURCES: Final = ("free", "renstra_program", "relevant", "fixed", "initiative", "candidate")
