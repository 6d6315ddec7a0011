"""Checks of codes and names: against the nomenclature with its editions, the agency's fields, each other."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_checks_frame import WORKS, Looked, short
from smartcity_desktop.domain.renstra_checks_limits import (
    FOREIGN_PROGRAMS,
    FOREIGN_SHARE,
    NAME_LETTERS,
    NAME_SHARE,
    NEWER_EDITION,
)
from smartcity_desktop.domain.renstra_draft import Finding, LineDraft

_BIDANG: Final = 2
_TITLE: Final = re.compile(r"^\s*(?:sub\s*kegiatan|program|kegiatan)\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z0-9]+")
_EMPTY_WORDS: Final = frozenset(
    {"dan", "di", "yang", "untuk", "pada", "dengan", "dalam", "atau", "serta", "oleh", "dari", "lainnya"}
    | {"kabupaten", "kota", "daerah", "provinsi", "program", "kegiatan", "sub", "subkegiatan", "rangka"}
)
_ACTIVITY: Final = re.compile(
    r"^(?:(?:kegiatan|belanja|biaya)\s+)?(?:rapat|pengadaan|sosialisasi|pelatihan|bimbingan teknis|bimtek|"
    r"pembangunan gedung|pembangunan kantor|rehabilitasi gedung|penyusunan|workshop|lokakarya|seminar|"
    r"perjalanan dinas|studi banding|kunjungan kerja|pembelian|honorarium|cetak|pencetakan|"
    r"pemeliharaan gedung|monitoring|koordinasi|lomba|upacara|peringatan hari|pembuatan)\b",
    re.IGNORECASE,
)
_SHORT_SUB: Final = 2


def codes(plan: Looked) -> Iterator[Finding]:
    """Name codes that no edition holds, and those that only one edition holds in the wrong years."""
    if not plan.names:
        return
    years = plan.calendar()
    for index, line in plan.of_level(*WORKS):
        if not line.code:
            continue
        if not plan_code.known(line.code, plan.names):
            message = f"Kode {line.code} tidak ada dalam nomenklatur. Periksa apakah dari nomenklatur lama."
            yield plan.found(index, "code-unknown", message, "code", line.code)
            continue
        found = _of_edition(plan, index, line, years)
        if found is not None:
            yield found


def _of_edition(plan: Looked, index: int, line: LineDraft, years: list[int]) -> Finding | None:
    editions = plan.facts.editions.get(listed(line.code, plan.names), ())
    newer = int(NEWER_EDITION.worth)
    if len(editions) != 1 or not years:
        return None
    if editions[0] < newer <= years[-1]:
        message = f"Kode {line.code} ada dalam nomenklatur {editions[0]}, tetapi tidak lagi mulai {newer}."
        follower = _follower(plan, listed(line.code, plan.names), newer)
        message += f" Nama yang sama kini berkode {follower}." if follower else ""
        return plan.found(index, "code-retired", message, "code", line.code)
    if editions[0] >= newer > years[0]:
        message = f"Kode {line.code} baru ada mulai {newer}, padahal Renstra mulai {years[0]}."
        return plan.found(index, "code-newer", message, "code", line.code)
    return None


def _follower(plan: Looked, code: str, newer: int) -> str:
    """Return the code of the newer edition that has the same name beside a code, "" where there is none."""
    above, name = f"{code.rpartition('.')[0]}.", plan.names[code].casefold()
    return next(
        (
            other
            for other, called in plan.names.items()
            if other.startswith(above)
            and called.casefold() == name
            and plan.facts.editions.get(other, (0,))[-1] >= newer
        ),
        "",
    )


def names(plan: Looked) -> Iterator[Finding]:
    """Name lines that are called otherwise than their code, with what the nomenclature calls it."""
    for index, line in plan.of_level(*WORKS):
        official = plan.names.get(listed(line.code, plan.names), "") if line.code else ""
        if official and line.name and not _same_name(line.name, official):
            message = f'{line.code} tertulis "{short(line.name)}". Nomenklatur: "{short(official, 90)}".'
            yield plan.found(index, "name-differs", message, "name", line.name)


def foreign(plan: Looked) -> Iterator[Finding]:
    """Name programs of fields that the agency does not bear; nearly only such are said once for the file."""
    own = {code for code in plan.facts.bidang if code}
    programs = [
        (index, line)
        for index, line in plan.of_level("program")
        if plan_code.depth(line.code) > _BIDANG and not _is_support(line)
    ]
    strange = [(index, line) for index, line in programs if bidang_of(line.code) not in own]
    if not own or not strange:
        return
    if len(strange) >= max(FOREIGN_PROGRAMS.worth, FOREIGN_SHARE.worth * len(programs)):
        fields = ", ".join(sorted({bidang_of(line.code) for _, line in strange}))
        message = (
            f"{len(strange)} dari {len(programs)} program berkode bidang {fields}, padahal yang dicatat "
            f"{', '.join(sorted(own))}. Mungkin ini berkas lain."
        )
        yield plan.whole("wrong-agency", message, {"bidang": fields})
        return
    for index, line in strange:
        field = bidang_of(line.code)
        called = plan.names.get(field, "").removeprefix("URUSAN PEMERINTAHAN ").capitalize()
        named = f"{field} ({called})" if called else field
        message = (
            f'Program {line.code} "{short(line.name)}" termasuk bidang {named}, di luar bidang yang dicatat.'
        )
        yield plan.found(index, "code-foreign", message, "code", line.code)


def activities(plan: Looked) -> Iterator[Finding]:
    """Name programs that are called like something one does, with no code of a program or one of another."""
    for index, line in plan.of_level("program"):
        official = plan.names.get(line.code, "")
        borrowed = bool(official) and not _same_name(line.name, official)
        unfit = borrowed or not plan_code.fits(line.code, "program")
        if unfit and _ACTIVITY.match(_TITLE.sub("", line.name)):
            message = f'"{short(line.name)}" ditulis sebagai program, tetapi namanya seperti kegiatan.'
            yield plan.found(index, "activity-as-program", message)


def twice(plan: Looked) -> Iterator[Finding]:
    """Name codes that stand at two lines of other names, and lines that stand twice under one parent."""
    first: dict[tuple[str, str], int] = {}
    seen: dict[tuple[str, str, int | None, str], int] = {}
    for index, line in plan.of_level(*WORKS):
        key = (line.level, line.code, line.parent, plan_code.plain(line.name))
        if key in seen and line.name:
            yield _line_twice(plan, index, seen[key])
        elif line.code and (line.level, line.code) in first:
            other = plan.lines[first[line.level, line.code]]
            if not _same_name(line.name, other.name):
                message = f'Kode {line.code} dipakai untuk "{short(other.name)}" dan "{short(line.name)}".'
                yield plan.found(index, "code-twice", message, "code", line.code)
        seen.setdefault(key, index)
        if line.code:
            first.setdefault((line.level, line.code), index)


def _line_twice(plan: Looked, index: int, other: int) -> Finding:
    line = plan.lines[index]
    row = plan.lines[other].origin.row
    where = f" (baris {row})" if row else ""
    called = f"{line.code} {short(line.name)}".strip()
    return plan.found(index, "line-twice", f'"{called}" sudah tertulis di atas{where}.')


def parents(plan: Looked) -> Iterator[Finding]:
    """Name lines whose code does not begin with that of the line they stand under."""
    for index, line in plan.of_level(*WORKS[1:]):
        upper = plan.lines[line.parent] if line.parent is not None else None
        if upper is None or upper.level not in WORKS or not _in_order(line, upper):
            continue
        if not _neutral(line).startswith(f"{_neutral(upper)}."):
            message = f'{line.code} "{short(line.name)}" berada di bawah {upper.code} "{short(upper.name)}".'
            yield plan.found(index, "wrong-parent", message, "code", line.code)


def _in_order(line: LineDraft, upper: LineDraft) -> bool:
    return plan_code.fits(line.code, line.level) and plan_code.fits(upper.code, upper.level)


def _neutral(line: LineDraft) -> str:
    """Return a code without the agency's own field where it is one of support."""
    parts = line.code.split(".")
    return ".".join(("X", "XX", *parts[2:])) if _is_support(line) else line.code


def _is_support(line: LineDraft) -> bool:
    return line.support or plan_code.is_support(line.code)


def bidang_of(code: str) -> str:
    """Return the field of a code: its first two parts."""
    return ".".join(code.split(".")[:_BIDANG])


def listed(code: str, nomenclature: Mapping[str, str]) -> str:
    """Return the form of a code under which the nomenclature holds it, the code itself where it does not."""
    if code in nomenclature:
        return code
    parts = code.split(".")
    if plan_code.level(code) == "subkegiatan" and len(parts[-1]) == _SHORT_SUB:
        parts[-1] = parts[-1].zfill(4)
    if plan_code.is_support(code) and ".".join(parts) not in nomenclature:
        parts[:2] = ["X", "XX"]
    return ".".join(parts)


@lru_cache(maxsize=16384)
def _stems(name: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(name.lower()) if word not in _EMPTY_WORDS)
    return frozenset(word[: int(NAME_LETTERS.worth)] for word in words)


def _same_name(one: str, other: str) -> bool:
    return shared_words(one, other) >= NAME_SHARE.worth


def shared_words(one: str, other: str) -> float:
    """Return how many of the words of the shorter name the other has too, 0 to 1, endings left aside.

    Cheap, for plans of many thousand lines. 1 where one of them says nothing.
    """
    left, right = _stems(one), _stems(other)
    if not left or not right:
        return 1.0
    return len(left & right) / min(len(left), len(right))
