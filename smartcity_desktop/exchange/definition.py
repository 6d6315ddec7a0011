"""Exercises as files (``.kertaskerja``): JSON with a mark, a version and a sum over what it holds.

A file comes from anywhere: its size is limited before it is read, everything in it is checked against what
the program knows, and one that does not fit is refused as a whole with the reason.
"""

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable, Container, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.definition import COPIED_KINDS, ENTRY, FIXED, ITEM_ANSWER, KIND_WORDS, OWN
from smartcity_desktop.domain.entity import COLUMN_KINDS, FILLERS, ROW_SOURCES, SCALES, SECTIONS
from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.domain.worksheet import FREE
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.exchange.text import clean, one_line
from smartcity_desktop.paths import replace_file

ENDING: Final = ".kertaskerja"
MARK: Final = "smartcity-desktop/latihan"
VERSION: Final = 1
MOST_BYTES: Final = 1024 * 1024
_TEXT: Final = 20_000
_LINE: Final = 400
_MOST: Final = {"columns": 60, "parts": 40, "items": 400, "criteria": 60, "choices": 200}
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_OWN: Final = re.compile(rf"{OWN}[a-z0-9_]{{1,40}}")
_OWN_KINDS: Final = frozenset({*KIND_WORDS, *COPIED_KINDS})
_WIDTHS: Final = range(5, 301)
_MINUTES: Final = range(601)
_STAGES: Final = range(1, 10)
_WEIGHTS: Final = range(1001)
_SUBJECT: Final = re.compile(r"[a-z_]{1,40}(\.[a-z_]{1,40})?")
Known = frozenset[tuple[str, str, str]]
"""Target, field and kind of the columns that the program has itself."""


class _WrongError(ValueError):
    """Why a file is refused, as the part of a sentence."""


def _wrong(text: str, *names: str) -> _WrongError:
    return _WrongError(text.format(*names))


def write(shape: WorksheetDefinition, path: Path) -> None:
    """Write an exercise. Raises DiskFault ``file-not-written``."""
    held = dataclasses.asdict(shape)
    whole = {"format": MARK, "version": VERSION, "sum": _sum(held), "exercise": held}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    try:
        replace_file(path, partial(_put, text))
    except OSError:
        raise DiskFault("file-not-written", name=path.name) from None


def read(path: Path, known: Known) -> WorksheetDefinition:
    """Return the exercise of a file. Raises UserFault ``definition-file`` that says what is wrong."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
        return _exercise(_held(raw), known)
    except OSError:
        raise UserFault("definition-file", name=path.name, why="berkasnya tidak dapat dibuka") from None
    except _WrongError as wrong:
        raise UserFault("definition-file", name=path.name, why=str(wrong)) from None


def _put(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _sum(held: object) -> str:
    plain = json.dumps(held, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _held(raw: bytes) -> Mapping[str, Any]:
    if len(raw) > MOST_BYTES:
        raise _WrongError("berkasnya lebih besar dari 1 MB")
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _WrongError("isinya rusak atau terpotong") from None
    if not isinstance(whole, dict) or whole.get("format") != MARK:
        raise _WrongError("ini bukan berkas kertas kerja dari program ini")
    version = whole.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise _WrongError("berkas ini dibuat oleh program yang lebih baru; perbarui program di laptop ini")
    held = whole.get("exercise")
    try:
        is_whole = isinstance(held, dict) and whole.get("sum") == _sum(held)
    except RecursionError:
        is_whole = False
    if not isinstance(held, dict) or not is_whole:
        raise _WrongError("isinya berubah setelah disimpan")
    return held


def _exercise(held: Mapping[str, Any], known: Known) -> WorksheetDefinition:
    target, rows_from = _one_of(held, "target", CATALOG), _one_of(held, "rows_from", ROW_SOURCES)
    own = ENTRY if rows_from == FREE else ITEM_ANSWER
    if target != own and not any(target == item[0] for item in known):
        raise _WrongError("asal barisnya tidak dikenal")
    title = _line(held, "title")
    if not title:
        raise _WrongError("judulnya kosong")
    scale = _line(held, "scale")
    if scale and scale not in SCALES:
        raise _WrongError("skala tidak dikenal")
    columns = tuple(_column(item, target, known) for item in _list(held, "columns"))
    if not any(item.section != "subject" for item in columns):
        raise _WrongError("tidak ada kolom yang dapat diisi")
    _once([item.key for item in columns], "kolom")
    _fitting(rows_from, target, columns)
    return WorksheetDefinition(
        code=_line(held, "code"),
        title=title,
        stage=_number(held, "stage", _STAGES),
        filled_by=_one_of(held, "filled_by", FILLERS),
        rows_from=rows_from,
        target=target,
        minutes=_number(held, "minutes", _MINUTES),
        paper="F4",
        orientation="landscape",
        instruction=_lines(held, "instruction"),
        example=_lines(held, "example"),
        guide=_lines(held, "guide"),
        columns=columns,
        guide_from=_line(held, "guide_from"),
        summary=_line(held, "summary"),
        feeds=_line(held, "feeds"),
        scale=scale,
        also_stage=tuple(
            item for item in _list(held, "also_stage") if isinstance(item, int) and item in _STAGES
        ),
        parts=_rows(held, "parts", ("name",)),
        items=_rows(held, "items", ("section", "component", "text", "help")),
        criteria=_rows(held, "criteria", ("name", "help")),
    )


def _fitting(rows_from: str, target: str, columns: tuple[ColumnDefinition, ...]) -> None:
    """Refuse a file whose rows and target do not belong together: its answers would have no place."""
    entity = CATALOG[target]
    on_sheet = entity.owner == "sheet"
    scored = all(item.kind == "scores" for item in columns if item.section != "subject")
    fits: Mapping[str, bool] = {
        FREE: on_sheet and not entity.key,
        FIXED: on_sheet and "item" in entity.key,
        "candidate": target == "candidate" and scored,
        "initiative": target == "initiative",
    }
    if target != ITEM_ANSWER and not fits.get(rows_from, target == "analysis"):
        raise _WrongError("asal baris dan isiannya tidak cocok")


def _column(item: object, target: str, known: Known) -> ColumnDefinition:
    held = _table(item, "kolom")
    label, kind = _line(held, "label"), _one_of(held, "kind", COLUMN_KINDS)
    key, bound, section = _line(held, "key"), _line(held, "bound"), _one_of(held, "section", SECTIONS)
    if not label or not _KEY.fullmatch(key):
        raise _wrong('kolom "{}" tidak lengkap', label or key)
    own = _OWN.fullmatch(bound) is not None and kind in _OWN_KINDS and section != "subject"
    shown = section == "subject" and _SUBJECT.fullmatch(bound) is not None
    entry = (target, bound, kind) in {(ENTRY, "text", "long"), (ENTRY, "text", "text")}
    if not (own or shown or entry or (target, bound, kind) in known):
        raise _wrong('kolom "{}" menunjuk isian yang tidak dikenal', label)
    lines = _list(held, "choices")
    if not all(isinstance(line, str) for line in lines):
        raise _wrong('pilihan kolom "{}" rusak', label)
    return ColumnDefinition(
        key,
        label,
        kind,
        section,
        bound,
        _line(held, "unit"),
        tuple(text for line in lines if (text := one_line(clean(line))[:_LINE])),
        _number(held, "width", _WIDTHS),
        _lines(held, "help"),
        held.get("wanted") is True,
        held.get("hidden") is True,
        own and held.get("many") is True,
    )


def _rows(held: Mapping[str, Any], name: str, fields: tuple[str, ...]) -> tuple[dict[str, Any], ...]:
    found: list[dict[str, Any]] = []
    for item in _list(held, name):
        row = _table(item, name)
        told: dict[str, Any] = {field: _lines(row, field) for field in ("code", *fields) if row.get(field)}
        if not told.get("code") or not (told.get("name") or told.get("text")):
            raise _WrongError("ada butir, bagian, atau kriteria tanpa kode atau nama")
        if "weight" in row:
            told["weight"] = _number(row, "weight", _WEIGHTS)
        if row.get("retired") is True:
            told["retired"] = True
        found.append(told)
    _once([str(item["code"]) for item in found], "kode")
    return tuple(found)


def _once(names: list[str], what: str) -> None:
    double = next((name for name in names if names.count(name) > 1), "")
    if double:
        raise _wrong('{} "{}" ada dua kali', what, double)


def _table(item: object, what: str) -> Mapping[str, Any]:
    if not isinstance(item, dict):
        raise _wrong("bagian {} rusak", what)
    return item


def _list(held: Mapping[str, Any], name: str) -> list[Any]:
    found = held.get(name, [])
    if not isinstance(found, list):
        raise _wrong('bagian "{}" rusak', name)
    if len(found) > _MOST.get(name, 10):
        raise _wrong('bagian "{}" terlalu panjang', name)
    return found


def _text(held: Mapping[str, Any], name: str, tidy: Callable[[str], str], most: int) -> str:
    found = held.get(name, "")
    if not isinstance(found, str):
        raise _wrong('isian "{}" rusak', name)
    if len(found) > most:
        raise _wrong('isian "{}" terlalu panjang', name)
    return tidy(found)


def _line(held: Mapping[str, Any], name: str) -> str:
    return _text(held, name, lambda text: one_line(clean(text)), _LINE)


def _lines(held: Mapping[str, Any], name: str) -> str:
    return _text(held, name, clean, _TEXT)


def _one_of(held: Mapping[str, Any], name: str, known: Container[str]) -> str:
    found = _line(held, name)
    if found not in known:
        raise _wrong('isian "{}" tidak dikenal: "{}"', name, found[:40])
    return found


def _number(held: Mapping[str, Any], name: str, allowed: range) -> int:
    found = held.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found not in allowed:
        raise _wrong('angka "{}" tidak masuk akal', name)
    return found
