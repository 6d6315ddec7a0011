"""Reading a Renstra from a file of any office format or from pasted cells: path or text in, draft out."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from smartcity_desktop.domain.renstra_decide import advise
from smartcity_desktop.domain.renstra_draft import Draft, SourceSheet
from smartcity_desktop.domain.table_map import TableMap, to_json
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate, renstra_wire


def read_file(
    path: Path,
    *,
    cancelled: Callable[[], bool] = child.never,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    nomenclature: Mapping[str, str] | None = None,
    maps: Sequence[TableMap] = (),
) -> Draft:
    """Return what a file of any kind in ``gate.Kind`` holds of a plan, with every doubt; nothing is stored.

    ``sheet`` names the sheet to read, otherwise the likeliest is taken; ``kinds`` says of tables by their
    names what a person takes them for, "" to leave one out; ``nomenclature`` (code -> name) proposes codes
    where one is missing; ``maps`` are mappings that a person has drawn, used where one fits
    (``Draft.map_name``). It takes up to 20 seconds, a PDF up to 60: call it outside the window's thread.
    Raises UserFault.
    """
    wanted = {"sheet": sheet, "kinds": dict(kinds or {}), "maps": [to_json(item) for item in maps]}
    draft = _asked(path, cancelled, **wanted)
    try:
        content = path.read_bytes()
    except OSError:
        raise UserFault("read-locked", name=gate.shown(path)) from None
    draft = replace(draft, source_name=gate.shown(path), source_sha256=hashlib.sha256(content).hexdigest())
    return advise(draft, nomenclature) if nomenclature else draft


def read_grids(path: Path, *, cancelled: Callable[[], bool] = child.never) -> tuple[SourceSheet, ...]:
    """Return the sheets or tables of a file as they stand, to draw a mapping on; long ones are cut.

    At most 40 sheets of 400 rows and 120 columns. Raises UserFault as ``read_file`` does, "read-empty" where
    no sheet holds anything.
    """
    found = _asked(path, cancelled, bare=True).grids
    if not found:
        raise UserFault("read-empty", name=gate.shown(path))
    return found


def _asked(path: Path, cancelled: Callable[[], bool], **wanted: object) -> Draft:
    """Return what the child answers to a request about a file."""
    kind, name = gate.check(path, gate.ANY_TABLE), gate.shown(path)
    request = {"path": str(path.resolve()), "kind": kind, **wanted}
    try:
        seconds = child.LONG_SECONDS if kind == "pdf" else child.SECONDS
        answers = child.run("renstra", request, name=name, cancelled=cancelled, seconds=seconds)
        return renstra_wire.joined(answers)
    except (LookupError, TypeError, ValueError):
        raise UserFault("read-damaged", name=name) from None


def read_pasted(
    text: str, *, nomenclature: Mapping[str, str] | None = None, maps: Sequence[TableMap] = ()
) -> Draft:
    """Return what cells pasted from a spreadsheet, headings included, hold of a plan. Raises UserFault."""
    # A file is understood in the child; only pasted cells need all of this here.
    from smartcity_desktop.exchange import sheets
    from smartcity_desktop.exchange.renstra_plan import plan

    draft = plan([sheets.read_pasted(text)], sheets.PASTED, maps=maps)
    draft = replace(draft, source_sha256=hashlib.sha256(text.encode(errors="replace")).hexdigest())
    return advise(draft, nomenclature) if nomenclature else draft
