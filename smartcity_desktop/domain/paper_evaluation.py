"""The material of the evaluation on paper: the own estimate with its evidence, programs planned and run."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.evaluation import EvaluationBoard

EVALUATION: Final = "bahan-evaluasi"
SHORT: Final = "ringkas"
EARLIER: Final = "sebelumnya"
EVALUATION_KINDS: Final = (
    (
        *(EVALUATION, "Bahan evaluasi", "Sesudah", ""),
        "Perkiraan sendiri, indeks, bukti tiap butir, program direncanakan dan berjalan",
        "",
        False,
        "evaluation",
        (
            ("", "Tahun terakhir, semua butir"),
            (SHORT, "Tahun terakhir, ringkas"),
            (EARLIER, "Tahun sebelumnya, semua butir"),
        ),
    ),
)
"""The kind of print as ``print_job.PrintKind`` takes it."""


@dataclass(frozen=True, slots=True)
class EvaluationPaper:
    """The estimate of one year as it is printed; a ``short`` one leaves the items out."""

    board: EvaluationBoard = field(default_factory=EvaluationBoard)
    short: bool = False
