"""The worksheets of the shelf: bound to the catalogue, fit for the paper, in the words of the hall."""

import re
from itertools import chain

import pytest

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.entity import COLUMN_KINDS, FILLERS, PLAN_POINTS, ROW_SOURCES, SCALES, SECTIONS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.worksheet import SEPARATOR
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import reference

SHEETS = {item.code: item for item in reference.worksheet_definitions()}
EXERCISES = [f"L{number}" for number in range(13)]
BESIDE = ["L2K", "L3T", "L4V", "L10N"]
F4, EDGE, NUMBER = 330, 12, 8
KIND_OF_FIELD = {
    "choice": {"choice", "int", "text"},
    "computed": set(),
    "date": {"date"},
    "decimal": {"text"},
    "dimension": {"ref"},
    "int": {"int"},
    "links": {"ref"},
    "long": {"long"},
    "money": {"money"},
    "opd": {"ref"},
    "rows": {"ref"},
    "score": {"int"},
    "subdimension": {"ref"},
    "text": {"text", "long"},
    "year": {"int", "text"},
    "years": {"text", "money"},
}
SPREAD = {"scores": ("score", "value"), "milestones": ("milestone", "text")}
ENGLISH = (
    *("Latihan", "Horizon", "Baseline", "Absen", "Owner", "Inisiatif", "Walikota", "Handout", "USB", "stik"),
)
"""Words that the hall does not use."""

every = pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda item: item.code)


def answered(sheet):
    return [item for item in sheet.columns if item.section != "subject" and item.kind not in SPREAD]


def fields_of(sheet, column):
    """Return the fields that a column writes; a computed one writes none."""
    known = CATALOG[sheet.target].by_name
    return [] if column.kind == "computed" else [known[name] for name in column.bound.split("/")]


def test_all_exercises_from_stage_one_to_four_are_there_in_their_order():
    assert [code for code in SHEETS if code in EXERCISES] == EXERCISES
    assert set(SHEETS) == {*EXERCISES, *BESIDE}
    assert {item.stage for item in SHEETS.values()} == {1, 2, 3, 4}
    assert {code: SHEETS[code].also_stage for code in SHEETS if SHEETS[code].also_stage} == {
        **dict.fromkeys(("L4", "L4V"), (2,)),
        **dict.fromkeys(("L0", "L7", "L8"), (3,)),
        **dict.fromkeys(("L10", "L10N"), (4,)),
    }


@every
def test_a_worksheet_names_things_that_exist(sheet):
    stages = {item.number for item in reference.stages()}
    assert {sheet.stage, *sheet.also_stage} <= stages
    assert sheet.filled_by in FILLERS
    assert sheet.rows_from in ROW_SOURCES
    assert sheet.target in CATALOG
    assert sheet.scale in {"", *SCALES}
    assert sheet.minutes in range(10, 121)
    assert {code for code in sheet.feeds.split(SEPARATOR) if code} <= set(SHEETS) - {sheet.code}
    keys = [column.key for column in sheet.columns]
    assert len(keys) == len(set(keys))
    assert not any("@" in key for key in keys)
    shown = {key.removeprefix("-") for key in sheet.summary.split(",") if key}
    assert shown <= {column.key for column in sheet.section("grid")}


@every
def test_a_column_is_bound_to_a_field_of_its_kind_and_of_as_many_values(sheet):
    for column in sheet.columns:
        assert column.kind in COLUMN_KINDS
        assert column.section in SECTIONS
        assert column.help.endswith((".", "?")), column.key
        assert column.label
    for column in answered(sheet):
        fields = fields_of(sheet, column)
        assert {field.kind for field in fields} <= KIND_OF_FIELD[column.kind], column.key
        many = {field.many for field in fields}
        if column.kind in {"years", "links"}:
            assert many == {True}, column.key
        elif column.kind not in {"choice", "opd", "rows", "dimension", "computed"}:
            assert many == {False}, column.key
    for column in sheet.columns:
        if column.kind in SPREAD:
            entity, name = SPREAD[column.kind]
            assert column.bound == f"{entity}.{name}"
            assert name in CATALOG[entity].by_name


@every
def test_the_choices_of_a_column_are_what_its_field_stores(sheet):
    for column in answered(sheet):
        stored = tuple(choice.partition("=")[0] for choice in column.choices)
        assert len(stored) == len(set(stored))
        fields = fields_of(sheet, column)
        if column.kind == "rows":
            assert stored == (fields[0].ref,)
        elif column.kind == "links":
            assert set(stored) <= set(PLAN_POINTS)
        elif column.kind == "choice":
            assert stored
            if fields[0].choices:
                assert stored == fields[0].choices, column.key
        else:
            assert stored == ()
        for wanted, kind in (("dimension", "dimension"), ("opd", "opd"), ("subdimension", "subdimension")):
            if column.kind == kind:
                assert fields[0].ref == wanted


@every
def test_the_first_column_tells_by_one_answer_of_a_person_whether_a_row_is_done(sheet):
    first = sheet.section("grid")[0]
    if sheet.rows_from != "free" and first.kind not in SPREAD:
        assert [field.many for field in fields_of(sheet, first)] == [False]
        assert first.wanted or sheet.rows_from == "renstra_program"


@every
def test_the_columns_fit_side_by_side_on_f4(sheet):
    spread = {"scores": max(len(sheet.criteria), 1), "milestones": len(PERIODS)}
    grid = sum(column.width * spread.get(column.kind, 1) for column in sheet.section("grid"))
    subject = {column.key: column.width for column in sheet.section("subject")}
    of_plan = sheet.rows_from == "renstra_program"
    printed = ("code", "program", "pagu") if of_plan else tuple(subject)[:3]
    number = 0 if of_plan else NUMBER
    assert number + sum(subject[key] for key in printed) + grid <= F4 - 2 * EDGE
    assert all(column.width >= 12 for column in sheet.columns)


@every
def test_the_texts_are_whole_sentences_in_the_words_of_the_hall(sheet):
    steps = sheet.instruction.splitlines()
    assert [step.partition(". ")[0] for step in steps] == [str(place) for place in range(1, len(steps) + 1)]
    assert len(steps) >= 5
    assert all(step.endswith((".", "?")) for step in steps)
    asked = sheet.guide.splitlines()
    assert len(asked) >= 3
    assert all(line.endswith("?") for line in asked)
    assert len(sheet.example.splitlines()) >= 3
    told = "\n".join([sheet.title, sheet.instruction, sheet.guide, sheet.example, *texts_of(sheet)])
    assert [word for word in ENGLISH if re.search(rf"\b{word}\b", told)] == []
    assert not re.search(r"\d\.\d{3}\.\d{3},|Rp \d|\?\?|\s{2,}(?=\S)", told)


def texts_of(sheet):
    yield from chain.from_iterable((column.label, column.help) for column in sheet.columns)
    for item in sheet.items:
        yield from (item["text"], item["help"], item["component"])
    for item in sheet.criteria:
        yield from (item["name"], item["help"])


def test_every_program_is_asked_for_what_a_masterplan_needs():
    wanted = {item.key for item in SHEETS["L7"].columns if item.wanted}
    assert wanted >= {"opd", "subdimension", "horizon", "indicator", "baseline", "target_end", "fund"}
    nominated = {item.key for item in SHEETS["L10"].columns if item.wanted}
    assert nominated >= {"opd", "months", "fund", "point"}
    promised = {item.key for item in SHEETS["L12"].columns if item.wanted}
    assert promised == {"text", "output", "due", "who", "report_to"}


def test_thirty_items_stand_in_three_parts_and_say_what_nought_and_four_mean():
    sheet = SHEETS["L2"]
    assert [part["code"] for part in sheet.parts] == ["STR", "INF", "SUP"]
    counted = [sum(item["section"] == part["code"] for item in sheet.items) for part in sheet.parts]
    assert counted == [12, 15, 3]
    assert len({item["component"] for item in sheet.items}) == 9
    for item in sheet.items:
        assert re.fullmatch(r"0 = .+; 4 = .+\.", item["help"])
        assert item["code"].startswith(item["section"])
        assert item["text"].endswith(".")
    assert SHEETS["L2K"].items == sheet.items
    assert len({item["code"] for item in sheet.items}) == 30


def test_nine_criteria_weigh_the_same():
    criteria = SHEETS["L10N"].criteria
    assert [item["name"] for item in criteria] == [
        *("Perumusan", "Daya tarik", "Manfaat", "Keunikan", "Peluang kemitraan", "Potensi pengembangan"),
        *("Keberlangsungan", "Sumber daya", "Manajemen risiko"),
    ]
    assert {item["weight"] for item in criteria} == {1}
    assert len({item["code"] for item in criteria}) == 9


def test_the_chapters_to_be_read_are_those_of_the_chosen_books():
    chapters = SHEETS["L11"].chapters
    presets = {item.code: item for item in reference.book_presets()}
    assert set(chapters) == set(presets)
    for code, rows in chapters.items():
        books = presets[code].books
        assert len(rows) == sum(len(book.chapters) for book in books)
        assert {row["component"] for row in rows} == {f"{book.number} {book.title}" for book in books}
        assert len({row["code"] for row in rows}) == len(rows)
    shared = {row["code"]: row["text"] for row in chapters["3-buku"]}
    other = {row["code"]: row["text"] for row in chapters["4-buku"]}
    assert all(other[code] == text for code, text in shared.items() if code in other)


FIGURES = {"weight", "rating", "points", "rating_ife", "points_ife"}


def test_weights_wait_hidden_until_a_scale_needs_them():
    hidden = {item.key for item in SHEETS["L3"].columns if item.hidden}
    assert (SHEETS["L3"].scale, hidden) == ("kualitatif", FIGURES)
    assert not any(item.hidden for code, sheet in SHEETS.items() if code != "L3" for item in sheet.columns)
    assert "kualitatif" not in SHEETS["L3"].instruction, "the setting says it, whatever it is"


FIELDS = (
    *("1.01", "1.02", "1.03", "1.04", "1.05", "1.06", "2.07", "2.08", "2.09", "2.11", "2.12", "2.15", "2.16"),
    *("2.17", "2.18", "3.30", "3.26", "3.27", "5.01", "5.02", "5.03", "6.01", "7.01"),
)
DIMENSIONS = ("GOV", "BRD", "ECO", "LIV", "SOC", "ENV")
BY_FIELD = {
    **dict.fromkeys(("L0", "L2K", "L3", "L3T", "L5", "L12"), FIELDS),
    **dict.fromkeys(("L1", "L4", "L4V", "L6", "L7", "L8", "L9", "L10", "L11"), DIMENSIONS),
    "L2": ("STR", "INF", "SUP"),
}


SUBDIMENSIONS = re.compile(r"(?:Subdimensi|Dimensi): ([A-Z]{3}-\d .+)")


@pytest.mark.parametrize("code", ["L0", "L2K", "L3T", "L5"])
def test_examples_name_items_dimensions_and_programs_as_they_are_called(code):
    chosen = next(item for item in reference.dimension_sets() if item.code == "kominfo-6")
    subs = {f"{sub.code} {sub.name}" for item in chosen.dimensions for sub in item.subdimensions}
    items = {f"{item['code']} {item['text'].rstrip('.')}" for item in SHEETS["L2K"].items}
    for lines in reference.examples(code).values():
        told = dict(line.split(": ", 1) for line in lines)
        assert told.get("Butir", next(iter(items))) in items
        assert all(found[1] in subs for line in lines if (found := SUBDIMENSIONS.fullmatch(line)))
        called = told.get("Dimensi", "")
        assert not called or called in subs | {f"{item.code} {item.name}" for item in chosen.dimensions}
        number, _, program = told.get("Program Renstra", "").partition(" ")
        official = reference.nomenclature()[number].name.casefold() if number else "program "
        assert official == f"program {program.rpartition(' (')[0]}".casefold()


def test_only_worksheets_of_the_shelf_have_examples():
    assert {path.stem for path in shelf("templates", "examples").iterdir()} == set(BY_FIELD)


@pytest.mark.parametrize("code", BY_FIELD)
def test_examples_stand_for_every_usual_field_in_the_words_of_the_columns(code):
    found = reference.examples(code)
    assert set(found) == set(BY_FIELD[code])
    labels = {column.label for column in SHEETS[code].columns}
    yearly = {column.label.removesuffix(" (Rp)") for column in SHEETS[code].columns if column.kind == "years"}
    labels |= {f"{label} tahun {year}" for label in yearly for year in PERIODS}
    periods = {f"Tahun {year.replace('-', '–')}" for year in PERIODS}
    for lines in (*found.values(), tuple(SHEETS[code].example.splitlines())):
        assert len(lines) >= 3
        for line in lines:
            name, _, said = line.partition(": ")
            assert said.strip(), line
            known = name in periods or any(item.startswith((name, name.rsplit(" ", 1)[0])) for item in labels)
            assert known, line
        assert [word for word in ENGLISH if re.search(rf"\b{word}\b", " ".join(lines))] == []
