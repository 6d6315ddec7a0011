"""Somebody in one typed line, the same in the list and at the door: name; jabatan; agency or institution."""

import re
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.people_opd import OpdNames
from smartcity_desktop.domain.people_words import is_institution

_PARTS: Final = 3
_POSITION: Final = re.compile(
    r"^(?:plt|plh|pj|kepala|ka\b|ketua|wakil|sekretaris|sek(?:dis|cam|lur|ban)|kabid|kabag|kasi|kasie|kasubb?ag"
    r"|kadis|kaban|staf|anggota|direktur|dosen|rektor|dekan|camat|lurah|analis|pranata|perencana|operator|manajer"
    r"|koordinator|penyuluh|pengawas|pengurus|bendahara|guru|wartawan|jurnalis|reporter|redaktur|fungsional"
    r"|pelaksana|ajudan|asisten|supervisor|relawan|pimpinan|pemilik|admin|arsiparis|auditor)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in one line: name, position, institution as written."""

    name: str = ""
    position: str = ""
    institution: str = ""


def read_line(line: str, names: OpdNames | None = None) -> PersonLine:
    """Return the parts of ``Budi Santoso, S.T.; Kabid; Kominfo``, parted by semicolons or tabs.

    The last two may stand either way round. Of two parts the second is the position, unless it plainly is an
    institution, or surely one of the agencies (``names``).
    """
    sign = "\t" if "\t" in line else ";"
    parts = [" ".join(part.split()) for part in line.split(sign)]
    name, second, third = (*parts, "", "")[:_PARTS]
    third = "; ".join([third, *parts[_PARTS:]]) if len(parts) > _PARTS else third
    is_turned = bool(_POSITION.match(third) or (is_institution(second) and not is_institution(third)))
    if is_turned and not _POSITION.match(second):
        second, third = third, second
    told = PersonLine(name, second, third)
    if names is not None and second and not names.match(third).opd:
        match = names.match(second)
        if match.opd and match.sure:
            return replace(told, position=third, institution=second)
    return told
