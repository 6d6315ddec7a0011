"""An exercise in a file held against the one that stands: what differs, each to be taken or left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.definition import FILLER_WORDS, HELD, Definition, kind_words
from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.domain.wording import shortened, stage_name
from smartcity_desktop.domain.worksheet import SheetColumn, choice_lines

_QUOTED: Final = 80
FIELDS: Final[Mapping[str, str]] = {
    "title": "Judul",
    "stage": "Tahap",
    "filled_by": "Diisi oleh",
    "minutes": "Menit",
    "instruction": "Petunjuk",
    "example": "Contoh terisi",
    "guide": "Pertanyaan pemandu",
    "guide_from": "Pertanyaan dari subdimensi",
    "summary": "Kolom di ringkasan laporan",
    "feeds": "Berlanjut ke",
}
COLUMN_WORDS: Final[Mapping[str, str]] = {
    "label": "nama",
    "kind": "jenis",
    "unit": "satuan",
    "choices": "pilihan",
    "width": "lebar",
    "help": "bantuan",
    "wanted": "diminta",
    "hidden": "disembunyikan",
    "many": "boleh lebih dari satu",
}
HELD_WORDS: Final[Mapping[str, str]] = {
    "name": "nama",
    "section": "bagian",
    "component": "komponen",
    "text": "bunyi",
    "help": "bantuan",
    "weight": "bobot",
    "retired": "tidak dipakai",
}
HELD_IN: Final[Mapping[str, str]] = {
    "worksheet_part": "parts",
    "sheet_item": "items",
    "criterion": "criteria",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``ent`` and ``key`` (field, key of a column, code) say where, ``way`` is what it is.

    ``way`` is ``new`` (only in the file), ``other`` (in both), ``gone`` (only here: it would be hidden or
    no longer used).
    """

    ent: str
    key: str
    way: str
    words: str
    before: str = ""
    after: str = ""


def differences(found: Definition, shape: WorksheetDefinition) -> tuple[Difference, ...]:
    """Return in what a file differs from an exercise."""
    return (*_head(found, shape), *_columns(found, shape), *_rows(found, shape))


def column_changes(item: SheetColumn, told: ColumnDefinition) -> dict[str, object]:
    """Return the fields of a column that differ, as the file has them; a kind only of an own one."""
    now = {name: getattr(told, name) for name in COLUMN_WORDS if name != "choices"}
    found = {name: value for name, value in now.items() if (getattr(item, name) or "") != (value or "")}
    if item.bound != told.bound or not item.bound.startswith("x:"):
        found.pop("kind", None)
    if choice_lines(item.choices) != choice_lines("\n".join(told.choices)):
        found["choices"] = told.choices
    return found


def held_changes(item: object, told: Mapping[str, str | int]) -> dict[str, object]:
    """Return the fields of a part, item or criterion that differ, as the file has them."""
    named = [name for name in HELD_WORDS if hasattr(item, name)]
    return {name: told.get(name) for name in named if (getattr(item, name) or "") != (told.get(name) or "")}


def _head(found: Definition, shape: WorksheetDefinition) -> Iterator[Difference]:
    for name, words in FIELDS.items():
        before, after = getattr(found.worksheet, name), getattr(shape, name)
        is_possible = name != "filled_by" or after in found.fillers
        if (before or "") != (after or "") and is_possible:
            yield Difference("worksheet", name, "other", words, _said(name, before), _said(name, after))


def _columns(found: Definition, shape: WorksheetDefinition) -> Iterator[Difference]:
    known = {item.key: item for item in found.columns}
    for told in shape.columns:
        item = known.get(told.key)
        if item is None:
            name = f"{told.label} ({kind_words(told.kind)})"
            yield Difference("sheet_column", told.key, "new", "Kolom baru", after=name)
        elif changes := column_changes(item, told):
            shown = "disembunyikan" if told.hidden else "ditampilkan"
            what = ", ".join(shown if name == "hidden" else COLUMN_WORDS[name] for name in changes)
            label = told.label if "label" in changes else ""
            words = f"Kolom {item.label}: {what}"
            yield Difference("sheet_column", told.key, "other", words, item.label * bool(label), label)
    keys = {told.key for told in shape.columns}
    for item in found.columns:
        if item.key not in keys and not item.hidden:
            yield Difference("sheet_column", item.key, "gone", f"Kolom {item.label}: sembunyikan", item.label)


def _rows(found: Definition, shape: WorksheetDefinition) -> Iterator[Difference]:
    for ent, name in HELD_IN.items():
        known = {item.code: item for item in getattr(found, name)}
        rows: Sequence[Mapping[str, str | int]] = getattr(shape, name)
        word = HELD[ent].capitalize()
        for told in rows:
            code, said = str(told["code"]), _quoted(str(told.get("name") or told.get("text") or ""))
            item = known.get(code)
            if item is None:
                yield Difference(ent, code, "new", f"{word} baru {code}", after=said)
            elif changes := held_changes(item, told):
                what = ", ".join(HELD_WORDS[field] for field in changes)
                before = _quoted(str(getattr(item, "name", "") or getattr(item, "text", "")))
                yield Difference(ent, code, "other", f"{word} {code}: {what}", before, said)
        codes = {str(told["code"]) for told in rows}
        for item in getattr(found, name):
            if item.code not in codes and not item.retired:
                yield Difference(ent, item.code, "gone", f"{word} {item.code}: tidak dipakai")


def _said(name: str, value: object) -> str:
    if name == "filled_by":
        return FILLER_WORDS.get(str(value), str(value))
    if name == "stage" and isinstance(value, int):
        return stage_name(value)
    return _quoted(str(value or ""))


def _quoted(text: str) -> str:
    return shortened(" ".join(text.split()), _QUOTED)
