"""Which agency of the workshop an institution is, as people write it in a list of participants."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of, plain
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.reference import OpdProposal

_LONG: Final = (
    (r"\bkec\b\.?", "kecamatan"),
    (r"\bkel\b\.?", "kelurahan"),
    (r"\bbag\b\.?", "bagian"),
    (r"\bdin\b\.?", "dinas"),
    (r"\bdisdik\b", "dinas pendidikan"),
    (r"\buniv\b\.?", "universitas"),
    (r"\bsetda\b", "sekretariat daerah"),
    (r"\b(?:kab|kabupaten)\b\.?", "kabupaten"),
    (r"&", " dan "),
)
_LEAST: Final = 8
"""Letters of a name from which on it counts where it stands inside a longer text."""


@dataclass(frozen=True, slots=True)
class OpdMatch:
    """The agency an institution seems to be; ``sure`` is False where a person should look."""

    opd: RowId = NO_ROW
    sure: bool = True


class OpdNames:
    """Finds agencies by name, short name, other short names, then by what the name tells."""

    def __init__(
        self,
        opds: Sequence[Opd],
        region: str = "",
        shorts: Mapping[str, str] | None = None,
        propose: Callable[[str], OpdProposal] | None = None,
    ) -> None:
        """``shorts`` gives the usual name of a short one, both as ``key_of`` letters; ``region`` is its name.

        ``propose`` tells kind and bidang urusan from a name (``services.opd``).
        """
        self._opds = tuple(opds)
        self._region = key_of(region)
        own = re.sub(r"^(?:kabupaten|kota)\s+", "", " ".join(plain(region).split()))
        self._ending = re.compile(rf"\s+(?:kab\b\.?|kabupaten|kota|pemkab|pemkot)?\s*{re.escape(own)}$")
        self._shorts = shorts or {}
        self._propose = propose
        self._by_name = self._named(opds)
        self._told: dict[str, OpdMatch] = {}
        self._long: list[tuple[RowId, str]] | None = None

    def match(self, text: str) -> OpdMatch:
        """Return the agency that a text means, an empty one where none does."""
        letters = key_of(text)
        if not letters:
            return OpdMatch()
        if letters not in self._told:
            self._told[letters] = self._look(text)
        return self._told[letters]

    def _look(self, text: str) -> OpdMatch:
        for spelling in self._spellings(text):
            found = self._by_name.get(spelling)
            if found is not None:
                return OpdMatch(found)
        return self._near(text)

    def _near(self, text: str) -> OpdMatch:
        told = self._propose(self._without_region(text)) if self._propose else None
        if told is not None and told.bidang and not told.ambiguous:
            same = [
                item.id
                for item in self._opds
                if item.kind == told.kind and not set(told.bidang).isdisjoint(item.bidang)
            ]
            if len(same) == 1:
                return OpdMatch(same[0], sure=False)
        letters = self._plain_key(text)
        if self._long is None:
            self._long = [
                (item.id, self._plain_key(item.name))
                for item in self._opds
                if len(key_of(item.name)) >= _LEAST
            ]
        inside = [row for row, own in self._long if own in letters]
        return OpdMatch(inside[0], sure=False) if len(inside) == 1 else OpdMatch()

    def _without_region(self, text: str) -> str:
        """Return a name without the region at its end (Dinas Kominfo Kota Contoh)."""
        return self._ending.sub("", " ".join(plain(text).split())) if self._region else text

    def _named(self, opds: Iterable[Opd]) -> dict[str, RowId]:
        found: dict[str, list[RowId]] = {}
        for item in opds:
            for name in (item.name, item.short):
                for spelling in self._spellings(name):
                    found.setdefault(spelling, []).append(item.id)
        # A short name that two agencies share names neither.
        return {name: rows[0] for name, rows in found.items() if len(set(rows)) == 1}

    def _spellings(self, text: str) -> list[str]:
        """Return the ways in which one name may be written, its own letters first."""
        letters, long = key_of(text), self._plain_key(text)
        found = [letters, long, self._shorts.get(letters, ""), self._shorts.get(long, "")]
        return [item for item in dict.fromkeys(found) if item]

    def _plain_key(self, text: str) -> str:
        """Return the letters with shortened words written out and the region left away."""
        words = plain(text)
        for pattern, whole in _LONG:
            words = re.sub(pattern, whole, words)
        letters = key_of(words)
        for ending in (
            self._region,
            self._region.removeprefix("kabupaten"),
            self._region.removeprefix("kota"),
        ):
            if ending and letters.endswith(ending) and len(letters) > len(ending) + _LEAST:
                return letters[: -len(ending)]
        return letters
