"""What readiness and SWOT came to, for the hall: means as bars, factors by kind with their quadrant."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Factors, MeanLine, MeansBody, Offer, Place, Slide, SwotBody
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.swot import Standing, SwotSheet

_HIGHEST: Final = 4
_LOWEST: Final = 3
"""How many of the weakest components are named."""
_NO_SCORES: Final = "Belum ada skor kesiapan."
_NO_FACTORS: Final = "Belum ada faktor SWOT."


def offers(store: Store) -> Iterator[Offer]:
    """Return the slides where anything was scored or any factor written; they are read when shown."""
    for ent, field, kind in (("readiness", "score", hall.READINESS), ("factor", "text", hall.SWOT)):
        statement = tables.select(ent, ("id",), f"{field} IS NOT NULL", "id LIMIT 1")
        with translated():
            is_there = store.db.conn.execute(statement).fetchone() is not None
        if is_there:
            yield Offer(kind, "", hall.KINDS[kind])


def readiness(store: Store, _place: Place) -> Slide:
    """Return the mean of every element on every worksheet, and the weakest components."""
    # Loaded with the first result that is shown: the projector opens without it.
    from smartcity_desktop.domain.chart_analysis import component_axes, element_rows
    from smartcity_desktop.domain.readiness import condition, figure
    from smartcity_desktop.storage.readiness import recap as read

    recap = read(store.db)
    lines: list[MeanLine] = []
    for axis in (item for item in element_rows(recap) if item.strong):
        for reading, value in zip(recap.readings, axis.values, strict=True):
            if value is not None:
                whose = store.say(reading.title) if len(recap.readings) > 1 else ""
                words = " · ".join(text for text in (axis.name, whose, condition(value)) if text)
                lines.append(MeanLine(figure(value), words, float(value / _HIGHEST)))
    weak = sorted(
        (value, axis.name)
        for axis in component_axes(recap)
        for value in [min((one for one in axis.values if one is not None), default=None)]
        if value is not None
    )
    told = ", ".join(f"{name} {figure(value)}" for value, name in weak[:_LOWEST])
    return Slide(
        hall.READINESS,
        "",
        "Skor 0 sampai 4",
        hall.KINDS[hall.READINESS],
        body=MeansBody(tuple(lines), (f"Terendah: {told}.",) if told else ()),
        note="" if lines else _NO_SCORES,
    )


def swot(store: Store, party: str, _place: Place) -> Slide:
    """Return the factors of one party, of the first that has any where none is asked for."""
    from smartcity_desktop.domain.swot import figures
    from smartcity_desktop.storage.swot import swot_sheets, swot_worksheets

    sheets = [item for sheet in swot_worksheets(store.db) for item in swot_sheets(store.db, sheet)]
    written = [item for item in sheets if item.factors]
    found = next((item for item in written if item.party.id == party), None)
    found = found if party or not written else written[0]
    if found is None:
        return Slide(hall.SWOT, party, "", hall.KINDS[hall.SWOT], note=_NO_FACTORS)
    standing = found.standing
    return Slide(
        hall.SWOT,
        party,
        store.say(found.title),
        found.party.called,
        body=SwotBody(_parts(found), figures(standing), _point(standing)),
    )


def _parts(sheet: "SwotSheet") -> tuple[Factors, ...]:
    from smartcity_desktop.domain.swot import KIND_NAMES

    codes = sheet.codes
    return tuple(
        Factors(
            f"{kind} {words}", tuple(f"{codes[item.id]} {item.text}" for item in sheet.of(kind)) or ("–",)
        )
        for kind, words in KIND_NAMES.items()
    )


def _point(standing: "Standing") -> tuple[float, float] | None:
    from smartcity_desktop.domain.swot import QUADRANT

    if standing.scale != QUADRANT or not any(side.score for side in standing.sides.values()):
        return None
    x, y = float(standing.x), float(standing.y)
    reach = max(1.0, abs(x), abs(y))
    return x / reach, y / reach
