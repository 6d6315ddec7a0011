"""Values as the journal writes them: the text of an op, and back by the kind that the catalogue gives."""

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.entity import POS, Kind


def split(name: str) -> tuple[str, str]:
    """Return field and part of a journal field name: ``pagu@2026`` -> (``pagu``, ``2026``)."""
    head, _, part = name.partition("@")
    return head, part


def kind_of(ent: str, name: str) -> Kind:
    """Return the kind of a journal field name; own columns (``x:…``) and unknown names are long text."""
    entity = CATALOG.get(ent)
    known = (entity.by_name.get(name) or entity.by_name.get(split(name)[0])) if entity else None
    return known.kind if known else ("text" if split(name)[0] == POS else "long")


def storable(text: str) -> str:
    """Return a text without what a file cannot hold: NUL, and halves of letters that a paste may bring."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def encode(ent: str, name: str, value: Value) -> str | None:
    """Return a value as the text of an op; empty text and None are both None. Numbers must be whole."""
    if value is None or value == "":
        return None
    kind = kind_of(ent, name)
    if kind == "bool":
        return "1" if value else "0"
    if kind in {"int", "money"}:
        return str(int(value))
    return str(value)


def decode(ent: str, name: str, val: str | None) -> Value:
    """Return the value of an op's text: int for whole numbers, bool for booleans, else text; None if empty.

    A number written by a newer program that is not whole comes back as its text.
    """
    return decoded(kind_of(ent, name), val)


def decoded(kind: Kind, val: str | None) -> Value:
    """Return the value of an op's text for a field of this kind, as ``decode`` does for one of a name."""
    if val is None:
        return None
    if kind == "bool":
        return val == "1"
    if kind in {"int", "money"}:
        try:
            return int(val)
        except ValueError:
            return val
    return val
