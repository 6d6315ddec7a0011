"""What the sample city made of its worksheets: quick wins, duties, a followed year, written chapters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from smartcity_desktop.domain.duty import ready_made
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.quickwin import Candidate
from smartcity_desktop.domain.signature import COMMITMENT
from smartcity_desktop.storage import book_set, reference, signature
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.heir import CANDIDATE
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.plan_program import initiatives
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

_BESIDE: Final = frozenset({"candidate", "partners", "months", "kind", "support"})
_ROWS: Final = frozenset({"opd", "document", "subject", "initiative"})

Told = Mapping[str, Any]


def edits(store: Store) -> list[Edit]:
    """Return everything; programs, candidates and documents must stand already."""
    return _Made(store).edits()


class _Made:
    """Knows the rows of the sample by the names that its file calls them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: Told = reference.sample_part("masterplan")
        self._opds = {item.short: item.id for item in opds(store.db)}
        self._programs = {item.name: item.id for item in initiatives(store.db)}
        self._candidates = {item.name: item.id for item in fetch(store.db, Candidate, CANDIDATE)}
        self._documents = {item.title: item.id for item in documents(store.db) if item.title}

    def edits(self) -> list[Edit]:
        return [
            *self._decisions(),
            *(edit for told in self._told["quickwins"] for edit in self._sheet(told)),
            *self._listed("initiative_indicator", self._told["indicators"]),
            *self._duties(),
            *self._monitor(),
            *self._evaluation(self._told["evaluation"]),
            *self._signatures(),
            *self._links(),
            *self._chapters(),
        ]

    def _decisions(self) -> Iterator[Edit]:
        for told in self._told["decisions"]:
            row = self._candidates[told["candidate"]]
            yield from (
                Set(CANDIDATE, row, name, value) for name, value in told.items() if name != "candidate"
            )

    def _sheet(self, told: Told) -> Iterator[Edit]:
        """Yield the sheet of one quick win, its partners and its twelve months."""
        candidate = self._candidates[told["candidate"]]
        row = self._store.key("quickwin", candidate)
        values: dict[str, Value] = {name: value for name, value in told.items() if name not in _BESIDE}
        values |= {f"kind@{kind}": "1" for kind in told["kind"]}
        values |= {f"support@{self._opds[short]}": "1" for short in told["support"]}
        yield Birth("quickwin", row, {"candidate": candidate, **_given(values)})
        partners = told["partners"]
        for item, pos in zip(partners, run(len(partners)), strict=True):
            yield Birth("quickwin_partner", self._store.ids.new(), {"pos": pos, "quickwin": row, **item})
        for month, item in enumerate(told["months"], start=1):
            if item["plan"]:
                key = self._store.key("quickwin_month", row, str(month))
                yield Birth("quickwin_month", key, {"quickwin": row, "month": month, **item})

    def _duties(self) -> Iterator[Edit]:
        """Yield the ready-made duties of the first year, as far as they are, and own ones."""
        event = workshop(self._store.db)
        start = event.period_start or event.year or self._store.now().year
        ready = ready_made(event.region_kind, event.period_start, event.period_end, start)
        states: Told = self._told["duties"]
        own = self._told["own_duties"]
        places = iter(run(len(ready) + len(own)))
        for item in ready:
            made = asdict(replace(item, pos=next(places), text=self._store.say(item.text)))
            values = {name: made[name] for name in ("pos", "code", "kind", "text", "due", "year")}
            values |= self._meant(states.get(item.code, {}))
            yield Birth("duty", self._store.key("duty", item.code), _given(values))
        for told in own:
            yield Birth("duty", self._store.ids.new(), {"pos": next(places), **self._meant(told)})

    def _monitor(self) -> Iterator[Edit]:
        for told in self._told["monitor"]:
            values = self._meant(told)
            key = self._store.key("monitor", str(values["subject"]), str(told["year"]))
            yield Birth("monitor", key, values)

    def _evaluation(self, told: Told) -> Iterator[Edit]:
        row = self._store.key("evaluation", str(told["year"]))
        yield Birth("evaluation", row, {name: told[name] for name in ("year", "group", "note")})
        for item in told["scores"]:
            key = self._store.key("evaluation_score", row, item["item"])
            yield Birth("evaluation_score", key, {"evaluation": row, **self._meant(item)})

    def _signatures(self) -> Iterator[Edit]:
        """Yield everybody who usually signs the commitment, and how it stands with those who are named."""
        usual = signature.usual(self._store, COMMITMENT)
        states = {self._opds[item["opd"]]: item for item in self._told["signatures"]}
        for item, pos in zip(usual, run(len(usual)), strict=True):
            values: dict[str, Value] = {
                name: getattr(item, name) for name in ("paper", "opd", "name", "position", "heading")
            }
            said = states.get(item.opd, {}) if item.opd else {}
            values |= {name: said[name] for name in ("state", "on", "note") if name in said}
            yield Birth("signature", item.id, {"pos": pos, **_given(values)})

    def _links(self) -> Iterator[Edit]:
        for program, titles in self._told["links"].items():
            for title in titles:
                field = f"document@{self._documents[title]}"
                yield Set("initiative", self._programs[program], field, "1")

    def _chapters(self) -> Iterator[Edit]:
        """Yield the books of the event; where a chapter was written, its text before what fills itself."""
        told = {
            self._store.key("chapter", item["book"], item["code"]): item for item in self._told["chapters"]
        }
        for edit in book_set.set_up_edits(self._store):
            written = told.get(edit.row) if isinstance(edit, Birth) else None
            if isinstance(edit, Birth) and written:
                usual = str(edit.values.get("text") or "") if written.get("before") else ""
                texts = [text for text in (written["text"], usual) if text]
                own = {
                    name: value for name, value in written.items() if name not in {"book", "code", "before"}
                }
                yield Birth(edit.ent, edit.row, {**edit.values, **_given(own), "text": "\n\n".join(texts)})
            else:
                yield edit

    def _listed(self, ent: str, told: list[Told]) -> Iterable[Edit]:
        for item, pos in zip(told, run(len(told)), strict=True):
            yield Birth(ent, self._store.ids.new(), {"pos": pos, **self._meant(item)})

    def _meant(self, told: Told) -> dict[str, Value]:
        """Return values with rows for the words that name one, and a part for every year."""
        values: dict[str, Value] = {}
        known = {
            "opd": self._opds,
            "document": self._documents,
            "subject": self._programs,
            "initiative": self._programs,
        }
        for name, value in told.items():
            if isinstance(value, Mapping):
                values |= {f"{name}@{part}": one for part, one in value.items()}
            else:
                values[name] = known[name][value] if name in _ROWS else value
        return values


def _given(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value not in (None, "")}
