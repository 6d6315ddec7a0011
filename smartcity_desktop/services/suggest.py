"""Suggestions that explain themselves: which dimension a program seems to serve, and why.

Nothing is taken by itself: every dimension that gets into a reading is one act of a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.cue import USUAL, Word, WordPlace, folded, known_as
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.suggest import STRONGEST, Seen, Suggestion, suggestion
from smartcity_desktop.domain.suggest_code import CODE, CodeOffer, code_offers
from smartcity_desktop.domain.suggest_match import CodeProposal, FieldOffer, FieldProposal, Nomens, fields_for
from smartcity_desktop.domain.suggest_words import LONGEST, phrase, stems
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import plan_program, reference, renstra
from smartcity_desktop.storage import suggest as query
from smartcity_desktop.storage.document import renstra_of
from smartcity_desktop.storage.opd import opd as opd_of
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.suggest_shelf import evidence, of_agency
from smartcity_desktop.storage.verdict import said, verdicts
from smartcity_desktop.storage.worksheet import worksheets

_SMART: Final = "Smart "
_ANALYSIS: Final = "analysis"
_FIELD: Final = "bidang"
_CODE: Final = "kode"


def of_file(path: Path) -> Iterator[dict[str, object]]:
    """Yield for every row of a list of initiatives its name and up to two dimensions of the default set.

    ``{"inisiatif", "saran": [{"dimensi", "skor", "alasan"}]}``: the dimension as its short English word
    (governance, branding, economy, living, society, environment), the score 0 to 1; no ``saran`` means "tidak
    tahu". Rows are read and told one by one. Raises UserFault as ``exchange.initiatives.read`` does.
    """
    from smartcity_desktop.exchange import initiatives

    words = _short_words()
    for row in initiatives.read(path):
        found = suggestion(evidence(f"{row.name} . {row.summary}", of_agency(row.agency)))
        yield {"inisiatif": row.name, "saran": [_told(place, words) for place in found.places]}


def _told(place: Seen, words: Mapping[str, str]) -> dict[str, object]:
    return {"dimensi": words[place.dimension], "skor": place.score, "alasan": place.reason}


def _short_words() -> dict[str, str]:
    """Return the short English word of every dimension of the default set, by code."""
    base = next(item for item in reference.dimension_sets() if item.code == reference.DEFAULT_SET)
    return {item.code: item.name.removeprefix(_SMART).lower() for item in base.dimensions}


class SuggestService:
    """Suggests dimensions for the programs of the plans, and keeps the words that lead there."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store
        self._standing: query.Grounds | None = None
        self._nomens: Nomens | None = None

    def suggestions(self, opd: RowId | None = None) -> dict[RowId, Suggestion]:
        """Return the suggestion for every program of one agency, or of all, by its row.

        Dimensions and sub-dimensions are rows of this workshop. Dimensions that were refused for a program
        are left out; programs that people placed teach the others, each without itself. Support programs are
        not asked about.
        """
        grounds = self._grounds()
        programs = query.Programs(self._store.db, plan_program.programs(self._store.db))
        return {
            row: grounds.suggestion(programs.evidence(row, grounds.cues), programs.refused(row))
            for row, item in programs.all.items()
            if opd is None or item.opd == opd
        }

    def tried(self, text: str, agency: str = "") -> Suggestion:
        """Return the suggestion for any text, as one of this agency (a name) if there is one."""
        grounds = self._grounds()
        return grounds.suggestion(evidence(text, of_agency(agency), grounds.cues))

    def accept(self, line: RowId, place: Seen, also: Seen | None = None) -> Changes:
        """Write a suggested dimension into the reading of a program: one act of a person, undone by one.

        ``also`` becomes a further sub-dimension of the reading where it has one. Raises UserFault
        ``row-gone``.
        """
        return self.accept_marked({line: place}, {line: also} if also else None)

    def accept_marked(
        self, places: Mapping[RowId, Seen], also: Mapping[RowId, Seen] | None = None
    ) -> Changes:
        """Write the suggestions of the rows that a person marked, in one act.

        Raises UserFault ``row-gone`` where one of them is no program any more.
        """
        known = {item.id: item for item in plan_program.programs(self._store.db, whole=True)}
        if not set(places) <= set(known):
            raise UserFault("row-gone")
        # The sheet comes first: one whose birth was undone has to stand before its rows do.
        edits = self._begun(dict.fromkeys(known[line].opd for line in places))
        for line, place in places.items():
            edits += self._placing(line, place, (also or {}).get(line))
            edits.append(self._verdict(line, place, query.TAKEN))
        names = [known[line].name for line in places]
        told = names[0] if len(names) == 1 else f"{len(names)} program"
        return self._store.write(edits, f"{self._store.say('terima saran dimensi')}: {told}")

    def refuse(self, line: RowId, *places: Seen) -> Changes:
        """Remember that dimensions are not what a program serves; they are not offered for it again."""
        label = self._store.say("tolak saran dimensi")
        return self._store.write([self._verdict(line, place, query.REFUSED) for place in places], label)

    def words(self) -> tuple[WordPlace, ...]:
        """Return every dimension and sub-dimension on offer with the words that lead there."""
        return query.places(self._grounds())

    def add_word(self, place: RowId, word: str, weight: int) -> Changes:
        """Add a word or phrase of up to three words to a dimension or sub-dimension.

        One that was dropped there is used again. Raises UserFault ``cue-empty``, ``cue-long``, ``cue-known``
        or ``row-gone``.
        """
        text = folded(word)
        if not phrase(text):
            raise UserFault("cue-empty")
        if len(stems(text)) > LONGEST:
            raise UserFault("cue-long", word=text)
        home = next((item for item in self.words() if item.row == place), None)
        if home is None:
            raise UserFault("row-gone")
        known = known_as(home, text)
        if known is not None and not known.dropped:
            raise UserFault("cue-known", word=known.word, place=home.called)
        found = known or Word(place, text, weight, own=True)
        return self._write(found, {"weight": _bound(weight), "retired": False}, f'tambah kata "{found.word}"')

    def weigh_word(self, word: Word, weight: int) -> Changes:
        """Give a word another weight, -5 to 5; a negative one speaks against its place."""
        return self._write(word, {"weight": _bound(weight)}, f'ubah bobot kata "{word.word}"')

    def drop_word(self, word: Word) -> Changes:
        """Use a word no longer; those of the shelf too."""
        return self._write(word, {"weight": word.weight, "retired": True}, f'lepas kata "{word.word}"')

    def take_back_word(self, word: Word) -> Changes:
        """Use a word again that was dropped."""
        return self._write(word, {"retired": False}, f'pakai lagi kata "{word.word}"')

    def codes(self, name: str, opd: RowId | None = None) -> list[CodeProposal]:
        """Return the program codes of the nomenclature that a name seems to mean."""
        agency = opd_of(self._store.db, opd) if opd else None
        return self._names().codes_for(name, agency.bidang if agency else ())

    def code_offers(self, opd: RowId) -> list[CodeOffer]:
        """Return what the nomenclature says of programs of an agency whose code or name does not fit.

        What was refused is left out.
        """
        db = self._store.db
        agency, document = opd_of(db, opd), renstra_of(db, opd)
        if agency is None or document is None:
            return []
        refused = {
            (item.subject, item.value) for item in verdicts(db, {_CODE}) if item.state == query.REFUSED
        }
        found = code_offers(renstra.lines(db, document.id), self._names(), agency.bidang)
        return [item for item in found if (item.line, item.value) not in refused]

    def accept_code(self, offer: CodeOffer) -> Changes:
        """Write a proposed code or name into its line. Raises UserFault ``row-gone``."""
        if offer.line not in {line.id for line in renstra.programs(self._store.db)}:
            raise UserFault("row-gone")
        words = "kode" if offer.field == CODE else "nama"
        edit = Set("renstra_line", offer.line, offer.field, offer.value)
        return self._store.write([edit], f"pakai usulan {words} {offer.code} {offer.name}")

    def refuse_code(self, offer: CodeOffer) -> Changes:
        """Remember that a program is not what the nomenclature was thought to mean."""
        edit = said(self._store, (offer.line, _CODE, offer.value), query.REFUSED)
        return self._store.write([edit], f"tolak usulan {offer.code} {offer.name}")

    def name_of(self, code: str) -> CodeProposal | None:
        """Return what the nomenclature calls the program of a code, None where it has none."""
        return self._names().name_of(code)

    def fields(self, opd: RowId) -> list[FieldProposal]:
        """Return the bidang urusan that an agency seems to have, by its name and the codes in its plan.

        Raises UserFault ``row-gone``.
        """
        agency = opd_of(self._store.db, opd)
        if agency is None:
            raise UserFault("row-gone")
        codes = [item.code for item in plan_program.programs(self._store.db) if item.opd == opd]
        names = {item.code: item.name for item in reference.bidang().values()}
        return fields_for(reference.propose_opd(agency.name).bidang, codes, names)

    def missing_fields(self) -> list[FieldOffer]:
        """Return what plans say of bidang urusan that their agencies lack, what was refused left out."""
        codes: dict[RowId, list[str]] = {}
        for item in plan_program.programs(self._store.db):
            codes.setdefault(item.opd, []).append(item.code)
        names = {item.code: item.name for item in reference.bidang().values()}
        refused = {
            (item.subject, item.value)
            for item in verdicts(self._store.db, {_FIELD})
            if item.state == query.REFUSED
        }
        return [
            FieldOffer(agency.id, agency.called, field)
            for agency in opds(self._store.db)
            for field in fields_for((), codes.get(agency.id, ()), names)
            if field.is_told
            and field.bidang not in agency.bidang
            and (agency.id, field.bidang) not in refused
        ]

    def accept_field(self, opd: RowId, bidang: str) -> Changes:
        """Give an agency a bidang urusan that its plan says it has. Raises UserFault ``row-gone``."""
        if opd_of(self._store.db, opd) is None:
            raise UserFault("row-gone")
        label = f"tambah bidang urusan {bidang}"
        return self._store.write([Set("opd", opd, f"bidang@{bidang}", "1")], label)

    def refuse_field(self, opd: RowId, bidang: str) -> Changes:
        """Remember that an agency has not this bidang urusan, whatever codes stand in its plan."""
        edit = said(self._store, (opd, _FIELD, bidang), query.REFUSED)
        return self._store.write([edit], f"tolak usulan bidang urusan {bidang}")

    def _grounds(self) -> query.Grounds:
        self._standing = query.grounds(self._store, self._standing)
        return self._standing

    def _names(self) -> Nomens:
        if self._nomens is None:
            self._nomens = Nomens(reference.nomenclature_names())
        return self._nomens

    def _verdict(self, line: RowId, place: Seen, state: str) -> Birth:
        return said(self._store, (line, query.DIMENSION, place.dimension), state)

    def _begun(self, opds: Iterable[RowId]) -> list[Edit]:
        """Return what makes the sheets begun in which these agencies read their plans."""
        sheet = next(
            (item for item in worksheets(self._store.db) if item.target == _ANALYSIS and not item.retired),
            None,
        )
        if sheet is None:
            return []
        return [edit for opd in opds for edit in SheetWriter(self._store, sheet.id, opd).begun()]

    def _placing(self, line: RowId, place: Seen, also: Seen | None) -> list[Edit]:
        row = self._store.key(_ANALYSIS, line)
        edits: list[Edit] = [
            Set(_ANALYSIS, row, "dimension", place.dimension),
            Set(_ANALYSIS, row, "subdimension", place.sub),
        ]
        return edits + ([Set(_ANALYSIS, row, f"also@{also.sub}", "1")] if also and also.sub else [])

    def _write(self, word: Word, values: Mapping[str, Value], label: str) -> Changes:
        row = self._store.key("cue", word.target, word.word)
        edit = Birth("cue", row, {"target": word.target, "word": word.word, **values})
        return self._store.write([edit], label)


def _bound(weight: int) -> int:
    """Return the nearest weight that a word can have."""
    return max(-STRONGEST, min(STRONGEST, weight)) or USUAL
