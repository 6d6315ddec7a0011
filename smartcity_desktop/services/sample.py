"""The invented city of the shelf, written into a fresh workshop file so that people can try everything."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.divide import DIMENSION, Rules
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.group_plan import Ask
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.photo import KIND
from smartcity_desktop.domain.renstra_draft import Draft, PointDraft
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.exchange import photo_scene
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import attachment, reference, sample_plans, sample_vision
from smartcity_desktop.storage import group as group_query
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import people as people_query
from smartcity_desktop.storage import renstra as renstra_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import workshop as workshop_query
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.paper import KEYED
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.sample_sheets import SampleSheets, head
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet, worksheets

_IN_GROUPS = ("kelompok", "presentasi")
"""Kinds of the blocks that are held in groups."""
_MANY = ("also", "issue_link", "innovation")


class SampleService:
    """Writes the parts of the sample city in the order in which a real workshop would come to them."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def plans(self) -> list[tuple[RowId, Path]]:
        """Return the agencies of the sample that brought a Renstra, each with its file on the shelf."""
        brought = {item["short"]: item["renstra"] for item in _part("opd", "opd")}
        return [
            (item.id, shelf("sample", brought[item.short]))
            for item in opd_query.opds(self._store.db)
            if brought.get(item.short)
        ]

    def frame(self) -> Path:
        """Return the file of the RPJMD on the shelf."""
        return shelf("sample", reference.sample_part("plans")["frame"])

    @staticmethod
    def framed(draft: Draft) -> tuple[PointDraft, ...]:
        """Return the points of the RPJMD as the sample takes them."""
        return sample_plans.framed(draft)

    def earlier(self, opd: RowId, draft: Draft) -> Draft | None:
        """Return the draft of an agency's plan before the one that was agreed, None where there is none."""
        agency = opd_query.opd(self._store.db, opd)
        return sample_plans.earlier(agency.short, draft) if agency else None

    def write_event(self) -> Changes:
        """Write identity, letterhead, signers, stages, plan points and agencies in place of the defaults."""
        whole = reference.sample_part("workshop")
        row = self._store.workspace.workshop_id
        own = dict(whole["workshop"])
        logo = own.pop("logo", "")
        edits: list[Edit] = [Set("workshop", row, name, value) for name, value in own.items()]
        if logo:
            picture = shelf(*str(logo).split("/")).read_bytes()
            edits.append(Set("workshop", row, "logo", attachment.put(self._store.db, picture, "image/png")))
        edits += self._signers(whole["signers"])
        edits += [Gone("basis", item.id) for item in workshop_query.basis(self._store.db)]
        edits += self._listed("basis", [{"text": text} for text in whole["basis"]])
        edits += self._listed("plan_point", whole["plan_points"])
        for stage in _part("stages", "stages"):
            target = self._store.key("stage", str(stage["number"]))
            own = {name: value for name, value in stage.items() if name not in {"number", "places"}}
            own |= {f"places@{day}": place for day, place in stage.get("places", {}).items()}
            edits += [Set("stage", target, name, value) for name, value in own.items()]
        return self._store.write(edits, "isi Bimtek contoh", lasting=True)

    def write_agencies(self) -> Changes:
        """Write agencies with their numbered sheets, and the participants."""
        edits: list[Edit] = []
        by_short: dict[str, RowId] = {}
        agencies = _part("opd", "opd")
        for item, pos in zip(agencies, run(len(agencies)), strict=True):
            row = by_short[item["short"]] = self._store.ids.new()
            values = _values(item, leave=("bidang", "dimension", "renstra"))
            values |= {"pos": pos, "dimension": self._dimension(item.get("dimension"))}
            values |= {f"bidang@{code}": "1" for code in item["bidang"]}
            edits.append(Birth("opd", row, values))
        for definition in worksheets(self._store.db):
            if definition.filled_by == BY_OPD:
                edits += numbered(self._store, definition, list(by_short.values()))
        people = _part("people", "people")
        for item, pos in zip(people, run(len(people)), strict=True):
            row = self._store.ids.new()
            values = _values(item, leave=("opd", "nip", "phone"))
            values |= {"pos": pos, "opd": by_short.get(item["opd"], NO_ROW)}
            edits += [Birth("person", row, values), *self._identity(row, item)]
        words = f"tambah {len(by_short)} OPD dan {len(people)} peserta"
        return self._store.write(edits, words, lasting=True)

    def write_work(self) -> Changes:
        """Write sessions, filled worksheets, notes and photos; the plans must have been adopted before."""
        by_short = {item.short: item.id for item in opd_query.opds(self._store.db)}
        edits: list[Edit] = []
        sessions: dict[str, RowId] = {}
        listed = _part("stages", "sessions")
        for item, pos in zip(listed, run(len(listed)), strict=True):
            row = sessions[item["key"]] = self._store.ids.new()
            values = _values(item, leave=("key", "stage", "worksheet"))
            values |= {"pos": pos, "stage": self._store.key("stage", str(item["stage"]))}
            if item["worksheet"]:
                values["worksheet"] = self._store.key("worksheet", item["worksheet"])
            edits.append(Birth("session", row, values))
        edits += self._heads(by_short, sessions)
        issues: dict[str, RowId] = {}
        edits += self._key_in(self._groups(by_short, sessions, issues))
        edits += self._analyses(by_short)
        sheets = SampleSheets(self._store, sessions, issues)
        edits += sheets.edits()
        edits += self._notes(by_short, sessions)
        edits += self._attendance()
        edits += self._photos(sessions)
        edits += sample_vision.edits(self._store, sessions, sheets.keys)
        return self._store.write(edits, "isi kerja kelompok contoh", lasting=True)

    def write_papers(self) -> Changes:
        """Write what was voted on and what was printed with numbers; the worksheets must be filled before."""
        from smartcity_desktop.storage import sample_papers

        return self._store.write(sample_papers.edits(self._store), "suara dan kertas contoh", lasting=True)

    def write_plans(self) -> Changes:
        """Write what is said about the plans; plans, RPJMD and worksheets must stand before."""
        return self._store.write(sample_plans.edits(self._store), "isi daftar dokumen contoh", lasting=True)

    def write_masterplan(self) -> Changes:
        """Write what followed the worksheets: quick wins, duties, a followed year, books."""
        from smartcity_desktop.storage import sample_masterplan

        return self._store.write(sample_masterplan.edits(self._store), "isi masterplan contoh", lasting=True)

    def division(self) -> Ask:
        """Return how the participants of the sample are divided into groups."""
        rule = reference.sample_part("groups")["division"]
        rules = Rules(DIMENSION, rule["seed"], together=rule["together"])
        return Ask(self._store.key("stage", str(rule["stage"])), rules, rule["title"])

    def write_groups(self, grouping: RowId) -> Changes:
        """Give the groups of a division their mentors, and let the group work of its stage stand in it."""
        mentors = {self._dimension(item["dimension"]): item["mentor"] for item in _part("groups", "sheets")}
        groups = group_query.groups(self._store.db, grouping)
        edits: list[Edit] = [
            Set("group", item.id, "mentor", mentors[item.dimension])
            for item in groups
            if item.dimension in mentors
        ]
        blocks = session_query.sessions(self._store.db, self.division().stage)
        edits += [Set("session", item.id, "grouping", grouping) for item in blocks if item.kind in _IN_GROUPS]
        return self._store.write(edits, "bagi kelompok contoh", lasting=True)

    def _heads(self, by_short: Mapping[str, RowId], sessions: Mapping[str, RowId]) -> list[Edit]:
        worksheet = self._store.key("worksheet", "L5")
        edits: list[Edit] = []
        for item in _part("sheets", "sheets"):
            edits += head(self._store.key("sheet", worksheet, by_short[item["opd"]]), item, sessions)
        return edits

    def _groups(
        self, by_short: Mapping[str, RowId], sessions: Mapping[str, RowId], keys: dict[str, RowId]
    ) -> list[Edit]:
        """Return the sheets of the dimension groups with the rows that they added, noted in ``keys``."""
        whole = reference.sample_part("groups")
        definition = next(item for item in worksheets(self._store.db) if item.code == whole["worksheet"])
        linked = {item.code: item.id for item in points(self._store.db) if item.code}
        count = sum(len(item["rows"]) for item in whole["sheets"])
        places = iter(run(count))
        edits: list[Edit] = []
        for item in whole["sheets"]:
            dimension = self._dimension(item["dimension"])
            own = self._store.key("sheet", definition.id, dimension)
            edits += head(own, item, sessions)
            for answer in item["rows"]:
                values = _values(answer, leave=("key", "subdimension", "opd", "point"))
                values |= {"pos": next(places), "sheet": own, "dimension": dimension}
                values["subdimension"] = self._sub(answer.get("subdimension"))
                values |= {f"opd@{by_short[short]}": "1" for short in answer.get("opd", ())}
                values |= {f"point@{linked[code]}": "1" for code in answer.get("point", ())}
                row = keys[answer["key"]] = self._store.ids.new()
                edits.append(Birth(definition.target, row, values))
        return edits

    def _key_in(self, edits: Iterable[Edit]) -> list[Edit]:
        """Write the rows that came back on numbered papers as those who keyed them; return the other edits.

        They are written before anything goes on with them. What makes the sample comes behind them, so that
        undo does not reach them.
        """
        typists: Mapping[str, str] = reference.sample_part("papers")["sheets"]["typist"]
        worksheet = self._store.key("worksheet", reference.sample_part("papers")["sheets"]["worksheet"])
        left = list(edits)
        for code, person in typists.items():
            row = self._store.key("sheet", worksheet, self._dimension(code))
            own = sheet(self._store.db, row)
            keyed = [item for item in left if isinstance(item, Birth) and item.values.get("sheet") == row]
            left = [item for item in left if item not in keyed]
            if own and keyed:
                replace(self._store, person=person).write(keyed, f"{KEYED} {own.number}")
        return left

    def _analyses(self, by_short: Mapping[str, RowId]) -> list[Edit]:
        linked = {item.code: item.id for item in points(self._store.db) if item.code}
        edits: list[Edit] = []
        programs = renstra_query.programs(self._store.db)
        owner = renstra_query.owners(self._store.db)
        for short, answers in reference.sample_part("analyses")["analyses"].items():
            own = {line.code: line.id for line in programs if owner.get(line.document) == by_short[short]}
            for answer in answers:
                line = own[answer["code"]]
                values = _values(answer, leave=("code", "dimension", "subdimension", *_MANY))
                values |= {"line": line, "dimension": self._dimension(answer.get("dimension"))}
                values["subdimension"] = self._sub(answer.get("subdimension"))
                values |= {f"also@{self._sub(code)}": "1" for code in answer.get("also", ())}
                values |= {f"issue_link@{linked[code]}": "1" for code in answer.get("issue_link", ())}
                values |= {f"innovation@{kind}": "1" for kind in answer.get("innovation", ())}
                edits.append(Birth("analysis", self._store.key("analysis", line), values))
        return edits

    def _notes(self, by_short: Mapping[str, RowId], sessions: Mapping[str, RowId]) -> list[Edit]:
        notes = _part("notes", "notes")
        edits: list[Edit] = []
        for item, pos in zip(notes, run(len(notes)), strict=True):
            values = _values(item, leave=("stage", "session", "opd", "owner_opd"))
            values |= {
                "pos": pos,
                "stage": self._store.key("stage", str(item["stage"])),
                "session": sessions.get(item["session"], NO_ROW),
                "opd": by_short.get(item["opd"], NO_ROW),
                "owner_opd": by_short.get(item["owner_opd"], NO_ROW),
            }
            edits.append(Birth("note", self._store.ids.new(), values))
        return edits

    def _photos(self, sessions: Mapping[str, RowId]) -> list[Edit]:
        photos = _part("photos", "photos")
        edits: list[Edit] = []
        for item, pos in zip(photos, run(len(photos)), strict=True):
            values = _values(item, leave=("scene", "session"))
            values |= {"pos": pos, "session": sessions[item["session"]]}
            values["picture"] = attachment.put(self._store.db, photo_scene.picture(item["scene"]), KIND)
            edits.append(Birth("photo", self._store.ids.new(), values))
        return edits

    def _attendance(self) -> list[Edit]:
        """Return who was there on the days of the rule on the shelf."""
        from smartcity_desktop.domain.attendance_sample import sample_marks

        whole = reference.sample_part("attendance")
        people = people_query.people(self._store.db)
        names = ("person", "date", "state", "at", "way", "deputy", "deputy_position")
        return [
            Birth(
                "attendance",
                self._store.key("attendance", mark.person, mark.date, mark.session),
                {name: getattr(mark, name) for name in names if getattr(mark, name)},
            )
            for rule in whole["days"]
            for mark in sample_marks(people, rule, whole["deputies"])
        ]

    def _signers(self, signers: Iterable[Mapping[str, Any]]) -> list[Edit]:
        listed = list(signers)
        edits: list[Edit] = []
        for item, pos in zip(listed, run(len(listed)), strict=True):
            row = self._store.ids.new()
            edits += [
                Birth("signer", row, {"pos": pos, **_values(item, leave=("nip",))}),
                *self._identity(row, item),
            ]
        return edits

    def _identity(self, row: RowId, item: Mapping[str, Any]) -> list[Edit]:
        numbers = {name: item[name] for name in ("nip", "phone") if item.get(name)}
        return (
            [Birth("identity", self._store.key("identity", row), {"subject": row, **numbers})]
            if numbers
            else []
        )

    def _listed(self, ent: str, items: list[Mapping[str, Any]]) -> list[Edit]:
        return [
            Birth(ent, self._store.ids.new(), {"pos": pos, **_values(item)})
            for item, pos in zip(items, run(len(items)), strict=True)
        ]

    def _dimension(self, code: str | None) -> RowId:
        return self._store.key("dimension", code) if code else NO_ROW

    def _sub(self, code: str | None) -> RowId:
        return self._store.key("subdimension", code) if code else NO_ROW


def region_code() -> str:
    """Return the code of some region of the shelf; the sample puts its invented one in its place."""
    return reference.regions()[0].code


def _part(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = reference.sample_part(name)[key]
    return found


def _values(item: Mapping[str, Any], leave: tuple[str, ...] = ()) -> dict[str, Value]:
    return {name: value for name, value in item.items() if name not in leave and value not in (None, "")}
