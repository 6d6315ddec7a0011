"""The prints about documents: the list of sources, and what changed between two versions of a plan."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.plan_change import PlanChange
from smartcity_desktop.domain.register import Register

REGISTER: Final = "daftar-dokumen"
PLAN_CHANGE: Final = "perubahan-renstra"
FIRST: Final = "pertama"
REGISTER_KINDS: Final = (
    (
        REGISTER,
        "Daftar dokumen acuan",
        "Sebelum",
        "",
        "Dokumen daerah dan Renstra: nomor, tahun, status, dan yang belum ada",
        "",
        False,
        "register",
    ),
    (
        PLAN_CHANGE,
        "Perubahan Renstra",
        "Sesudah",
        "opd",
        "Yang baru, hilang, dan berubah di Renstra yang dibaca ulang; pagu per tahun",
        "Perubahan Renstra",
        False,
        "register",
        (("", "Dari versi sebelumnya"), (FIRST, "Dari versi pertama")),
    ),
)
"""The kinds of print, as ``print_job.PrintKind`` takes them."""


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The register as it is printed."""

    register: Register = field(default_factory=Register)


@dataclass(frozen=True, slots=True)
class ChangePaper:
    """What changed in the plan of one agency; ``old`` and ``new`` name the versions in words.

    ``told`` stands in the place of a change where there is nothing to compare.
    """

    name: str = ""
    old: str = ""
    new: str = ""
    change: PlanChange = field(default_factory=PlanChange)
    told: str = ""
