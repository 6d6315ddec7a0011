"""Entering a vote: every figure and every ballot goes to the disk by itself, before the next one."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import BALLOTS
from smartcity_desktop.domain.vote_entry import (
    Typed,
    ballot_words,
    meant_sign,
    next_sign,
    read_ballot,
    spelled,
)
from ui.context import Screen, Services
from ui.screens.vote.read import Picture
from ui.widgets.vote_page import VotePage

_SHUT = "Pemungutan suara ini sudah ditutup. Lanjutkan menghitung, atau mulai putaran baru"


class Entering(QObject):
    """Takes what is typed on the page of a vote."""

    written = Signal(object)
    """What an entry changed."""
    withdrawn = Signal(str, object)
    """A sentence about a ballot that was taken back, and what that changed."""

    def __init__(self, screen: Screen, services: Services, page: VotePage) -> None:
        """Act for this screen."""
        super().__init__(screen)
        self._screen, self._services, self._page = screen, services, page
        self._picture = Picture()
        self._last = ""
        self._sent: dict[str, Mapping[RowId, int]] = {}
        page.tally.entered.connect(self._entered)
        page.tally.refused.connect(self._refuse)
        page.papers.counted.connect(self._heaped)
        page.ballot.typed.connect(self._told)
        page.ballot.sign_left.connect(self.show_ballot)
        page.ballot.saved.connect(self._save)

    def show(self, picture: Picture) -> None:
        """Enter for this vote."""
        self._picture = picture
        self._told(self._page.ballot.choices.text())
        # Ballots that are keyed one by one are known by their numbers.
        tallied = picture.vote.way == BALLOTS and not self._page.is_one_by_one
        self._page.papers.show_papers(picture.papers if tallied else (), is_open=not picture.vote.is_closed)

    def begin(self) -> None:
        """Show the first ballot that was not counted yet."""
        self._last, self._sent = "", {}
        self._next()

    def show_ballot(self, sign: str) -> None:
        """Show a ballot that was counted, to be corrected; one that was not takes what is typed."""
        meant = meant_sign(sign, self._picture.issued, self._known())
        given = self._known().get(meant)
        kept = self._page.ballot.choices.text() if given is None else self._spelled(given)
        self._page.ballot.show_ballot(meant, kept)
        self._page.ballot.choices.setFocus()

    def forget(self, sign: str) -> None:
        """Take back a ballot that was counted."""
        self._sent.pop(sign, None)
        call = partial(self._services.vote.forget_voter, self._picture.vote.id, sign)
        self._screen.act(call, partial(self.withdrawn.emit, f"Suara {sign} ditarik"))

    def _entered(self, item: str, points: int, count: object) -> None:
        known = count if isinstance(count, int) else None
        row = self._picture.vote.id
        call = partial(self._services.vote.enter_counted, row, RowId(item), points, known)
        self._screen.act(call, self.written.emit)

    def _heaped(self, batch: str, field: str, count: object) -> None:
        known = count if isinstance(count, int) else None
        call = partial(self._services.vote.set_heap, RowId(batch), field, known)
        self._screen.act(call, self.written.emit)

    def _typed(self, text: str) -> Typed:
        return read_ballot(text, len(self._picture.open_items))

    def _spelled(self, given: Mapping[RowId, int]) -> str:
        places = {item.id: place for place, item in enumerate(self._picture.open_items, start=1)}
        return spelled({places[row]: points for row, points in given.items() if points and row in places})

    def _known(self) -> dict[str, Mapping[RowId, int]]:
        return {**self._picture.ballots, **self._sent}

    def _told(self, text: str) -> None:
        items, typed = self._picture.open_items, self._typed(text)
        if self._page.model.ballot is not None:
            self._page.model.show_ballot(
                {items[place - 1].id: points for place, points in typed.points.items()}
            )
        words = ballot_words(self._picture.vote, typed, len(items)) if text.strip() else ""
        self._page.ballot.told.setText(words)

    def _save(self, sign: str, text: str) -> None:
        items, typed = self._picture.open_items, self._typed(text)
        if typed.wrong:
            self._screen.warned.emit(ballot_words(self._picture.vote, typed, len(items)).rstrip("."))
            return
        meant = meant_sign(sign, self._picture.issued, self._known())
        points = {items[place - 1].id: given for place, given in typed.points.items()}
        call = partial(self._services.vote.enter_voter, self._picture.vote.id, meant, points)
        self._screen.act(call, self.written.emit)
        if meant:
            self._last = meant
            self._sent[meant] = points
            self._next()

    def _next(self) -> None:
        known = self._known()
        last = self._last or next(reversed(known), "")
        self._page.ballot.show_ballot(next_sign(self._picture.vote, known, self._picture.issued, last))
        if self._page.ballot.isVisible() and self._page.ballot.choices.isEnabled():
            self._page.ballot.choices.setFocus()

    def _refuse(self) -> None:
        self._screen.warned.emit(_SHUT)
