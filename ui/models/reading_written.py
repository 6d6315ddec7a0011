"""How a value stood in the file before it was put in order, and how sure that reading is."""

import re
from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.renstra_draft import LineDraft
from smartcity_desktop.domain.renstra_sure import ASKED_BELOW, reason, words
from smartcity_desktop.domain.wording import number

_NO_YEARS: Final[Mapping[str, int]] = {}
_MOST: Final = 3
_NOUGHTS: Final = re.compile(r"[.,](?:0{1,2}|-)$")
_SILENT: Final = str.maketrans("", "", " .,Rp")
_WORDS: Final[Mapping[str, str]] = {
    "code": "kode",
    "name": "nama",
    "level": "tingkat",
    "unit": "unit",
    "location": "lokasi",
    "measure": "satuan",
    "opd": "pemilik",
    "parent": "sasaran",
    "pagu": "pagu",
    "target": "target",
    "baseline": "kondisi awal",
    "final": "kondisi akhir",
}


def differs(written: str, shown: str) -> bool:
    """Tell whether an original says more than another spelling: marks, case, Rp and ,00 do not count."""
    return _bare(written) != _bare(shown)


def is_otherwise(line: LineDraft, field: str) -> bool:
    """Tell whether the file writes a field of a line in a way that says more than another spelling."""
    written = line.written.get(field)
    if written is None:
        return False
    about, _, year = field.partition("@")
    if about == "pagu" and written.removesuffix(",00").translate(_SILENT) == str(line.pagu.get(year, "")):
        # Amounts are most of what is written otherwise: the plain way is the quick one.
        return False
    return differs(written, shown_of(line, field))


def is_doubtful(line: LineDraft, field: str) -> bool:
    """Tell whether a value is less sure than what passes unasked."""
    return line.sure.get(field, 100) < ASKED_BELOW


def note_of(line: LineDraft, field: str, years: Mapping[str, int] = _NO_YEARS) -> str:
    """Return how one field of a line was written and how sure it is, "" where it stands as written.

    ``years`` says which calendar years "Tahun-3" and so on probably are.
    """
    called = _called(field, years)
    parts = []
    written = line.written.get(field)
    if written is not None:
        parts.append(f'{called} tertulis "{written}"')
    percent = line.sure.get(field)
    if percent is not None:
        sure = f"{words(percent)}. {reason(field, percent)}".strip()
        parts.append(sure if parts else f"{called} {sure}")
    told = " · ".join(parts)
    return told[:1].upper() + told[1:]


def notes_of(line: LineDraft, field: str, years: Mapping[str, int] = _NO_YEARS) -> str:
    """Return in a line what is written otherwise: of this field, else of the whole line."""
    own = note_of(line, field, years)
    if own:
        return own
    named = [(name, text) for name, text in line.written.items() if is_otherwise(line, name)]
    told = [f'{_called(name, years)} "{text}"' for name, text in named[:_MOST]]
    more = len(named) - len(told)
    end = f" · dan {more} lagi" if more > 0 else ""
    return f"Tertulis: {' · '.join(told)}{end}" if told else ""


def shown_of(line: LineDraft, field: str) -> str:
    """Return a field of a line as it was understood."""
    about, _, year = field.partition("@")
    if about == "pagu":
        return number(line.pagu[year]) if year in line.pagu else ""
    shown = {"code": line.code, "name": line.name, "unit": line.unit, "location": line.location}
    return shown.get(about, "")


def _called(field: str, years: Mapping[str, int]) -> str:
    about, _, year = field.partition("@")
    return f"{_WORDS.get(about, about)} {years.get(year, year)}".strip()


def _bare(text: str) -> str:
    plain = _NOUGHTS.sub("", text.casefold().replace("rp", "").strip().removesuffix(",-"))
    return re.sub(r"[\W_]+", "", plain)
