"""The lines of a plan as bytes and back: what a version of a plan keeps beside the journal."""

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft, Origin, RecordDraft

KIND: Final = "json.gz"
_HEAD: Final = (
    *("format", "opd_name", "period_start", "period_end", "base_year", "years", "multiplier"),
    *("source_name", "source_sha256", "sheet", "document_kind"),
)
"""What a version keeps of a reading beside its lines; doubts and the file itself are not among it."""
_NAMES: Final = {
    cls: tuple(item.name for item in fields(cls) if item.name != "cells")
    for cls in (LineDraft, IndicatorDraft, RecordDraft, Origin)
}
"""The fields that are kept; the cells of a file mean nothing without the file."""
_MOST: Final = 200 * 1024 * 1024
"""Bytes that a version may unpack to; what is more is no plan."""
_Row = TypeVar("_Row", LineDraft, IndicatorDraft, RecordDraft, Origin)


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a plan as it was adopted: its number, when, from which file, how many lines.

    ``content`` is the SHA-256 of its lines; ``stands`` tells that the plan still says just that.
    """

    id: str = ""
    document: str = ""
    number: int = 0
    title: str = ""
    read_at: str = ""
    source_name: str = ""
    content: str = ""
    lines: int = 0
    stands: bool = False


def packed(draft: Draft) -> bytes:
    """Return the lines and records of a plan as gzipped JSON; the same plan gives the same bytes."""
    whole: dict[str, Any] = {name: getattr(draft, name) for name in _HEAD}
    whole["lines"] = [_lean(line) for line in draft.lines]
    whole["records"] = [_lean(item) for item in draft.records]
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def unpacked(content: bytes) -> Draft | None:
    """Return the plan that was packed, None where the bytes are none. Unknown fields are left aside."""
    try:
        stream = zlib.decompressobj(wbits=31)
        whole = json.loads(stream.decompress(content, _MOST))
    except (zlib.error, ValueError):
        return None
    if not isinstance(whole, Mapping) or not isinstance(whole.get("lines"), list):
        return None
    head = {name: whole[name] for name in _HEAD if name in whole}
    head["years"] = tuple(head.get("years") or ())
    return Draft(
        **head,
        lines=tuple(_line(item) for item in whole["lines"]),
        records=tuple(_with_origin(RecordDraft, item) for item in whole.get("records") or ()),
    )


def _lean(item: LineDraft | IndicatorDraft | RecordDraft | Origin) -> dict[str, Any]:
    """Return what says anything: a plan of a thousand lines is mostly empty fields."""
    found: dict[str, Any] = {}
    for name in _NAMES[type(item)]:
        value = getattr(item, name)
        if isinstance(value, Mapping):
            value = {key: one for key, one in value.items() if one not in {"", None}}
        elif isinstance(value, Origin):
            value = _lean(value)
        elif isinstance(value, tuple):
            value = [_lean(one) for one in value]
        if value or (value == 0 and value is not False):
            found[name] = value
    return found


def _made(cls: type[_Row], values: Mapping[str, Any]) -> _Row:
    known = {item.name for item in fields(cls)}
    return cls(**{name: value for name, value in values.items() if name in known})


def _with_origin(cls: type[_Row], values: Mapping[str, Any]) -> _Row:
    return _made(cls, {**values, "origin": _made(Origin, values.get("origin") or {})})


def _line(values: Mapping[str, Any]) -> LineDraft:
    indicators = tuple(_made(IndicatorDraft, item) for item in values.get("indicators") or ())
    return replace(_with_origin(LineDraft, values), indicators=indicators)
