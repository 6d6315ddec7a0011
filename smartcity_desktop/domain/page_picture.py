"""A page of a file as a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a PNG or JPEG, its size in pixels, and how many pages the file has."""

    content: bytes
    width: int
    height: int
    pages: int = 1
