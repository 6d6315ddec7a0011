"""How sure a value is that was put in order while a plan was read: one table of rules with their reasons.

Percentages order the rules, they are no measured shares: 95 and more is a matter of spelling, 80 to 94
follows from the rows around, below 80 another reading is as good and a person is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule decides: the field of the line, how sure that is in percent, and the reason in words."""

    field: str
    percent: int
    reason: str


ASKED_BELOW: Final = 80
"""A value less sure than this is a doubt that a person sees."""

RULES: Final[Mapping[str, Rule]] = {
    "code-in-name": Rule("code", 95, "Kode diambil dari depan nama."),
    "code-widened": Rule("code", 90, "Nol di dalam kode dilengkapi (1.3 menjadi 1.03)."),
    "code-above": Rule("code", 90, "Kode diambil dari kode baris di bawahnya."),
    "code-nought": Rule("code", 85, "Nol di ujung kode dikembalikan (2,1 setelah 2.09 menjadi 2.10)."),
    "code-guessed": Rule("code", 60, "Kode tanpa titik dipotong menurut panjangnya."),
    "level-indent": Rule("level", 70, "Tingkat ditebak dari lekukan tulisan."),
    "level-capitals": Rule("level", 60, "Tingkat ditebak dari huruf besar."),
    "level-guessed": Rule("level", 50, "Tingkat disamakan dengan baris sebelumnya."),
    "money-mark": Rule("pagu", 60, "Titik atau koma bisa berarti ribuan atau pecahan."),
    "target-mark": Rule("target", 60, "Titik bisa berarti ribuan atau pecahan."),
    "target-joined": Rule("target", 85, "Angka yang terpotong di ujung baris disambung."),
    "unit-from-target": Rule("measure", 85, "Satuan diambil dari tulisan targetnya."),
    "opd-column": Rule("opd", 95, "Perangkat daerah diambil dari kolomnya."),
    "opd-section": Rule("opd", 95, "Perangkat daerah diambil dari baris judul di atasnya."),
    "opd-several": Rule("opd", 75, "Beberapa perangkat daerah disebut dalam satu sel."),
    "opd-bidang": Rule("opd", 60, "Tabel hanya menyebut bidang urusan, bukan perangkat daerahnya."),
    "goal-elsewhere": Rule("parent", 90, "Tujuan dan sasaran diambil dari tabel lain di berkas ini."),
}
"""By the name of the rule. The doubts of a reading carry the same names as their codes."""


_WORDS: Final = ((95, "hampir pasti"), (80, "sangat mungkin"), (65, "mungkin"), (0, "kira-kira"))


def words(percent: int) -> str:
    """Return how sure something is as a person says it; the figure itself is no measure."""
    return next(word for least, word in _WORDS if percent >= least)


def is_asked(rule: str) -> bool:
    """Tell whether what a rule decided has to be seen by a person."""
    return RULES[rule].percent < ASKED_BELOW


def reason(field: str, percent: int) -> str:
    """Return why a field ("code", "pagu@2025") is only this sure, "" where no rule says so."""
    kind = field.partition("@")[0]
    return next(
        (rule.reason for rule in RULES.values() if rule.field == kind and rule.percent == percent), ""
    )
