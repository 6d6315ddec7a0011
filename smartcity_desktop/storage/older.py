"""What worksheets of an older file lack of what the shelf got later, given to them when it is opened."""

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.storage import figures, link_kinds
from smartcity_desktop.storage.store import Store


def complete(store: Store) -> Changes:
    """Write what is lacking, each kind in an act that undo steps over; nothing where nothing lacks."""
    changes = Changes()
    for edits, words in (
        (figures.lacking_figures(store), figures.ADDED),
        (link_kinds.lacking_kinds(store), link_kinds.COMPLETED),
    ):
        if edits:
            changes |= store.write(edits, words, aside=True)
    return changes
