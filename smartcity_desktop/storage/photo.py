"""Queries: photos of the sessions."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.photo import Photo
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, one


def photos(db: Database, session: RowId) -> list[Photo]:
    """Return the photos of one session in order."""
    return fetch(db, Photo, "photo", "session = :session", {"session": session})


def photo(db: Database, row: RowId) -> Photo | None:
    """Return one photo, None where it is gone."""
    return one(db, Photo, "photo", "id = :id", {"id": row})
