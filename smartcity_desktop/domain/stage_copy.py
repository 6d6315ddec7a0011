"""The end of a stage: a copy that is only read, and what changed since, by what it is about and by whom."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.book_told import told
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.codec import split
from smartcity_desktop.domain.entity import Field
from smartcity_desktop.domain.field_words import field_word
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import main_field
from smartcity_desktop.domain.op import Position
from smartcity_desktop.domain.row_words import ROW_WORDS
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import day_of, long_date, number, rupiah, shortened

NEW, CHANGED, GONE = "baru", "diubah", "dihapus"
WAYS: Final[Mapping[str, str]] = {NEW: "Baru", CHANGED: "Diubah", GONE: "Dihapus"}
NOTHING: Final = "–"
_FIRST: Final = (
    *("statement", "adopted_text", "issue", "readiness", "factor", "strategy", "idea"),
    *("document", "renstra_line", "analysis", "initiative", "initiative_indicator", "action", "milestone"),
    *("candidate", "quickwin", "quickwin_month", "quickwin_partner", "duty", "monitor", "evaluation_score"),
    *("book", "chapter", "figure", "promise", "signature", "note", "homework", "alignment"),
)
"""What people ask about first, in the order of the work."""
COUNTED: Final = frozenset(
    {
        "person",
        "attendance",
        "seat",
        "certificate",
        "delivery",
        "vote",
        "score",
        "photo",
        "indicator",
        "evaluation_score",
    }
)
"""Rows of which only the number is told: there are many, or they are about people."""
HIDDEN: Final = frozenset(
    {
        *("identity", "stage_copy", "paper", "recheck", "turn", "vote_item", "vote_cast", "twin", "verdict"),
        *("table_map", "plan_version", "plan_record", "typed_plan", "typed_line", "cue", "sheet_column"),
        *("second_tag", "finding_answer", "paper_text", "printing", "evaluation"),
    }
)
"""What the program keeps for itself, and what carries numbers of people."""
_UNSAID: Final = frozenset({"origin", "sheet", "adoption", "draft", "retired", "worksheet"})
_LIKE: Final[Mapping[str, str]] = {
    "analysis": "line",
    "quickwin": "candidate",
    "quickwin_month": "quickwin",
    "milestone": "initiative",
    "readiness": "item",
    "review": "item",
    "item_answer": "item",
    "monitor": "subject",
    "alignment": "subject",
    "homework": "opd",
    "attendance": "person",
    "score": "candidate",
}
"""Rows that are called after the one they are about."""
_NAMES: Final = ("name", "title", "text", "short", "code", "number", "item")
_OWN: Final = "x:"
_NAMELESS: Final = "Kolom sendiri"
"""A column of the event's own that stands no more."""
_MARKED: Final = ("chapter", "text")
"""The field whose values are markup."""


@dataclass(frozen=True, slots=True)
class StageCopy:
    """A copy made at the end of a stage: when (ISO moment), its file beside the safety copies, its sum.

    ``position`` is the last operation of every writer that the copy holds, as JSON.
    """

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    at: str = ""
    title: str = ""
    file: str = ""
    sha256: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in the words of the window: what stood at the end of the stage, and what stands now."""

    words: str
    before: str = NOTHING
    after: str = NOTHING


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that is new, changed or deleted; ``who`` wrote last, at ``at`` (ISO moment)."""

    row: RowId
    ent: str
    name: str
    way: str
    fields: tuple[FieldChange, ...] = ()
    who: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """How much one person wrote: rows, fields, and when last (ISO moment)."""

    name: str
    rows: int
    fields: int
    last: str


@dataclass(frozen=True, slots=True)
class Group:
    """All changes of one kind of row; ``counts`` how many of each way, also where no row is told."""

    ent: str
    words: str
    counts: Mapping[str, int]
    rows: tuple[RowChange, ...] = ()

    @property
    def told(self) -> str:
        """``3 baru, 12 diubah, 1 dihapus``."""
        return ", ".join(f"{number(self.counts[way])} {way}" for way in WAYS if self.counts.get(way))


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a copy: group by group, and person by person."""

    copy: StageCopy = field(default_factory=StageCopy)
    groups: tuple[Group, ...] = ()
    people: tuple[Writer, ...] = ()

    @property
    def when(self) -> str:
        """``akhir Tahap II``."""
        return self.copy.title.removeprefix("Salinan ")

    @property
    def told(self) -> str:
        """Say in a sentence how many rows are new, changed and deleted."""
        counts: Counter[str] = Counter()
        for group in self.groups:
            counts.update(group.counts)
        if not counts:
            return f"Belum ada yang berubah sejak {self.when}."
        whole = Group("", "", counts).told
        return f"{number(sum(counts.values()))} baris berubah sejak {self.when}: {whole}."


@dataclass(frozen=True, slots=True)
class RowState:
    """What is known of a row from its operations: the values then and now, and who wrote since."""

    row: RowId
    ent: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    stood: bool
    stands: bool
    who: tuple[str, ...] = ()
    at: str = ""

    @property
    def way(self) -> str:
        """Whether it is new, changed or gone; empty for one that came and went, or never stood."""
        if self.stands:
            return CHANGED if self.stood else NEW
        return GONE if self.stood else ""


_TICKED: Final = frozenset({"sdg", "bidang", "years", "also_stage"})
"""Fields of many whose parts are what they say: numbers and codes that were ticked."""
_PERIODS: Final = frozenset({*map(str, range(1, 11)), "6-10"})
_MAIN: Final[Mapping[str, str]] = {"chapter": "title"}
Names = Mapping[str, str]
"""What rows are called, by id, and columns of the event's own by ``x:key``."""


def position_of(copy: StageCopy) -> Position:
    """Return the position of a copy; nothing where it cannot be read."""
    try:
        return {int(writer): int(seq) for writer, seq in json.loads(copy.position or "{}").items()}
    except (ValueError, AttributeError):
        return {}


def position_text(position: Position) -> str:
    """Return a position as it is kept."""
    return json.dumps({str(writer): seq for writer, seq in sorted(position.items())}, separators=(",", ":"))


def copy_title(stage: str) -> str:
    """``Salinan akhir Tahap II`` for stage II."""
    return f"Salinan akhir Tahap {stage}"


def since_title(copy: StageCopy) -> str:
    """``Perubahan sejak Tahap II``."""
    return copy.title.replace("Salinan akhir", "Perubahan sejak", 1) or "Perubahan"


def name_of(ent: str, values: Mapping[str, str], names: Names) -> str:
    """Return what a row is called by its own values, or by the row it is about; empty for none."""
    like = values.get(_LIKE.get(ent, ""), "")
    if like:
        base = names.get(like, "")
        more = values.get("year" if ent == "milestone" else "month", "")
        return f"{base}, {_AFTER[ent]}{more}" if base and ent in _AFTER and more else base
    main = _MAIN.get(ent) or main_field(ent)
    text = next((values[name] for name in (main, *_NAMES) if values.get(name)), "")
    return " ".join(text.split())


_AFTER: Final[Mapping[str, str]] = {"milestone": "tahun ke-", "quickwin_month": "bulan ke-"}


def refs_of(states: Iterable[RowState]) -> set[str]:
    """Return the ids of all rows whose names are needed: what changed to what, what rows are about."""
    found: set[str] = set()
    for state in states:
        like = _LIKE.get(state.ent, "")
        found |= {values[like] for values in (state.before, state.after) if values.get(like)}
        if state.way != CHANGED or state.ent in COUNTED:
            continue
        entity = CATALOG.get(state.ent)
        refs = {item.name for item in entity.fields if item.kind == "ref"} if entity else set()
        for name in {*state.before, *state.after}:
            head, part = split(name)
            if head in refs:
                found |= {part} if part else {values.get(name, "") for values in (state.before, state.after)}
    return found - {""}


def changes_of(state: RowState, names: Names) -> tuple[FieldChange, ...]:
    """Return the fields of a row that differ, in the order of the catalogue, in the words of the window."""
    entity = CATALOG.get(state.ent)
    if entity is None:
        return ()
    made: list[FieldChange] = []
    for item in entity.fields:
        if item.name in _UNSAID or item.personal or not field_word(state.ent, item.name):
            continue
        made += _of_field(state, item, names)
    for name in sorted({*state.before, *state.after}):
        if name.startswith(_OWN) and state.before.get(name) != state.after.get(name):
            word = names.get(split(name)[0]) or _NAMELESS
            made.append(FieldChange(word, *(of.get(name) or NOTHING for of in (state.before, state.after))))
    return tuple(made)


def _of_field(state: RowState, item: Field, names: Names) -> list[FieldChange]:
    if not item.many:
        before, after = state.before.get(item.name, ""), state.after.get(item.name, "")
        if before == after:
            return []
        said = [_said(state.ent, item, value, names) for value in (before, after)]
        return [FieldChange(field_word(state.ent, item.name), *said)]
    if item.kind in {"ref", "choice"} or item.name in _TICKED:
        sets = [_parts(values, item.name) for values in (state.before, state.after)]
        if sets[0] == sets[1]:
            return []
        said = [_listed(state.ent, item, parts, names) for parts in sets]
        return [FieldChange(field_word(state.ent, item.name), *said)]
    found = []
    for part in sorted(_parts(state.before, item.name) | _parts(state.after, item.name)):
        name = f"{item.name}@{part}"
        values = state.before.get(name, ""), state.after.get(name, "")
        if values[0] != values[1]:
            said = [_said(state.ent, item, value, names) for value in values]
            found.append(FieldChange(_of_part(state.ent, item.name, part), *said))
    return found


def _of_part(ent: str, name: str, part: str) -> str:
    """Return what a part of a field is called: a calendar year as it is, one of the road map counted."""
    word = field_word(ent, name)
    counted = part in _PERIODS
    return f"{word} tahun ke-{part}" if counted else f"{word} {part}"


def _parts(values: Mapping[str, str], name: str) -> frozenset[str]:
    """Return the parts of a field of many that hold something."""
    mark = f"{name}@"
    return frozenset(key[len(mark) :] for key, value in values.items() if key.startswith(mark) and value)


def _listed(ent: str, item: Field, parts: Iterable[str], names: Names) -> str:
    if item.name in _TICKED:
        told = sorted(parts, key=lambda part: (len(part), part))
    else:
        told = sorted(_word(ent, item, part, names) for part in parts)
    return ", ".join(told) or NOTHING


def _word(ent: str, item: Field, value: str, names: Names) -> str:
    return names.get(value, "(dihapus)") if item.kind == "ref" else choice_word(ent, item.name, value)


def _said(ent: str, item: Field, value: str, names: Names) -> str:
    if not value:
        return NOTHING
    if item.kind in {"ref", "choice"}:
        return _word(ent, item, value, names)
    if item.kind == "bool":
        return "ya" if value == "1" else "tidak"
    if item.kind == "money" and value.lstrip("-").isdecimal():
        return rupiah(int(value))
    if item.kind in {"date", "time"}:
        day = day_of(value[:10])
        return f"{long_date(day)}" if day else value
    return " ".join(value.split())


def apart(one: FieldChange, letters: int) -> tuple[str, str]:
    """Return both values of a change, each at most so long; long ones from where they begin to differ."""
    before, after = (" ".join(text.split()) for text in (one.before, one.after))
    begin = 0
    if max(len(before), len(after)) > letters:
        pairs = enumerate(zip(before, after, strict=False))
        same = next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))
        begin = before.rfind(" ", 0, max(0, same - letters // 4)) + 1
    lead = "… " if begin else ""
    cut = (shortened(text[begin:], letters - len(lead)) or NOTHING for text in (before, after))
    first, second = (f"{lead}{text}" for text in cut)
    return first, second


def grouped(copy: StageCopy, states: Sequence[RowState], names: Names, people: Sequence[Writer]) -> Since:
    """Return what changed: rows of one kind together, what people ask about first before the rest."""
    by_ent: dict[str, list[RowState]] = {}
    for state in states:
        if state.way and state.ent in CATALOG and state.ent not in HIDDEN:
            by_ent.setdefault(state.ent, []).append(state)
    place = {ent: at for at, ent in enumerate(dict.fromkeys((*_FIRST, *CATALOG)))}
    groups = [_group(ent, by_ent[ent], names) for ent in sorted(by_ent, key=lambda ent: place[ent])]
    return Since(copy, tuple(group for group in groups if group.counts), tuple(people))


def _group(ent: str, states: Iterable[RowState], names: Names) -> Group:
    rows: list[RowChange] = []
    for state in states:
        fields = _unmarked(state, changes_of(state, names)) if state.way == CHANGED else ()
        if state.way == CHANGED and not fields:
            continue
        name = name_of(ent, state.after if state.stands else state.before, names)
        rows.append(
            RowChange(state.row, ent, name or ROW_WORDS.get(ent, ent), state.way, fields, state.who, state.at)
        )
    counts = Counter(item.way for item in rows)
    words = ROW_WORDS.get(ent, ent)
    order = {way: at for at, way in enumerate((CHANGED, NEW, GONE))}
    shown = () if ent in COUNTED else sorted(rows, key=lambda item: (order[item.way], item.name.casefold()))
    return Group(ent, words[:1].upper() + words[1:], counts, tuple(shown))


def _unmarked(state: RowState, fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """Return changes of which the text of a chapter is told without its marks."""
    if state.ent != _MARKED[0]:
        return fields
    word, name = field_word(*_MARKED), _MARKED[1]
    plain = (" ".join(told(values.get(name, "")).split()) for values in (state.before, state.after))
    marked = FieldChange(word, *(text or NOTHING for text in plain))
    return tuple(marked if one.words == word else one for one in fields)


def since_sheets(found: Since, say: Callable[[str], str]) -> tuple[TableSheet, ...]:
    """Return what changed as plain tables: every field on a line, and what each person wrote."""
    rows: list[tuple[str | int, ...]] = [
        (
            say(group.words),
            item.name,
            WAYS[item.way],
            say(one.words),
            one.before,
            one.after,
            _by(item),
            item.at[:10],
        )
        for group in found.groups
        for item in group.rows
        for one in (item.fields or (FieldChange("", "", ""),))
    ]
    counted: list[tuple[str | int, ...]] = [
        (say(group.words), *(group.counts.get(way, 0) for way in WAYS)) for group in found.groups
    ]
    people: list[tuple[str | int, ...]] = [
        (item.name, item.rows, item.fields, item.last[:10]) for item in found.people
    ]
    return (
        TableSheet(
            "Perubahan",
            ("Jenis", "Nama", "Perubahan", "Isian", "Semula", "Sekarang", "Oleh", "Tanggal"),
            tuple(rows),
            (24, 40, 12, 24, 40, 40, 24, 12),
            told=(found.told,),
        ),
        TableSheet(
            "Jumlah", ("Jenis", *WAYS.values()), tuple(counted), (34, 12, 12, 12), ("text", *("number",) * 3)
        ),
        TableSheet(
            "Penulis",
            ("Nama", "Baris", "Isian", "Terakhir"),
            tuple(people),
            (40, 12, 12, 14),
            ("text", "number", "number", "text"),
        ),
    )


def _by(item: RowChange) -> str:
    return ", ".join(name for name in item.who if name)
