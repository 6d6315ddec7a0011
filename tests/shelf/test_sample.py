"""The sample city: invented, whole, and in the words of the catalogue."""

import re
from collections import defaultdict

import pytest
from openpyxl import load_workbook

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.entity import Entity
from smartcity_desktop.domain.plan_code import known
from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import reference

WORKSHOP = reference.sample_part("workshop")
OPD = {item["short"]: item for item in reference.sample_part("opd")["opd"]}
PEOPLE = reference.sample_part("people")["people"]
STAGES = reference.sample_part("stages")
NOTES = reference.sample_part("notes")["notes"]
SHEETS = reference.sample_part("sheets")["sheets"]
GROUPS = reference.sample_part("groups")["sheets"]
ANALYSES = reference.sample_part("analyses")["analyses"]
FILES = {short: item["renstra"] for short, item in OPD.items() if (item["renstra"] or "").endswith("xlsx")}
"""Those that a simple reading understands; test_sample_plans holds the others against their figures."""
PARTS = 5


def strange(entity: Entity, row: dict, besides: set[str]) -> set[str]:
    """Return the names that the catalogue does not know and the choices that it does not offer."""
    wrong = set(row) - set(entity.by_name) - besides
    for name, value in row.items():
        field = entity.by_name.get(name)
        offered = field.choices if field else ()
        given = value if isinstance(value, list) else [value]
        wrong |= {f"{name}={one}" for one in given if offered and one and one not in offered}
    return wrong


@pytest.mark.parametrize(
    ("entity", "rows", "besides"),
    [
        ("workshop", [WORKSHOP["workshop"]], set()),
        ("signer", WORKSHOP["signers"], {"nip"}),
        ("plan_point", WORKSHOP["plan_points"], set()),
        ("opd", list(OPD.values()), {"renstra"}),
        ("person", PEOPLE, {"nip", "phone"}),
        ("stage", STAGES["stages"], set()),
        ("session", STAGES["sessions"], {"key"}),
        ("note", NOTES, set()),
        ("sheet", SHEETS, set()),
        ("sheet", GROUPS, {"rows"}),
        ("issue", [row for sheet in GROUPS for row in sheet["rows"]], {"key"}),
        ("analysis", [row for rows in ANALYSES.values() for row in rows], {"code"}),
    ],
)
def test_every_part_speaks_the_words_of_the_catalogue(entity, rows, besides):
    assert rows
    assert [wrong for row in rows if (wrong := strange(CATALOG[entity], row, besides))] == []


def test_every_reference_between_the_parts_leads_somewhere():
    keys = {row["key"] for row in STAGES["sessions"]}
    numbers = {row["number"] for row in STAGES["stages"]}
    assert {row["stage"] for row in STAGES["sessions"]} <= numbers
    assert {row["opd"] for row in PEOPLE if row["opd"]} <= set(OPD)
    assert {row["session"] for row in (*NOTES, *SHEETS)} <= keys
    named = {row[key] for row in NOTES for key in ("opd", "owner_opd") if row[key]}
    assert named | {row["opd"] for row in SHEETS} | set(ANALYSES) <= set(OPD)
    points = {row["code"] for row in WORKSHOP["plan_points"]}
    chosen = next(
        item for item in reference.dimension_sets() if item.code == WORKSHOP["workshop"]["dimension_set"]
    )
    parts = {part.code for item in chosen.dimensions for part in item.subdimensions}
    for row in (row for rows in ANALYSES.values() for row in rows):
        assert set(row.get("issue_link", ())) <= points
        assert {*row.get("also", ()), row.get("subdimension", "GOV-1")} <= parts
        assert row.get("subdimension", "").split("-")[0] == row.get("dimension", "")
    assert {row["dimension"] for row in OPD.values()} <= {item.code for item in chosen.dimensions}
    assert {sheet["dimension"] for sheet in GROUPS} == {item.code for item in chosen.dimensions}
    for sheet in GROUPS:
        assert sheet["session"] in keys
        for row in sheet["rows"]:
            assert row["subdimension"] in parts
            assert set(row["opd"]) <= set(OPD)
            assert set(row["point"]) <= points


def test_the_hall_is_as_mixed_as_a_real_one():
    assert len(OPD) >= 14
    kinds = {row["kind"] for row in OPD.values()}
    assert {"rsud", "kecamatan", "kelurahan", "bagian", "luar"} <= kinds
    assert len({row["table_no"] for row in OPD.values()}) >= 3
    assert len(PEOPLE) >= 60
    assert len({row["name"] for row in PEOPLE}) == len(PEOPLE)
    assert {row["element"] for row in PEOPLE} == set(CATALOG["person"].by_name["element"].choices)
    assert sum(not row["renstra"] and row["renstra_required"] for row in OPD.values()) >= 1
    assert any(row["on_paper"] for row in SHEETS)
    assert any(row["represented_by"] for row in SHEETS)
    assert {row["status"] for row in SHEETS} >= {"belum", "sedang", "diserahkan", "diperiksa", "disepakati"}


def test_the_notes_hold_what_breaks_careless_programs():
    texts = " ".join(row["text"] for row in NOTES)
    assert len(NOTES) >= 14
    assert "Jum'at" in texts
    assert "<b" in texts
    assert {row["kind"] for row in NOTES} == set(CATALOG["note"].by_name["kind"].choices)
    for row in NOTES:
        assert bool(row["due"] and row["owner"] and row["state"]) == (row["kind"] == "tindak_lanjut")


def test_the_signers_have_long_names_and_whole_numbers():
    assert len(WORKSHOP["signers"]) == 2
    assert all(len(row["name"]) > 50 and len(row["position"]) > 60 for row in WORKSHOP["signers"])
    assert re.fullmatch(r"\d{18}", WORKSHOP["signers"][0]["nip"])
    assert {len(row["nip"]) for row in PEOPLE if "nip" in row} == {18}


def test_agencies_are_what_their_names_propose():
    for row in OPD.values():
        proposal = reference.propose_opd(row["name"])
        assert proposal.kind == row["kind"], row["name"]
        assert set(proposal.bidang) <= set(row["bidang"]), row["name"]
        assert bool(proposal.bidang) == bool(row["bidang"]), row["name"]
        assert proposal.renstra_required == row["renstra_required"], row["name"]


def lines(name: str) -> dict[str, list[int]]:
    """Return the yearly pagu by code; a simple reading for these files only."""
    sheet = load_workbook(shelf("sample", name)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    split = name.endswith("t-c27.xlsx")
    heads = next(
        row for row in rows if sum(str(cell).startswith(("Rp", "PAGU", "Pagu")) for cell in row) >= PARTS
    )
    money = [n for n, cell in enumerate(heads) if str(cell).startswith(("Rp", "PAGU", "Pagu"))]
    found = {}
    for row in rows:
        code = ".".join(str(cell) for cell in row[2:7] if cell) if split else str(row[2] or "")
        if re.fullmatch(r"\d\.\d\d\.\d\d(\.\d\.\d\d)?(\.\d{4})?", code):
            assert code not in found
            found[code] = [int(str(row[place]).replace(".", "")) for place in money[: -1 if split else None]]
    return found


def differences(found: dict[str, list[int]]) -> list[tuple[str, int, int]]:
    """Return (code, place of the year, difference) where a line is not the sum of the lines below it."""
    below = defaultdict(list)
    for code, pagu in found.items():
        parts = code.split(".")
        if len(parts) > 3:
            below[".".join(parts[: -1 if len(parts) == 6 else -2])].append(pagu)
    return [
        (code, place, whole - part)
        for code, parts in below.items()
        for place, (whole, part) in enumerate(
            zip(found[code], map(sum, zip(*parts, strict=True)), strict=True)
        )
        if whole != part
    ]


@pytest.mark.parametrize("short", FILES)
def test_the_money_of_a_plan_adds_up_but_for_the_one_planted_fault(short):
    planted = [("2.16.03", 2, -112_000_000), ("2.16.03.2.02", 2, 112_000_000)]
    found = lines(FILES[short])
    assert len(found) > 20
    assert sorted(differences(found)) == (planted if short == "Diskominfo" else [])


@pytest.mark.parametrize("short", FILES)
def test_every_code_of_a_plan_is_known_and_every_analysed_program_stands_in_it(short):
    table = {code: item.name for code, item in reference.nomenclature().items()}
    found = lines(FILES[short])
    assert [code for code in found if not known(code, table)] == []
    assert {row["code"] for row in ANALYSES.get(short, ())} <= set(found)


def test_the_plans_come_in_both_real_forms():
    assert {len(lines(name)["2.16.02"]) for name in FILES.values() if "t-c27" in name} == {5}
    assert len(lines(FILES["DLH"])["2.11.11"]) == 6
    sheet = load_workbook(shelf("sample", FILES["Diskominfo"])).active
    assert sheet is not None
    numbered = [
        cell
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell and re.fullmatch(r"\(\d+\)", str(cell))
    ]
    assert numbered == [f"({n})" for n in range(1, 21)]
    assert {str(span) for span in sheet.merged_cells.ranges} >= {"C5:G7", "K6:L6"}


def test_at_least_five_agencies_have_filled_their_worksheet():
    filled = [short for short, rows in ANALYSES.items() if all(row["relevant"] for row in rows)]
    assert len(filled) >= 5
    assert sum(row.get("quickwin") == "ya" for rows in ANALYSES.values() for row in rows) >= 5
