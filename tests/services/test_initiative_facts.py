"""Programs smart city are the same everywhere: which count, where they belong, what they cost."""

from collections import Counter

import pytest

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.initiative import total, warnings
from smartcity_desktop.domain.initiative_facts import Range, sum_of
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_initiative import LIST
from smartcity_desktop.domain.paper_leader import MINISTRY, REGION_PAGE
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.roadmap import DIMENSION, cost_sum, groups
from smartcity_desktop.domain.roadmap_clash import clashes
from smartcity_desktop.domain.wording import money
from smartcity_desktop.storage.book_fill import FILL
from smartcity_desktop.storage.book_source import BookSource
from smartcity_desktop.storage.coverage import coverage
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.heir import INITIATIVE
from smartcity_desktop.storage.leader import Leaders
from smartcity_desktop.storage.monitor import subjects
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.plan_program import initiatives
from smartcity_desktop.storage.print_rule import facts_of
from smartcity_desktop.storage.recap import Recaps
from smartcity_desktop.storage.row_choice import row_choices
from smartcity_desktop.storage.source import counts
from smartcity_desktop.storage.worksheet import worksheets
from tests.services.test_evaluation import plant
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds


def write(desk, *edits):
    desk.workshop._store.write(list(edits), "isi")


@pytest.fixture
def nasty(desk):
    """Programs of every kind that one reader once read in its own way; return their rows by name."""
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    l7, l8 = (desk.worksheet.find(code).id for code in ("L7", "L8"))
    homes = {code: dimension(desk, code) for code in ("GOV", "BRD", "ECO", "LIV", "SOC", "ENV")}
    rows = {}

    def program(name, code, told=None):
        (rows[name],) = put(desk, l7, homes[code], {"name": name})
        write(desk, *(Set("initiative", rows[name], field, value) for field, value in (told or {}).items()))

    def action(name, code, **cells):
        (row,) = put(
            desk, l8, homes[code], {"text": f"Aksi {name}", "initiative": rows.get(name, ""), **cells}
        )
        return row

    program("Sendiri", "GOV", {"cost@1": 100, "cost@6-10": 50})
    action("Sendiri", "GOV", **{"cost@2": "7"})
    program("Aksinya", "GOV")
    late = action("Aksinya", "GOV", **{"cost@2": "10"})
    write(desk, Set("action", late, "cost@7", 5), Set("action", late, "cost@2031", 2))
    years = {"year_start": 2028, "year_end": 2031}
    program("Luar jangka", "GOV", {"horizon": "pendek", "cost@3": 1, **years})
    program("Rentang", "ECO", {"cost_low": 20, "cost_high": 30})
    program("Paling sedikit", "ENV", {"cost_low": 7})
    program("Tanpa biaya", "ECO")
    program("Dikeluarkan", "ECO", {"cost@1": 1000})
    action("Dikeluarkan", "ECO", **{"cost@1": "1000"})
    desk.initiative.retire([rows["Dikeluarkan"]])
    program("Dibuang", "ECO", {"cost@1": 5000})
    desk.worksheet.remove_rows(l7, homes["ECO"], [rows["Dibuang"]])
    program("Lepas", "ENV", {"cost@1": 3})
    write(desk, Set("initiative", rows["Lepas"], "sheet", ""))
    program("Kembar satu", "LIV", {"opd": opds(desk)["Dinkes"]})
    program("Kembar dua", "LIV", {"opd": opds(desk)["DLH"]})
    action("Kembar satu", "LIV", **{"cost@1": "40"})
    rows["Kembar"], _ = desk.result.merge(
        l7, homes["LIV"], [rows["Kembar satu"], rows["Kembar dua"]], "Kembar"
    )
    program("Dari lembar", "SOC")
    write(desk, Set("initiative", rows["Dari lembar"], "dimension", ""))
    program("Dari sub", "ECO")
    sub = next(item.id for item in desk.dimension.board().subdimensions if item.dimension == homes["BRD"])
    write(desk, Set("initiative", rows["Dari sub"], "subdimension", sub))
    program("", "GOV", {"cost@1": 9999})
    plant(desk, "initiative", {"name": "Tak bertuan", "sheet": "", "cost_high": 8})
    write(desk, Set("dimension", homes["SOC"], "retired", True))
    action("Tanpa program", "GOV", **{"cost@1": "77"})
    return rows


NASTY = {
    "GOV": (3, 168, 168),
    "BRD": (1, 0, 0),
    "ECO": (2, 20, 30),
    "LIV": (1, 40, 40),
    "SOC": (1, 0, 0),
    "ENV": (2, 10, None),
    "": (1, 0, 8),
}
"""By dimension how many programs count, and what they cost at least and at most (None: nobody said it)."""


# Readers: each returns (count, low, high) by the code of the dimension -------------------------------------


def from_list(desk):
    board = desk.initiative.board()
    return {home.code: figures(total(own)) for home, own in board.by_dimension()}


def from_list_print(desk):
    picture = desk.report.asked(LIST, PrintAsk()).picture
    rows = dict(picture.sums).get("Menurut dimensi", ())
    return {code_of(row.name): (int(row.count), *bounds(row.cost)) for row in rows}


def from_list_table(desk):
    sheet = desk.initiative.tables()[-1]
    return {
        code_of(row[1]): (row[2], *ends(*row[5:7]))
        for row in sheet.rows
        if row[0] == desk._store.say("Dimensi")
    }


def from_road(desk):
    return {
        group.short: figures(cost_sum(group.programs)) for group in groups(desk.roadmap.road(), DIMENSION)
    }


def from_road_table(desk):
    sheet = next(item for item in desk.roadmap.tables() if item.title == "Biaya peta jalan")
    low, high = (sheet.heads.index(f"Paling {word} (Rp)") for word in ("sedikit", "banyak"))
    found = {}
    for row in sheet.rows:
        count, least, most = found.get(code_of(row[0]), (0, 0, 0))
        own = ends(row[low], row[high])
        most = None if None in {most, own[1]} else most + own[1]
        found[code_of(row[0])] = (count + 1, least + own[0], most)
    return found


def from_book(desk):
    source = BookSource(desk._store)
    costs = FILL["biaya"](source, "biaya")
    counted = Counter(source.dimension_names.get(item.home, "") for item in source.rows(INITIATIVE))
    horizons = FILL["program.jangka.jumlah"](source, "program.jangka.jumlah")
    told = {row.cells[0]: int(row.cells[-1]) for row in horizons.rows}
    assert {code_of(name): count for name, count in told.items() if count} == {
        code_of(name): count for name, count in counted.items()
    }
    least = -1 if costs.columns[-1] == "Jumlah" else -2
    return {
        code_of(row.cells[0]): (
            told.get(row.cells[0], 0),
            bounds(row.cells[least])[0],
            bounds(row.cells[-1])[0] if row.cells[-1] else None,
        )
        for row in costs.lines
    }


def from_recap(desk):
    recaps = Recaps(desk._store)
    found = {}
    for item in recaps.dimensions:
        paper = recaps.of_dimension(item)
        own = [one for one in recaps.programs if one.dimension == item.id]
        assert paper.programs_told == f"{len(own)} program."
        assert paper.costs_told.startswith(sum_of(own).sentence)
        assert sum(bar.value for bar in paper.programs) == len(own)
        found[item.code] = figures(sum_of(own))
    known = {item.id for item in recaps.dimensions}
    found[""] = figures(sum_of(one for one in recaps.programs if one.dimension not in known))
    return found


def from_leader(desk):
    known = Leaders(Gathering(desk._store, None))
    found = {
        item.code: figures(total(one for one in known.programs if one.dimension == item.id))
        for item in known.dimensions
    }
    return found | {"": figures(total(known.homeless))}


READERS = [
    from_list,
    from_list_print,
    from_list_table,
    from_road,
    from_road_table,
    from_book,
    from_recap,
    from_leader,
]


def figures(found):
    return found.count, found.money.low, found.money.high


def ends(low, high):
    """Return the least and the most of two cells; nothing beside a least is a most that nobody said."""
    return low or 0, None if high == "" and low != "" else high or 0


def bounds(text):
    """Return the least and the most of ``1.200``, ``300–1.200``, ``mulai 300`` or ``hingga 1.200``."""
    if text.startswith("mulai "):
        return bounds(text.removeprefix("mulai "))[0], None
    if text.startswith("hingga "):
        return 0, bounds(text.removeprefix("hingga "))[1]
    ends = [end.strip().replace(".", "") for end in text.removeprefix("–").split("–") if end.strip()]
    return (int(ends[0]), int(ends[-1])) if ends else (0, 0)


def code_of(name):
    """Return the code before the name of a dimension, nothing for none."""
    head = name.partition(" ")[0]
    return head if head.isupper() and len(head) == 3 else ""


def those(found):
    """Return the figures of dimensions that have a program."""
    return {code: told for code, told in found.items() if told[0]}


@pytest.mark.usefixtures("nasty")
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_counts_and_prices_the_same_programs(desk, reader):
    assert those(reader(desk)) == NASTY


@pytest.mark.parametrize("reader", READERS)
def test_so_it_is_in_the_sample_city(sample_desk, reader):
    wanted = those(from_list(sample_desk))
    assert sum(count for count, _, _ in wanted.values()) == 75
    assert those(reader(sample_desk)) == wanted


def test_papers_of_leaders_print_these_sums(desk, nasty):
    whole = total(desk.initiative.board().used)
    counts, least, _ = zip(*NASTY.values(), strict=True)
    assert figures(whole) == (sum(counts), sum(least), None)
    ministry = next(one for one in desk.report.asked(MINISTRY, PrintAsk()).picture.tables if one.sums)
    assert (ministry.sums[1], ministry.sums[-1]) == (str(whole.count), whole.shortly)
    told = {code_of(row[0]): int(row[1]) for row in ministry.rows}
    assert {code: count for code, count in told.items() if count} == {
        code: one[0] for code, one in NASTY.items()
    }
    region = desk.report.asked(REGION_PAGE, PrintAsk()).picture
    assert sum(int(row[3]) for row in region.tables[0].rows) == whole.count
    assert dict(region.facts)["Program"] == f"{whole.count} Program Smart City; {whole.told}"
    assert nasty


def test_every_other_reader_names_the_same_programs(desk, nasty):
    store, wanted = desk._store, {item.id for item in desk.initiative.board().used}
    names = {
        "Sendiri",
        "Aksinya",
        "Luar jangka",
        "Rentang",
        "Paling sedikit",
        "Tanpa biaya",
        "Lepas",
        "Kembar",
        "Dari lembar",
        "Dari sub",
    }
    assert {nasty[name] for name in names} < wanted
    assert len(wanted) == len(names) + 1
    assert {item.id for item in initiatives(store.db)} == wanted, "alignment and shared programs"
    assert {item.id for item in subjects(store)} == wanted, "monitoring and evaluation"
    assert {item.id for item in desk.roadmap.plan().programs} == wanted, "action plan"
    assert len(facts_of(Gathering(store, None)).programs) == len(wanted), "regulation"
    definition = desk.worksheet.find("L9")
    on_sheets = counts(store.db, definition)
    homes = {item.id: item.dimension for item in desk.roadmap.road().programs}
    for home in filter(None, dict.fromkeys(homes.values())):
        own = {row for row, at in homes.items() if at == home}
        assert set(on_sheets.get(home, own)) == own, "sheet of the road map"
        party = party_of(store.db, definition, home)
        offered = {one.value for one in row_choices(store.db, INITIATIVE, party) if not one.retired}
        assert offered == own, "programs that a cell may name"
    assert coverage(store.db).programs == ()
    assert worksheets(store.db)


def test_costs_stand_in_their_years_and_what_has_none_stands_apart(desk, nasty):
    facts = {item.name: item for item in desk.initiative.board().used}
    assert dict(facts["Sendiri"].costs) == {"1": 100, "6-10": 50}
    assert dict(facts["Aksinya"].costs) == {"2": 10, "6-10": 5, "": 2}
    assert [facts[name].counted_from for name in ("Sendiri", "Aksinya", "Rentang", "Tanpa biaya")] == [
        "biaya program",
        "biaya aksinya",
        "perkiraan",
        "",
    ]
    whole = total(facts.values())
    assert (whole.undated, sum(whole.by_period.values())) == (Range(29, None), 209)
    assert whole.sentence == (
        "Mulai Rp238, dari 8 program yang sudah ada biayanya; mulai Rp29 di antaranya belum dirinci per "
        "tahun; 1 program hanya menyebut biaya paling sedikit; 3 program belum ada biayanya."
    )
    years = desk.initiative.board().by_year()
    assert sum((one.money for one in years.values()), Range()) == whole.money
    book = FILL["biaya"](BookSource(desk._store), "biaya")
    assert book.columns[-2:] == ("Jumlah paling sedikit", "Jumlah paling banyak")
    assert book.sums[-2:] == ("238", "")
    assert book.sums[1] == money(143)
    assert facts["Kembar"].costs == {"1": 40}, "the actions of what was merged go with it"
    assert facts["Kembar"].actions == 1
    assert nasty["Kembar satu"] not in {item.initiative for item in desk.roadmap.plan().rows}


def test_an_action_of_a_program_left_out_stands_in_no_plan_and_comes_back_with_it(desk, nasty):
    def said():
        return {item.text for item in desk.roadmap.plan().rows}

    assert "Aksi Dikeluarkan" not in said()
    assert "Aksi Tanpa program" in said()
    desk.initiative.retire([nasty["Dikeluarkan"]], retired=False)
    assert "Aksi Dikeluarkan" in said()
    desk.undo()
    assert "Aksi Dikeluarkan" not in said()


def test_actions_without_a_program_that_counts_are_told_where_their_money_is_missed(desk, nasty):
    (loose,) = (one.words for one in clashes(desk.roadmap.road()) if "belum punya program" in one.words)
    assert loose == "1 aksi belum punya program; biayanya, Rp77, belum ikut dijumlah."
    bare, _ = desk.roadmap.add(nasty["Sendiri"], "sdm")
    write(desk, Set("action", bare, "cost@1", 5000))
    plan = desk.roadmap.plan()
    assert bare in {item.id for item in plan.rows}
    assert bare not in {item.id for item in plan.said}
    table = next(item for item in desk.roadmap.tables() if item.title == "Rencana aksi")
    assert len(table.rows) == len(plan.said)
    at = table.heads.index("Tahun 6–10 (Rp)")
    assert (table.sums[at], sum(row[at] or 0 for row in table.rows)) == (5, 5)


def test_a_chosen_quick_win_whose_program_was_merged_speaks_of_what_stands_for_it(desk, nasty):
    winner = {"name": "Kembar", "decision": "terpilih", "initiative": nasty["Kembar satu"]}
    plant(desk, "candidate", {**winner, "dimension": dimension(desk, "LIV"), "sheet": ""})
    (item,) = desk.quickwin_sheet.sheets().items
    assert item.program.id == nasty["Kembar"]
    assert [one.text for one in item.actions] == ["Aksi Kembar satu"]


def test_a_workshop_without_a_program_says_so_everywhere(desk):
    assert total([]).sentence == "Belum ada program."
    for reader in READERS:
        assert those(reader(desk)) == {}


def test_a_prerequisite_that_went_into_another_program_is_told_by_that(desk, nasty):
    write(desk, Birth("initiative", nasty["Rentang"], {f"after@{nasty['Kembar dua']}": "1"}))
    assert desk.roadmap.road().program(nasty["Rentang"]).after == (nasty["Kembar"],)


def test_horizon_and_years_are_judged_alike_by_list_and_road_map(desk, nasty):
    board = desk.initiative.board()
    late = {
        item.id for item in board.used if any("jangkanya" in told for told in warnings(item, board.start))
    }
    told = {one.program for one in clashes(desk.roadmap.road()) if ": jangka " in one.words}
    assert late == told == {nasty["Luar jangka"]}
