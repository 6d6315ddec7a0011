"""What the checks found in the plans of the agencies, and what the agencies answered."""

from dataclasses import replace

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.finding import FindingCount, Key, OpdFindings
from smartcity_desktop.domain.finding_kinds import STATES
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_ground import Ground, found_in_draft
from smartcity_desktop.domain.renstra_draft import Draft, Finding
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import finding as query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.store import Store


def found(draft: Draft, ground: Ground, agency: RowId = NO_ROW, new: str = "") -> list[Finding]:
    """Return what a reading would be told as the plan of an agency, the weightiest first; works on values.

    ``new`` is the name of an agency that would be added for it. As long as nobody says whose plan it is, it
    is held against no other. Slow: for the side pool.
    """
    named = ground.opds.get(agency)
    if named is None and new:
        told = reference.propose_opd(new)
        named = Opd(name=new, kind=told.kind, bidang=tuple(told.bidang))
    if named is None:
        named, ground = Opd(), replace(ground, plans=())
    return found_in_draft(draft, named, ground, query.nomenclature())


class FindingService:
    """Lists the findings of every plan and keeps the answers to them."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store
        self._claims = query.Claims()

    def of(self, opd: RowId) -> OpdFindings | None:
        """Return the findings of the plan of one agency with their answers, None where it has no plan."""
        return query.findings_of(self._store.db, opd, self._claims)

    def all(self) -> list[OpdFindings]:
        """Return the findings of every plan, in the order of the agencies."""
        return query.findings(self._store.db, claims=self._claims)

    def counts(self) -> dict[RowId, FindingCount]:
        """Return by agency how many findings its plan has, and how many wait for an answer."""
        return {item.opd: item.count for item in self.all()}

    def ground(self) -> Ground:
        """Return what is known around the plans, as ``found`` takes it."""
        return query.ground(self._store.db)

    def answer(self, key: Key, state: str, text: str = "") -> Changes:
        """Write what an agency says about one finding (``ListedFinding.key``).

        An empty ``state`` takes the answer back. Raises UserFault ``finding-unexplained`` where something is
        explained without a word, ``finding-state`` where there is no such state.
        """
        said = text.strip()
        if state and state not in STATES:
            raise UserFault("finding-state")
        if state == "dijelaskan" and not said:
            raise UserFault("finding-unexplained")
        return self._store.write(self._edits(key, state, said), _label(state))

    def _edits(self, key: Key, state: str, text: str) -> list[Edit]:
        place = self._store.key("finding_answer", *key)
        row, code, where = key
        if not has_row(self._store.db, place):
            values: dict[str, Value] = {"row": row, "code": code, "place": where}
            said: dict[str, Value] = {"state": state, "answer": text}
            return [Birth("finding_answer", place, values | said)] if state else []
        changed: list[Edit] = [
            Set("finding_answer", place, "state", state or None),
            Set("finding_answer", place, "answer", text or None),
        ]
        if query.stands(self._store.db, place):
            return changed
        # An answer that was deleted together with its line comes back with the new one.
        return [Gone("finding_answer", place, gone=False), *changed] if state else []


def _label(state: str) -> str:
    return f"jawaban temuan: {STATES[state].lower()}" if state else "cabut jawaban temuan"
