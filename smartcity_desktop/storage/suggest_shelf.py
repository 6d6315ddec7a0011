"""What the shelf knows for suggestions: words, and what an agency or a code usually serves."""

from functools import cache

from smartcity_desktop.domain.suggest import Cues, Evidence, Hint, hinted
from smartcity_desktop.domain.suggest_hints import agency_hint, code_hint
from smartcity_desktop.storage import reference


@cache
def shelf_cues() -> Cues:
    """Return the words of the shelf, indexed."""
    return Cues(reference.cues())


@cache
def of_agency(name: str) -> tuple[Hint, ...]:
    """Return what the name of an agency says, nothing for an empty one."""
    if not name.strip():
        return ()
    return tuple(agency_hint(name, reference.propose_opd(name), reference.cue_fields()))


def of_code(code: str) -> list[Hint]:
    """Return what the code of a program says."""
    return code_hint(code, reference.cue_fields())


def evidence(text: str, hints: tuple[Hint, ...] = (), cues: Cues | None = None) -> Evidence:
    """Return what a text and hints say, in targets of the lists; ``cues`` instead of those of the shelf."""
    found: Evidence = {}
    (cues or shelf_cues()).said(text, found)
    hinted(hints, found)
    return found
