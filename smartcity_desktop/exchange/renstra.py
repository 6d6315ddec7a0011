"""Reading a Renstra from a file of any office format or from pasted cells: path or text in, draft out."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from smartcity_desktop.domain.renstra_decide import advise
from smartcity_desktop.domain.renstra_draft import Draft
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate, renstra_wire


def read_file(
    path: Path,
    *,
    cancelled: Callable[[], bool] = child.never,
    sheet: str | None = None,
    nomenclature: Mapping[str, str] | None = None,
) -> Draft:
    """Return what a file of any kind in ``gate.Kind`` holds of a plan, with every doubt; nothing is stored.

    ``sheet`` names the sheet to read, otherwise the likeliest is taken; ``nomenclature`` (code -> name)
    proposes codes where one is missing. It takes up to 20 seconds: call it outside the window's thread.
    Raises UserFault.
    """
    kind, name = gate.check(path, gate.ANY_TABLE), gate.shown(path)
    request = {"path": str(path.resolve()), "kind": kind, "sheet": sheet}
    try:
        draft = renstra_wire.joined(child.run("renstra", request, name=name, cancelled=cancelled))
        content = path.read_bytes()
    except (LookupError, TypeError, ValueError):
        raise UserFault("read-damaged", name=name) from None
    except OSError:
        raise UserFault("read-locked", name=name) from None
    draft = replace(draft, source_name=name, source_sha256=hashlib.sha256(content).hexdigest())
    return advise(draft, nomenclature) if nomenclature else draft


def read_pasted(text: str, *, nomenclature: Mapping[str, str] | None = None) -> Draft:
    """Return what cells pasted from a spreadsheet, headings included, hold of a plan. Raises UserFault."""
    # A file is understood in the child; only pasted cells need all of this here.
    from smartcity_desktop.exchange import sheets
    from smartcity_desktop.exchange.renstra_plan import plan

    draft = plan([sheets.read_pasted(text)], sheets.PASTED)
    draft = replace(draft, source_sha256=hashlib.sha256(text.encode(errors="replace")).hexdigest())
    return advise(draft, nomenclature) if nomenclature else draft
