"""The thresholds by which a plan is checked, each with the reason why it is that one."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold and why it stands there."""

    worth: float
    reason: str


JUMP: Final = Limit(
    3, "A step three times the usual one of the same indicator was nearly always a slip of keys."
)
JUMP_SHARE: Final = Limit(0.5, "A step below half of what stood before is within what plans really promise.")
JUMP_TARGETS: Final = Limit(4, "With fewer figures no step is the usual one.")
DECIMAL: Final = Limit(
    0.3, "A figure that is within 30% of its neighbours after moving the point lost the point."
)
PERCENT: Final = Limit(100, "A share of a whole ends at 100; growth, ratios and achievements do not.")
SAME_YEARS: Final = Limit(3, "Two equal years happen; three and more promise nothing.")
NAME_SHARE: Final = Limit(
    0.5, "Names of one code share most of their words even where a region shortened them."
)
NAME_LETTERS: Final = Limit(
    4, "The first four letters of a word stay the same under endings and slips of keys."
)
FOREIGN_SHARE: Final = Limit(
    0.8, "Agencies bear other bidang beside their own; nearly only foreign ones do not."
)
FOREIGN_PROGRAMS: Final = Limit(2, "One program alone says nothing about the whole file.")
LEAST_PAGU: Final = Limit(100_000, "No program of a year costs less than Rp100.000; thousands were meant.")
SOUND_PAGU: Final = Limit(
    10_000_000, "Below this the others of the plan say nothing about the unit of money."
)
THOUSAND: Final = Limit(0.15, "A factor within 15% of a thousand is a mistaken unit, not a real change.")
WHOLE_LEAST: Final = Limit(10_000_000, "No agency runs a year of programs for less than Rp10 juta.")
WHOLE_LINES: Final = Limit(6, "With fewer lines of money the whole may be a part of a plan only.")
WHOLE_COLUMN: Final = Limit(
    4, "Where none of four has a figure the table has no such column; that is said once."
)
WHOLE_MOST: Final = Limit(50_000_000_000_000, "No agency of a region plans more than Rp50 triliun a year.")
NEWER_EDITION: Final = Limit(
    2027, "The newer edition of the nomenclature is for plans of budgets from 2027 on."
)
COVERED: Final = Limit(
    0.5, "A plan that covers less than half of the years of the master plan is an older one."
)
FORM_YEARS: Final = Limit(6, "The form of 2025-2029 has six target years, the last one for the transition.")
CALLED_SHARE: Final = Limit(0.5, "Names of one agency share most of their words, also after it was renamed.")
LIMITS: Final = (
    *(JUMP, JUMP_SHARE, JUMP_TARGETS, DECIMAL, PERCENT, SAME_YEARS, NAME_SHARE, NAME_LETTERS),
    *(FOREIGN_SHARE, FOREIGN_PROGRAMS, LEAST_PAGU, SOUND_PAGU, THOUSAND, WHOLE_LEAST, WHOLE_LINES),
    *(WHOLE_COLUMN, WHOLE_MOST, NEWER_EDITION, COVERED, FORM_YEARS, CALLED_SHARE),
)
