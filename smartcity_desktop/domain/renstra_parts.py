"""A table of all agencies while a person looks at it: which part goes to which agency, and what is stored.

Every answer gives a new state; the state before is the way back. Nothing here touches a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_change import money_by_year
from smartcity_desktop.domain.renstra_decide import apply
from smartcity_desktop.domain.renstra_draft import Decision, Draft, Problem
from smartcity_desktop.domain.renstra_split import agencies_of, merged, split
from smartcity_desktop.domain.wording import calm_name

SKIP: Final = ""
"""The target of a part that is not stored."""
_NEW: Final = "new:"
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """What a table of all agencies holds for one of them; ``name`` is as the table writes it.

    ``opd`` is the agency it seems to be (``sure`` is False where a person should look), no row where none
    is; ``standing`` tells that this agency has a Renstra already. Lines that name no agency have no name.
    """

    name: str
    draft: Draft
    opd: RowId = NO_ROW
    sure: bool = True
    standing: bool = False


@dataclass(frozen=True, slots=True)
class PartChoice:
    """One Renstra to store: for the agency ``opd``, or for a new one of this ``name``.

    ``replaces`` lets it take the place of a Renstra that stands; ``ties`` say by hand which line (its place)
    a stored one has become.
    """

    draft: Draft
    opd: RowId = NO_ROW
    name: str = ""
    replaces: bool = False
    ties: Mapping[RowId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part and its target: the row of an agency, ``new_target`` of a name, or ``SKIP``.

    ``sure`` is False as long as the target is a guess at which nobody has looked.
    """

    name: str
    draft: Draft
    target: str = SKIP
    sure: bool = True

    @property
    def money(self) -> Mapping[str, int]:
        """The money by year, in rupiah."""
        return money_by_year(self.draft.lines)

    @property
    def programs(self) -> int:
        """How many programs it has."""
        return sum(line.level == "program" for line in self.draft.lines)


def new_target(name: str) -> str:
    """Return what stands for a new agency of this name; words that are all capitals are calmed."""
    return f"{_NEW}{calm_name(name) if ' ' in name else name}"


def new_name(target: str) -> str:
    """Return the name of the new agency that a target stands for, empty where it stands for none."""
    return target.removeprefix(_NEW) if target.startswith(_NEW) else ""


def is_of_several(draft: Draft) -> bool:
    """Tell whether a reading is a table of several agencies."""
    names = {name for line in draft.lines for name in agencies_of(line)}
    return len(names) >= _FEW


@dataclass(frozen=True, slots=True)
class Parts:
    """The whole list. ``whole`` is the reading it comes from; ``asked`` are doubts about the file as a whole.

    ``standing`` are the agencies that have a Renstra; ``replacing`` the targets whose Renstra shall give way.
    """

    whole: Draft
    rows: tuple[PartRow, ...] = ()
    asked: tuple[Problem, ...] = ()
    standing: frozenset[str] = frozenset()
    replacing: frozenset[str] = frozenset()
    ties: Mapping[str, Mapping[RowId, int]] = field(default_factory=dict)

    def own(self, place: int) -> tuple[Problem, ...]:
        """Return the doubts about one part alone; those about the file are asked once for all."""
        asked = {item.key for item in self.asked}
        return tuple(item for item in self.rows[place].draft.problems if item.key not in asked)

    def same(self, target: str) -> tuple[int, ...]:
        """Return the places of the parts that go to one target."""
        return tuple(at for at, row in enumerate(self.rows) if target and row.target == target)

    def stays(self, target: str) -> bool:
        """Tell whether the Renstra that stands at a target is left as it is."""
        return target in self.standing and target not in self.replacing

    def aimed(self, place: int, target: str) -> "Parts":
        """Return the list after a person gave a part its target; that target is sure then."""
        row = replace(self.rows[place], target=target, sure=True)
        return self._with(place, row, {self.rows[place].target, target})

    def agreed(self, place: int) -> "Parts":
        """Return the list after a person said that a guess is right."""
        return self._with(place, replace(self.rows[place], sure=True), set())

    def read(self, place: int, draft: Draft) -> "Parts":
        """Return the list after the doubts of a part were answered; ``draft`` is as ``alone`` gave it.

        A line that was given to another agency goes to the part of that name, which comes last where it is
        new; a part without any line is gone.
        """
        row = self.rows[place]
        asked = {item.key for item in self.asked}
        kept = tuple(item for item in row.draft.problems if item.key in asked)
        whole = replace(draft, problems=(*kept, *draft.problems))
        given = [line for line in draft.lines if line.opd not in {"", row.name}]
        parts = {part.opd_name: part for part in split(whole)} if given and row.name else {row.name: whole}
        own = parts.pop(row.name, None)
        rows = [*self.rows]
        for name, part in parts.items():
            at = next((at for at, one in enumerate(rows) if one.name.casefold() == name.casefold()), None)
            if at is None:
                rows.append(PartRow(name, part))
            else:
                rows[at] = replace(rows[at], draft=merged([rows[at].draft, part]))
        rows[place : place + 1] = [replace(row, draft=own)] if own is not None else []
        touched = {row.target, *(one.target for one in rows if one not in self.rows)}
        ties = {target: told for target, told in self.ties.items() if target not in touched}
        return replace(self, rows=tuple(rows), ties=ties)

    def alone(self, place: int) -> Draft:
        """Return the draft of a part without the doubts that are asked for the whole file."""
        return replace(self.rows[place].draft, problems=self.own(place))

    def switched(self, target: str) -> "Parts":
        """Return the list after the Renstra that stands at a target was given up, or kept after all."""
        if target not in self.standing:
            return self
        return replace(self, replacing=self.replacing ^ {target})

    def replaces_all(self, *, on: bool) -> "Parts":
        """Return the list where every Renstra that stands gives way, or none."""
        targets = frozenset(row.target for row in self.rows) & self.standing
        return replace(self, replacing=targets if on else frozenset())

    def adds_unknown(self) -> "Parts":
        """Return the list where every name that goes nowhere becomes a new agency."""
        rows = tuple(
            replace(row, target=new_target(row.name)) if row.name and row.target == SKIP else row
            for row in self.rows
        )
        return replace(self, rows=rows)

    def tied(self, target: str, ties: Mapping[RowId, int]) -> "Parts":
        """Return the list after a person tied old lines of a target to new ones."""
        return replace(self, ties={**self.ties, target: dict(ties)})

    def decided(self, decision: Decision) -> "Parts":
        """Return the list after a doubt about the file was answered, for every part.

        Raises UserFault("read-mend") where the value cannot stand in its place.
        """
        rows = tuple(replace(row, draft=apply(row.draft, [decision])) for row in self.rows)
        whole = apply(self.whole, [decision])
        left = {item.key for item in whole.problems}
        asked = tuple(item for item in self.asked if item.key in left)
        return replace(self, rows=rows, whole=whole, asked=asked)

    def joined(self, target: str) -> Draft:
        """Return what is stored at a target: its part, or its parts together."""
        return merged([self.rows[place].draft for place in self.same(target)])

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets in the order of the list, without those whose Renstra stays."""
        found = dict.fromkeys(row.target for row in self.rows if row.target != SKIP)
        return tuple(target for target in found if not self.stays(target))

    @property
    def choices(self) -> tuple[PartChoice, ...]:
        """What is stored; the Renstra that stay are among it, so that the result can name them."""
        found = dict.fromkeys(row.target for row in self.rows if row.target != SKIP)
        return tuple(
            PartChoice(
                self.joined(target),
                NO_ROW if new_name(target) else RowId(target),
                new_name(target),
                target in self.replacing,
                self.ties.get(target, {}),
            )
            for target in found
        )

    def _with(self, place: int, row: PartRow, touched: set[str]) -> "Parts":
        """Put a row in its place; ties to lines that are others now are gone."""
        rows = (*self.rows[:place], row, *self.rows[place + 1 :])
        ties = {target: told for target, told in self.ties.items() if target not in touched}
        replacing = self.replacing & {item.target for item in rows}
        return replace(self, rows=rows, ties=ties, replacing=replacing)


def parts_of(whole: Draft, found: Sequence[AgencyPart], standing: frozenset[str] = frozenset()) -> Parts:
    """Return the list as it begins; ``standing`` are the rows of all agencies that have a Renstra."""
    asked = tuple(item for item in whole.problems if item.line is None and item.held is None)
    rows = tuple(
        PartRow(item.name, item.draft, str(item.opd or SKIP), item.sure or not item.opd) for item in found
    )
    return Parts(whole, rows, asked, standing)
