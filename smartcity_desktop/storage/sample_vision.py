"""Vision and missions of the sample city as edits: versions, the session of each, and what they came from."""

from collections.abc import Mapping
from typing import Any

from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import origin_of
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.vision import MISSION, VISION
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.vision import ADOPTION, IDEA, TEXT, vision_key

Told = Mapping[str, Any]


def edits(store: Store, sessions: Mapping[str, RowId], keys: Mapping[str, RowId]) -> list[Edit]:
    """Return everything in ``sample/vision.json``; ``keys`` are the rows of the sheets by their keys."""
    whole = reference.sample_part("vision")
    found: list[Edit] = [Set(IDEA, keys[key], "chosen", True) for key in whole["chosen"]]  # noqa: FBT003 - a value by place, as of any field
    plan = {item.code: item.id for item in points(store.db) if item.code}
    missions: dict[str, dict[str, Value]] = {}
    drafts = {item["key"]: store.ids.new() for item in whole["missions"]}
    for item, pos in zip(whole["missions"], run(len(drafts)), strict=True):
        values = missions[item["key"]] = {
            "pos": pos,
            "kind": MISSION,
            "text": item["text"],
            **{f"point@{plan[code]}": "1" for code in item["point"]},
            **{f"dimension@{store.key('dimension', code)}": "1" for code in item["dimension"]},
            **origin_of(keys[key] for key in item["origin"]),
        }
        found.append(Birth(TEXT, drafts[item["key"]], values))
    vision: dict[str, Value] = {}
    number = dict.fromkeys((VISION, MISSION), 0)
    for version, pos in zip(whole["versions"], run(len(whole["versions"])), strict=True):
        kind, row = version["kind"], store.ids.new()
        number[kind] += 1
        head = {"pos": pos, "kind": kind, "version": number[kind], "at": version["at"], "by": version["by"]}
        found.append(Birth(ADOPTION, row, {**head, "session": sessions[version["session"]]}))
        if kind == VISION:
            vision = _vision(version, keys)
            texts = [(vision_key(store), vision)]
        else:
            texts = [(drafts[key], missions[key]) for key in version["missions"]]
        for (draft, values), place in zip(texts, run(len(texts)), strict=True):
            own = {**values, "pos": place, "adoption": row, "draft": draft}
            found.append(Birth(TEXT, store.ids.new(), own))
    return [*found, Birth(TEXT, vision_key(store), vision)]


def _vision(version: Told, keys: Mapping[str, RowId]) -> dict[str, Value]:
    sources = origin_of(keys[key] for key in version["origin"])
    return {"kind": VISION, "text": version["text"], **sources}
