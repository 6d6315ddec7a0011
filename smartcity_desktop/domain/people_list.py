"""What becomes of every row of a list of participants: nothing is left out without being shown."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.people import GOVERNMENT, Person, bare_name, digits_of
from smartcity_desktop.domain.people_opd import OpdMatch, OpdNames
from smartcity_desktop.domain.people_sheet import Layout, PeopleSheet, merged_texts
from smartcity_desktop.domain.people_words import (
    body_of,
    element_of,
    field_of,
    gender_of,
    guessed_element,
    is_institution,
)
from smartcity_desktop.domain.workshop import is_nip

ADD: Final = "tambah"
FILL: Final = "lengkapi"
SKIP: Final = "lewati"
PERSON: Final = "person"
HEADING: Final = "heading"
OTHER: Final = "other"
KEPT_APART: Final = ("nip", "phone")
FILLED: Final = ("position", "opd", "institution", "body", "element", "rank", "gender", "access", "note")
"""What a row may fill in for somebody who stands in the list already, where it is still empty."""

_SPOILED: Final = re.compile(r"^\d[.,]\d+E\+?\d+$", re.IGNORECASE)
_NIP_IN_NAME: Final = re.compile(r"[\s(]*\bNIP[.\s:]*([\d\s.\-]{18,30})\)?", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^\s*\d{1,3}[.)]\s+")
_FOOTER: Final = re.compile(
    r"^(?:jumlah|total|mengetahui|catatan|keterangan|disetujui|dibuat|ditetapkan|tembusan|a\.n\.)\b",
    re.IGNORECASE,
)
_PHONE_DIGITS: Final = range(7, 16)
_LOST_NOUGHT: Final = re.compile(r"8\d{8,12}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What should be looked at in a row; ``weight`` is ``stop`` (cannot be taken), ``look`` or ``told``.

    ``words`` are the program's own, ``about`` is what stands in the file and is put in their place ``{}``.
    """

    words: str
    weight: str = "look"
    about: str = ""

    def said(self, say: Callable[[str], str] = str) -> str:
        """Return the sentence, the program's words as ``say`` puts them."""
        return say(self.words).replace("{}", self.about)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row of the file (``row`` counted from 1) and what becomes of it.

    ``kind`` is a person, a heading over people, or something else; ``place`` is the institution as it is
    written. ``person`` is what would be added, without
    id; ``match`` the participant it seems to be, ``twin`` the earlier row of the file. ``action`` is what is
    proposed, ``actions`` what may be chosen.
    """

    row: int
    kind: str = PERSON
    text: str = ""
    person: Person = field(default_factory=Person)
    place: str = ""
    nip: str = ""
    phone: str = ""
    doubts: tuple[Doubt, ...] = ()
    match: RowId = NO_ROW
    twin: int = 0
    action: str = ADD
    actions: tuple[str, ...] = (ADD, SKIP)


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows are compared with: the participants, their numbers where kept, and the agencies."""

    people: tuple[Person, ...] = ()
    nips: Mapping[RowId, str] = field(default_factory=dict)
    phones: Mapping[RowId, str] = field(default_factory=dict)
    opds: OpdNames = field(default_factory=lambda: OpdNames(()))
    outside: frozenset[RowId] = frozenset()
    """Agencies at the table that are none of the government."""
    keep_nip: bool = False
    keep_phone: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about the whole list: agencies by the letters of an institution, filling down."""

    opds: Mapping[str, RowId] = field(default_factory=dict)
    fill_down: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it would be taken in; ``filled_down`` rows got their institution from a row above."""

    candidates: tuple[Candidate, ...] = ()
    filled_down: int = 0
    empty_rows: int = 0
    """Rows that hold a running number at most."""

    def count(self, action: str, chosen: Mapping[int, str] | None = None) -> int:
        """Return how many people get an action, ``chosen`` ones by row before the proposed ones."""
        told = chosen or {}
        return sum(told.get(item.row, item.action) == action for item in self.people)

    @property
    def people(self) -> list[Candidate]:
        """The rows that are people."""
        return [item for item in self.candidates if item.kind == PERSON]


def read_list(sheet: PeopleSheet, layout: Layout, known: Known, choice: Choice | None = None) -> Reading:
    """Return what becomes of every row below the head."""
    return _Reader(sheet, layout, known, choice or Choice()).read()


class _Reader:
    """One list on its way: what stands above a row counts for the rows below it."""

    def __init__(self, sheet: PeopleSheet, layout: Layout, known: Known, choice: Choice) -> None:
        self._sheet, self._layout, self._known, self._choice = sheet, layout, known, choice
        self._place = {name: at for at, name in enumerate(layout.columns) if name}
        self._merged = merged_texts(
            sheet, [at for name, at in self._place.items() if name in {"opd", "element", "body"}]
        )
        self._is_bare = set(self._place) == {"name"}
        self._heading = ""
        self._heading_element = ""
        self._above = ""
        self._filled = 0
        self._gap = False

    def read(self) -> Reading:
        found: list[Candidate] = []
        empty = 0
        for at in range(self._layout.end, len(self._sheet.rows)):
            cells = [cell.strip() for cell in self._sheet.rows[at]]
            if not any(cells) or self._is_bare_number(cells):
                empty += any(cells)
                # A list of names alone has no table that an empty line would end.
                self._gap = self._gap or not (any(cells) or self._is_bare)
                continue
            found.append(self._row(at, cells))
        return Reading(tuple(_with_doubles(found, self._known)), self._filled, empty)

    def _is_bare_number(self, cells: Sequence[str]) -> bool:
        filled = [(at, cell) for at, cell in enumerate(cells) if cell]
        is_taken = any(self._layout.columns[at] for at, _ in filled)
        return not is_taken and all(cell.strip(".()").isdigit() for _, cell in filled)

    def _row(self, at: int, cells: Sequence[str]) -> Candidate:
        row, text = at + 1, "  ".join(dict.fromkeys(" ".join(cell.split()) for cell in cells if cell))
        name = self._of(cells, "name")
        others = [cell for place, cell in enumerate(cells) if cell and not cell.strip(".()").isdigit()]
        only = len(set(others)) == 1
        # In its own column an institution belongs to somebody whose name is missing.
        stray = only and others[0] != self._of(cells, "opd") and not self._of(cells, "nip")
        if stray and is_institution(others[0]) and not _FOOTER.match(others[0]):
            self._head_over(others[0])
            return _aside(row, HEADING, text, "judul: berlaku untuk baris di bawahnya")
        if self._is_head_again(cells):
            return _aside(row, OTHER, text, "kepala kolom terulang")
        if _FOOTER.match(name) or _FOOTER.match(text) or (not name and stray):
            self._gap = self._gap or self._is_bare
            return _aside(row, OTHER, text, "bukan peserta: tidak ada nama")
        made = self._person(at, cells, row)
        self._gap = self._gap and only
        if self._gap and made.action == ADD:
            words = "hanya nama, terpisah dari tabel: periksa apakah ini peserta"
            made = replace(made, doubts=(*made.doubts, Doubt(words)), action=SKIP)
        return replace(made, text=text)

    def _is_head_again(self, cells: Sequence[str]) -> bool:
        heads = [field_of(cell) for cell in cells if cell]
        return len({item for item in heads if item}) > 1 and sum(map(bool, heads)) * 2 > len(heads)

    def _head_over(self, text: str) -> None:
        words = re.sub(r"^(?:[IVXivx]{1,4}|[A-Za-z]|\d{1,2})[.)]\s+", "", text)
        element = element_of(words)
        self._heading_element = element
        self._heading = "" if element else " ".join(words.split())
        self._above = ""

    def _of(self, cells: Sequence[str], name: str) -> str:
        at = self._place.get(name, -1)
        return " ".join(cells[at].split()) if 0 <= at < len(cells) else ""

    def _person(self, at: int, cells: Sequence[str], row: int) -> Candidate:
        doubts: list[Doubt] = []
        name, nip = _name_and_nip(self._of(cells, "name"), self._of(cells, "nip"))
        if not any(letter.isalpha() for letter in name):
            doubts.append(Doubt("nama kosong" if not name else "nama tanpa huruf", "stop"))
        institution = self._institution(at, cells, doubts)
        match = self._opd(institution)
        if match.opd and not match.sure:
            doubts.append(Doubt("“{}” dianggap OPD ini: periksa", about=institution))
        position = self._of(cells, "position")
        element = self._element(at, cells, doubts, (institution, position, match))
        if institution and not match.opd and element in {GOVERNMENT, ""}:
            doubts.append(Doubt("OPD tidak dikenal, ditulis sebagai instansi"))
        person = Person(
            name=name,
            position=position,
            opd=match.opd,
            institution="" if match.opd and match.sure else institution,
            body=body_of(self._cell(at, cells, "body")),
            element=element,
            rank=self._of(cells, "rank"),
            gender=self._gender(cells, doubts),
            access=self._of(cells, "access"),
            note=self._of(cells, "note"),
        )
        nip = self._nip(nip, doubts)
        phone = self._phone(self._of(cells, "phone"), doubts)
        stopped = any(item.weight == "stop" for item in doubts)
        actions = (SKIP,) if stopped else (ADD, SKIP)
        return Candidate(
            row,
            PERSON,
            "",
            person,
            institution,
            nip,
            phone,
            tuple(doubts),
            action=actions[0],
            actions=actions,
        )

    def _cell(self, at: int, cells: Sequence[str], name: str) -> str:
        text = self._of(cells, name)
        merged = self._merged.get((at, self._place.get(name, -1)), "")
        return text or " ".join(merged.split())

    def _institution(self, at: int, cells: Sequence[str], doubts: list[Doubt]) -> str:
        text = self._cell(at, cells, "opd")
        if text:
            self._above = text
            return text
        if self._heading:
            return self._heading
        if self._above and self._choice.fill_down:
            self._filled += 1
            doubts.append(Doubt("OPD/instansi dari baris di atasnya", "told"))
            return self._above
        if "opd" in self._place:
            doubts.append(Doubt("OPD/instansi kosong", "told"))
        return ""

    def _opd(self, institution: str) -> OpdMatch:
        chosen = self._choice.opds.get(key_of(institution))
        return self._known.opds.match(institution) if chosen is None else OpdMatch(chosen)

    def _element(
        self, at: int, cells: Sequence[str], doubts: list[Doubt], where: tuple[str, str, OpdMatch]
    ) -> str:
        """Return the unsur that is written, else that of the heading, else what the institution proposes.

        A heading reaches down to the next one, but not to the people of an agency of the government.
        """
        text = self._cell(at, cells, "element")
        if text:
            written = element_of(text)
            if written:
                return written
            doubts.append(Doubt("unsur “{}” tidak dikenal, diusulkan dari instansinya", about=text))
        institution, position, match = where
        is_official = bool(match.opd) and match.opd not in self._known.outside
        if self._heading_element and not (is_official and match.sure):
            return self._heading_element
        if is_official:
            return GOVERNMENT
        return guessed_element(institution, position)

    def _gender(self, cells: Sequence[str], doubts: list[Doubt]) -> str:
        text = self._of(cells, "gender")
        if not text:
            ticked = [letter for letter, name in (("L", "male"), ("P", "female")) if self._of(cells, name)]
            return ticked[0] if len(ticked) == 1 else ""
        found = gender_of(text)
        if not found:
            doubts.append(Doubt("L/P “{}” tidak dikenal, dikosongkan", about=text))
        return found

    def _nip(self, text: str, doubts: list[Doubt]) -> str:
        """Return the digits of a NIP; what is none says so, and is taken as empty."""
        told = text.strip(" -–'’`")
        if not told or not any(letter.isdigit() for letter in told):
            return ""
        problem = _nip_problem(told)
        if problem and self._known.keep_nip:
            doubts.append(Doubt(problem, about=told))
        return "" if problem else digits_of(told)

    def _phone(self, text: str, doubts: list[Doubt]) -> str:
        told = text.strip(" -–'’`")
        digits = digits_of(told).removeprefix("+")
        if not any(letter.isdigit() for letter in told):
            return ""
        if _SPOILED.match(told.replace(" ", "")) or not digits.isdigit() or len(digits) not in _PHONE_DIGITS:
            if self._known.keep_phone:
                doubts.append(Doubt("nomor HP “{}” tidak terbaca, tidak diambil", about=told))
            return ""
        # A number that Excel kept as a figure has lost its first nought.
        return f"0{digits}" if _LOST_NOUGHT.fullmatch(told) else told


def _aside(row: int, kind: str, text: str, words: str) -> Candidate:
    return Candidate(row, kind, text, doubts=(Doubt(words, "told"),), action=SKIP, actions=(SKIP,))


def _name_and_nip(name: str, nip: str) -> tuple[str, str]:
    """Return a name without the NIP that stands below it in the same cell, and without a running number."""
    found = _NIP_IN_NAME.search(name)
    if found and is_nip(digits_of(found[1])):
        name, nip = (name[: found.start()] + name[found.end() :]).strip(" ,;-"), nip or found[1]
    return _NUMBERED.sub("", name).strip(), nip


def _nip_problem(text: str) -> str:
    digits = digits_of(text)
    if _SPOILED.match(text.replace(" ", "")) or (is_nip(digits) and digits.endswith("000")):
        return "NIP dirusak Excel ({}), tidak diambil: ketik ulang dari berkas asal"
    if not is_nip(digits):
        return "NIP “{}” bukan 18 angka, tidak diambil"
    return ""


# Doubles ---------------------------------------------------------------------------------------------------


def _with_doubles(found: Sequence[Candidate], known: Known) -> list[Candidate]:
    """Return the rows with those marked that stand twice in the file or in the list already."""
    in_list = _Standing(known.people, known.nips)
    earlier: list[Candidate] = []
    by_name: dict[str, list[Candidate]] = {}
    by_nip: dict[str, Candidate] = {}
    checked: list[Candidate] = []
    for item in found:
        if item.kind != PERSON or item.actions == (SKIP,):
            checked.append(item)
            continue
        twins = by_name.setdefault(bare_name(item.person.name), [])
        marked = _against_file(item, twins, by_nip.get(item.nip) if item.nip else None)
        marked = in_list.mark(marked, known) if not marked.twin or marked.action == ADD else marked
        checked.append(marked)
        twins.append(item)
        earlier.append(item)
        if item.nip:
            by_nip.setdefault(item.nip, item)
    return checked


def _against_file(item: Candidate, twins: Sequence[Candidate], same_nip: Candidate | None) -> Candidate:
    for twin in twins:
        if _is_same(item.person, item.nip, twin.person, twin.nip):
            doubt = Doubt("dobel di berkas: sama dengan baris {}", about=str(twin.row))
            return replace(item, twin=twin.row, action=SKIP, doubts=(*item.doubts, doubt))
    if same_nip is not None:
        doubt = Doubt("NIP sama dengan baris {}", about=f"{same_nip.row} ({same_nip.person.name})")
        return replace(item, twin=same_nip.row, doubts=(*item.doubts, doubt))
    if twins:
        doubt = Doubt("nama sama dengan baris {}, instansinya lain", about=str(twins[0].row))
        return replace(item, doubts=(*item.doubts, doubt))
    return item


def _is_same(one: Person, nip: str, other: Person, other_nip: str) -> bool:
    """Return whether two rows of one name are one person: by NIP where both have one, else by agency."""
    if nip and other_nip:
        return nip == other_nip
    ours, theirs = _where(one), _where(other)
    return not ours or not theirs or ours == theirs


def _where(person: Person) -> str:
    return person.opd or key_of(person.institution)


class _Standing:
    """The participants of the list, found by name and by NIP."""

    def __init__(self, people: Sequence[Person], nips: Mapping[RowId, str]) -> None:
        self._nips = nips
        self._by_name: dict[str, list[Person]] = {}
        for item in people:
            self._by_name.setdefault(bare_name(item.name), []).append(item)
        by_row = {item.id: item for item in people}
        self._by_nip = {nip: by_row[row] for row, nip in nips.items() if nip and row in by_row}

    def mark(self, item: Candidate, known: Known) -> Candidate:
        namesakes = self._by_name.get(bare_name(item.person.name), [])
        for standing in namesakes:
            nip = self._nips.get(standing.id, "")
            if _is_same(item.person, item.nip, standing, nip):
                return _stands(item, standing, known)
        same_nip = self._by_nip.get(item.nip) if item.nip else None
        if same_nip is not None:
            doubt = Doubt("NIP sama dengan {} di daftar peserta", about=same_nip.name)
            return replace(item, match=same_nip.id, doubts=(*item.doubts, doubt), actions=(ADD, FILL, SKIP))
        if namesakes:
            doubt = Doubt("nama sama dengan peserta {}, instansinya lain", about=_called(namesakes[0]))
            return replace(
                item, match=namesakes[0].id, doubts=(*item.doubts, doubt), actions=(ADD, FILL, SKIP)
            )
        return item


def _called(person: Person) -> str:
    return f"nomor {person.number}" if person.number else person.name


def _stands(item: Candidate, standing: Person, known: Known) -> Candidate:
    """Return a row whose person stands already: it may fill in what is still empty."""
    brings = bool(filling(item, standing, known))
    words = "sudah ada ({})"
    words += ": lengkapi yang kosong" if brings else ", tidak ada yang baru"
    return replace(
        item,
        match=standing.id,
        doubts=(*item.doubts, Doubt(words, about=_called(standing))),
        action=FILL if brings else SKIP,
        actions=(ADD, FILL, SKIP) if brings else (ADD, SKIP),
    )


def filling(item: Candidate, standing: Person, known: Known) -> dict[str, str]:
    """Return what a row fills in for somebody who stands already: only fields that are empty there."""
    is_placed = bool(standing.opd or standing.institution)
    found: dict[str, str] = {}
    for name in FILLED:
        value = getattr(item.person, name)
        if value and not getattr(standing, name) and not (name in {"opd", "institution"} and is_placed):
            found[name] = value
    for name, kept, numbers in (
        ("nip", known.keep_nip, known.nips),
        ("phone", known.keep_phone, known.phones),
    ):
        value = getattr(item, name)
        if kept and value and not numbers.get(standing.id):
            found[name] = value
    return found
