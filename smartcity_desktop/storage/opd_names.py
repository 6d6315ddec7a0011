"""The agencies of the workshop by every name that people write for them."""

from functools import partial

from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.people_opd import OpdNames
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.workshop import workshop


def opd_names(db: Database) -> OpdNames:
    """Return what finds the agency that an institution in a list or a typed line means."""
    shorts = {
        key_of(word): key_of(item.name)
        for item in reference.opd_types()
        for word in (item.short, *item.other_shorts)
        if word
    }
    event = workshop(db)
    set_code = event.dimension_set or reference.DEFAULT_SET
    return OpdNames(
        opds(db), event.region_name, shorts, partial(reference.propose_opd, dimension_set=set_code)
    )
