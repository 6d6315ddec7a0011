"""Who came to the sample city's days: by a fixed rule, so that every sample is alike and any list will do."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any, Final
from zlib import crc32

from smartcity_desktop.domain.attendance import CAME, SENT
from smartcity_desktop.domain.entity import WAYS
from smartcity_desktop.domain.people import BODIES, Attendance, Person

_HUNDRED: Final = 100
_DEWAN: Final = BODIES[0]
_BY_NUMBER, _, _, _AS_GUEST = WAYS


def sample_marks(
    people: Sequence[Person], rule: Mapping[str, Any], deputies: Sequence[Mapping[str, str]]
) -> list[Attendance]:
    """Return who was there on one day of the rule; ids are left to whoever writes them.

    ``rule`` is one of the days in the shelf's ``sample/attendance.json``.
    """
    day = str(rule["day"])
    opens = datetime.fromisoformat(f"{day}T{rule['opens']}:00{rule['zone']}")
    found: list[Attendance] = []
    names = cycle(deputies)
    for item in people:
        if _chance(item, day, "share") >= rule["share"]:
            continue
        seconds = _chance(item, day, "minute") * rule["minutes"] * 60 // _HUNDRED + _chance(
            item, day, "second"
        )
        sends = item.body == _DEWAN and not item.walk_in and _chance(item, day, "utusan") >= rule["leaders"]
        deputy = next(names, {}) if sends else {}
        found.append(
            Attendance(
                person=item.id,
                date=day,
                state=SENT if deputy else CAME,
                at=(opens + timedelta(seconds=seconds)).isoformat(),
                way=_AS_GUEST if item.walk_in else _BY_NUMBER,
                deputy=deputy.get("deputy", ""),
                deputy_position=deputy.get("deputy_position", ""),
            )
        )
    return found


def _chance(person: Person, day: str, about: str) -> int:
    """Return 0 to 99, always the same for this participant, day and matter."""
    return crc32(f"{person.number}·{person.name}·{day}·{about}".encode()) % _HUNDRED
