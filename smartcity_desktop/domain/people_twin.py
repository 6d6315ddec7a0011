"""Participants who stand in the list twice: likely pairs, their fields side by side, and how two become one.

Two laptops that took in the same list give one person two rows; nothing is ever joined by itself.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Final

from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import PRESENCES
from smartcity_desktop.domain.group import Group, Seat
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.people import Attendance, Certificate, Person, bare_name
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.workshop import Identity, is_nip

SAME_PLACE: Final = "nama dan instansi sama"
SAME_NAME: Final = "nama sama"
SAME_NIP: Final = "NIP sama"
_WORDS: Final = (
    ("name", "Nama"),
    ("number", "Nomor"),
    ("position", "Jabatan"),
    ("place", "OPD / instansi"),
    ("body", "Peran"),
    ("element", "Unsur"),
    ("rank", "Pangkat/golongan"),
    ("gender", "L/P"),
    ("access", "Kebutuhan akses"),
    ("note", "Catatan"),
    ("walk_in", "Peserta tambahan"),
    ("nip", "NIP"),
    ("phone", "HP"),
)
_JOINABLE: Final = frozenset({"access", "note"})
"""Free texts of which both may be wanted."""
_HARMLESS: Final = frozenset({"number", "walk_in"})
"""Fields whose difference is no contradiction: of two numbers one stays, and who was invited was invited."""
_NUMBERS: Final = ("nip", "phone")
_TWO: Final = 2

Key = Callable[..., RowId]
"""Gives the id of a row that exists once per others (``storage.store.Store.key``)."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two rows that seem to be one participant: the one that stays, the one that goes, and why."""

    keep: Person
    gone: Person
    why: str = SAME_PLACE


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a field: its words, and the values by field of the journal."""

    words: str
    values: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One field side by side: what stands left, right, and where both may be wanted joined.

    ``proposed`` is the place among ``options`` that is taken where nobody chooses another.
    """

    field: str
    words: str
    options: tuple[Option, ...]
    proposed: int = 0

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose between."""
        return self.options[0].words != self.options[1].words

    @property
    def is_telling(self) -> bool:
        """Whether it says anything of a participant: nobody is told that he is no walk-in."""
        return any(item.words and dict(item.values).get(self.field, True) for item in self.options)

    @property
    def is_open(self) -> bool:
        """Whether the two contradict each other: both say something, and not both can stay."""
        if self.field in _HARMLESS or len(self.options) > _TWO:
            return False
        left, right = (key_of(item.words) for item in self.options)
        # A name with its titles says all that the bare one does.
        is_part = self.field == "name" and (left in right or right in left)
        return bool(left and right) and left != right and not is_part


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair with its fields, and in sentences what goes over to the row that stays."""

    twin: Twin
    lines: tuple[Line, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether the two contradict each other nowhere."""
        return not any(item.is_open for item in self.lines)


@dataclass(frozen=True, slots=True)
class Ties:
    """What hangs on participants: marks, seats, certificates, personal numbers, the groups they lead."""

    attendances: tuple[Attendance, ...] = ()
    seats: tuple[Seat, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    identities: tuple[Identity, ...] = ()
    groups: tuple[Group, ...] = ()

    def of(self, *rows: RowId) -> "Ties":
        """Return only what hangs on these participants."""
        wanted = set(rows)
        return Ties(
            tuple(item for item in self.attendances if item.person in wanted),
            tuple(item for item in self.seats if item.person in wanted),
            tuple(item for item in self.certificates if item.person in wanted),
            tuple(item for item in self.identities if item.subject in wanted),
            tuple(item for item in self.groups if wanted & {item.chair, item.scribe}),
        )


# Likely pairs ----------------------------------------------------------------------------------------------


def twins(
    people: Sequence[Person], nips: Mapping[RowId, str], apart: Collection[frozenset[RowId]] = ()
) -> tuple[Twin, ...]:
    """Return the pairs that are likely one participant, in the order of the list.

    One name without titles at one agency, or one NIP; two NIP that differ are two people. ``apart`` are
    pairs of which somebody said so.
    """
    named = _by(people, lambda item: bare_name(item.name))
    numbered = _by(people, lambda item: nips.get(item.id, ""))
    found: dict[frozenset[RowId], Twin] = {}
    for why, groups in ((SAME_NIP, numbered), (SAME_NAME, named)):
        for pair in (each for group in groups for each in combinations(group, 2)):
            ours, theirs = (nips.get(item.id, "") for item in pair)
            differ = bool(ours and theirs) and ours != theirs
            if why == SAME_NAME and (differ or not _same_place(*pair)):
                continue
            key = frozenset(item.id for item in pair)
            if key not in apart:
                known = why == SAME_NIP or not all(item.opd or item.institution for item in pair)
                found.setdefault(key, _ordered(*pair, why if known else SAME_PLACE))
    order = {item.id: place for place, item in enumerate(people)}
    return tuple(
        sorted(
            found.values(),
            key=lambda twin: sorted((order[twin.keep.id], order[twin.gone.id])),
        )
    )


def disjoint(pairs: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Return the pairs of which no two share a participant: those that can be joined in one go."""
    seen: set[RowId] = set()
    found = []
    for item in pairs:
        rows = {item.twin.keep.id, item.twin.gone.id}
        if not rows & seen:
            seen |= rows
            found.append(item)
    return tuple(found)


def _by(people: Iterable[Person], letters: Callable[[Person], str]) -> list[list[Person]]:
    found: dict[str, list[Person]] = {}
    for item in people:
        found.setdefault(letters(item), []).append(item)
    return [group for word, group in found.items() if word and len(group) > 1]


def _same_place(one: Person, other: Person) -> bool:
    """Return whether two may come from one place; nobody knows of somebody without any."""
    ours, theirs = (item.opd or key_of(item.institution) for item in (one, other))
    return not ours or not theirs or ours == theirs


def _ordered(one: Person, other: Person, why: str) -> Twin:
    """Let the row stay that was made first: two laptops that join the same pair keep the same one."""
    keep, gone = sorted((one, other), key=lambda item: item.id)
    return Twin(keep, gone, why)


# Side by side ----------------------------------------------------------------------------------------------


def compare(
    twin: Twin,
    ties: Ties,
    agencies: Mapping[RowId, str],
    numbers: Mapping[int | None, int] | None = None,
) -> Comparison:
    """Return the fields of a pair side by side, the fuller value proposed.

    ``agencies`` are names by row; ``numbers`` counts how many participants bear each number.
    """
    own = ties.of(twin.keep.id, twin.gone.id)
    sides = [_values(item, own.identities, agencies) for item in (twin.keep, twin.gone)]
    lines = []
    for name, words in _WORDS:
        options: tuple[Option, ...] = (sides[0][name], sides[1][name])
        proposed = _fuller(name, options, numbers or Counter())
        if name in _JOINABLE and _contradict(options):
            both = "; ".join(item.words for item in options)
            options, proposed = (*options, Option(both, ((name, both),))), len(options)
        lines.append(Line(name, words, options, proposed))
    return Comparison(twin, tuple(lines), told(twin, own))


def _contradict(options: tuple[Option, ...]) -> bool:
    left, right = options[0].words, options[1].words
    return bool(left and right) and left != right


def _values(
    person: Person, identities: Iterable[Identity], agencies: Mapping[RowId, str]
) -> dict[str, Option]:
    kept = next((item for item in identities if item.subject == person.id), Identity())
    agency = agencies.get(person.opd, "")
    own = "" if key_of(person.institution) == key_of(agency) else person.institution
    where = ", ".join(word for word in (agency, own) if word)
    found = {
        "place": Option(where, (("opd", person.opd), ("institution", person.institution))),
        "element": Option(
            label("element", person.element) if person.element else "", (("element", person.element),)
        ),
        "number": Option("" if person.number is None else str(person.number), (("number", person.number),)),
        "walk_in": Option("ya" if person.walk_in else "tidak", (("walk_in", person.walk_in),)),
        **{name: Option(getattr(kept, name), ((name, getattr(kept, name)),)) for name in _NUMBERS},
    }
    for name, _words in _WORDS:
        if name not in found:
            text = str(getattr(person, name))
            found[name] = Option(text, ((name, text),))
    return found


def _fuller(name: str, options: Sequence[Option], numbers: Mapping[int | None, int]) -> int:
    """Return which of two values says more; the one that stays where neither does."""
    left, right = (item.words for item in options)
    if not left or not right or left == right:
        return int(not left and bool(right))
    if name == "walk_in":
        return int(right == "tidak")
    if name == "number":
        return int(_bearing(options[1], numbers) < _bearing(options[0], numbers))
    if name == "place":
        return int(not options[0].values[0][1] and bool(options[1].values[0][1]))
    if name == "nip":
        return int(is_nip(right) and not is_nip(left))
    return int(name not in {"body", "element", "gender"} and len(right) > len(left))


def _bearing(option: Option, numbers: Mapping[int | None, int]) -> tuple[int, int]:
    """Return by how many a number is borne, then the number: the one that means nobody else is better."""
    value = dict(option.values)["number"]
    return (numbers.get(int(str(value)), 0), int(str(value)))


def told(twin: Twin, ties: Ties) -> tuple[str, ...]:
    """Return in sentences what goes over from the row that goes, and what ends with it."""
    gone = twin.gone.id
    marks = sum(item.person == gone and bool(item.state) for item in ties.attendances)
    seats = sum(item.person == gone and bool(item.group) for item in ties.seats)
    leads = sum(gone in {item.chair, item.scribe} for item in ties.groups)
    parts = [
        f"{count} {words}"
        for count, words in (
            (marks, "catatan kehadiran"),
            (seats, "tempat di kelompok"),
            (leads, "tugas ketua atau notulis"),
        )
        if count
    ]
    moved, ended = _papers(twin, ties.certificates)
    parts += [f"sertifikat nomor {item.number}" for item in moved if item.number]
    found = [f"Ikut pindah: {', '.join(parts)}."] if parts else []
    found += [f"Sertifikat nomor {item.number} tidak berlaku lagi." for item in ended if item.number]
    return tuple(found)


# One of two ------------------------------------------------------------------------------------------------


def join(pair: Comparison, chosen: Mapping[str, int], ties: Ties, key: Key) -> list[Edit]:
    """Return what makes one participant of two: chosen values, and all that hangs on the one that goes.

    ``chosen`` gives the place among the options by field; the proposed one is taken for the others.
    """
    keep, gone = pair.twin.keep, pair.twin.gone
    own = ties.of(keep.id, gone.id)
    values: dict[str, Value] = {}
    for line in pair.lines:
        values.update(line.options[chosen.get(line.field, line.proposed)].values)
    return [
        *_settled(keep, values, own, key),
        *_marks(keep.id, gone.id, own.attendances, key),
        *_places(keep.id, gone.id, own, key),
        *_certificates(pair.twin, own.certificates, key),
        Gone("person", gone.id),
    ]


def _settled(keep: Person, values: Mapping[str, Value], ties: Ties, key: Key) -> Iterator[Edit]:
    names = {item.name for item in fields(Person)} & values.keys()
    for name in sorted(names):
        if getattr(keep, name) != values[name]:
            yield Set("person", keep.id, name, values[name])
    kept = next((item for item in ties.identities if item.subject == keep.id), None)
    numbers = {name: values.get(name) or None for name in _NUMBERS}
    if kept is None and any(numbers.values()):
        yield Birth("identity", key("identity", keep.id), {"subject": keep.id, **numbers})
    elif kept is not None:
        for name, value in numbers.items():
            if (getattr(kept, name) or None) != value:
                yield Set("identity", kept.id, name, value)


def _marks(keep: RowId, gone: RowId, marks: Sequence[Attendance], key: Key) -> Iterator[Edit]:
    """Let the marks go over, once per day and session: present before deputy before absent."""
    standing = {(item.date, item.session): item for item in marks if item.person == keep and item.state}
    for item in marks:
        if item.person != gone or not item.state:
            continue
        other = standing.get((item.date, item.session))
        if other is None or _weight(item) < _weight(other):
            values = {each.name: getattr(item, each.name) for each in fields(item) if each.name != "id"}
            row = key("attendance", keep, item.date, item.session)
            yield Birth("attendance", row, values | {"person": keep})


def _weight(mark: Attendance) -> int:
    return PRESENCES.index(mark.state) if mark.state in PRESENCES else len(PRESENCES)


def _places(keep: RowId, gone: RowId, ties: Ties, key: Key) -> Iterator[Edit]:
    """Let seats and offices go over; who sits at another table than the one he led gives that office up."""
    at: dict[RowId, RowId] = {}
    for item in ties.seats:
        if item.person == keep:
            at[item.grouping] = item.group
    for item in ties.seats:
        if item.person == gone:
            if not at.get(item.grouping) and item.group:
                at[item.grouping] = item.group
                values: dict[str, Value] = {"person": keep, "grouping": item.grouping, "group": item.group}
                yield Birth("seat", key("seat", item.grouping, keep), {**values, "why": item.why})
            yield Gone("seat", item.id)
    for group in ties.groups:
        is_here = at.get(group.grouping, group.id) == group.id
        for name, other in (("chair", "scribe"), ("scribe", "chair")):
            if getattr(group, name) == gone:
                is_free = getattr(group, other) != keep
                yield Set("group", group.id, name, keep if is_here and is_free else None)


def _papers(twin: Twin, certificates: Sequence[Certificate]) -> tuple[list[Certificate], list[Certificate]]:
    """Return the certificates that go over, and those that end because the one who stays has his own."""
    mine = {
        (item.stage, bare_name(item.holder))
        for item in certificates
        if item.person == twin.keep.id and item.number
    }
    theirs = [item for item in certificates if item.person == twin.gone.id]
    ended = [item for item in theirs if (item.stage, bare_name(item.holder)) in mine]
    return [item for item in theirs if item not in ended], ended


def _certificates(twin: Twin, certificates: Sequence[Certificate], key: Key) -> Iterator[Edit]:
    for item in _papers(twin, certificates)[0]:
        moved = replace(item, person=twin.keep.id)
        values = {each.name: getattr(moved, each.name) for each in fields(moved) if each.name != "id"}
        values["holder"] = moved.holder or None
        yield Birth("certificate", key("certificate", moved.person, moved.stage, moved.holder), values)
