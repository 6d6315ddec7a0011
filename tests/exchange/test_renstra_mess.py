"""Whatever stands in the cells, reading ends in a draft or in a sentence, and every doubt can be decided."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.renstra import Decision, apply, checks, match, split, summary, to_json
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.renstra_wire import joined, pieces
from smartcity_desktop.exchange.sheets import Grid
from tests.exchange.mutated import Mutation
from tests.exchange.tables import Writer
from tests.exchange.test_mutated import BUDGET, FORM, GOAL, PROGRAM, REGION, SERVICE
from tests.exchange.test_round_trip import cases

ODDITIES = (
    *("", "-", "n/a", "0", "2 Paket", "1.2.3.4.5.6.7.8", "x", "Program", "Kegiatan", "Tujuan", "Kode", "Rp"),
    *("Target 2025", "JUMLAH", "100%", "(1)", "2025", "Tahun-3", "Tahun", "APBN", "1,5 M", "-5", "1e5"),
    *("2.16.02", "2.16", "1", "NIP 123", "Outcome", "#REF!", "Bidang Urusan X", "9" * 40, "a\nb\nc"),
    *("1. a\n2. b", "²", "٣", "½", "Indikator", "Kondisi Akhir", "Baseline", "Kepala Dinas"),
)


def messed(grid, seed):
    """Return a grid with odd cells, and rows and merged ranges lost or doubled."""
    chance = random.Random(seed)
    rows = [list(row) for row in grid.rows]
    for _ in range(chance.randint(1, 60)):
        row = chance.randrange(len(rows))
        fate = chance.random()
        if fate < 0.8:
            rows[row][chance.randrange(len(rows[0]))] = chance.choice(ODDITIES)
        elif fate < 0.9 and len(rows) > 3:
            del rows[row]
        else:
            rows.insert(row, list(rows[chance.randrange(len(rows))]))
    merges = tuple(merge for merge in grid.merges if chance.random() < 0.8)
    return Grid("S", tuple(map(tuple, rows)), merges)


@settings(max_examples=200)
@given(cases(), st.integers(0, 10**6))
def test_a_messed_up_table_is_a_draft_or_a_sentence(case, seed):
    layout, items = case
    draft, code = understood_or_refused(messed(Writer(items, layout).write().grid(), seed))
    if draft is None:
        assert code == "read-no-table"
        return
    assert joined(pieces(draft)) == draft
    assert match(draft.lines, draft.lines).lost == ()
    assert summary(draft, "X")
    assert to_json(draft)
    for problem in (*draft.problems, *checks(draft.lines, years=draft.years)):
        assert problem.line is None or 0 <= problem.line < len(draft.lines)
    keys = [problem.key for problem in draft.problems]
    assert len(set(keys)) == len(keys)
    everything(draft, random.Random(seed))


def understood_or_refused(*grids):
    """Return the draft, or the code of the refusal."""
    try:
        return plan(grids, "contoh.xlsx"), ""
    except UserFault as fault:
        return None, fault.code


def everything(draft, chance):
    """Decide every doubt in some way; nothing may be left over but what was refused."""
    refused = []
    for problem in draft.problems:
        decision = Decision(
            problem.key,
            chance.choice(["accept", "mend", "leave_out"]),
            chance.choice(["2025", "2.16.02", "5.000", "x"]),
        )
        try:
            draft = apply(draft, [decision])
        except UserFault as fault:
            refused.append(fault.code)
    assert set(refused) <= {"read-mend"}
    assert len(draft.problems) == len(refused)
    assert all(line.parent is None or line.parent < len(draft.lines) for line in draft.lines)


SHAPES = (PROGRAM, GOAL, SERVICE, BUDGET, FORM, REGION)


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_several_messed_up_tables_make_one_draft_that_holds_together(seed):
    chance = random.Random(seed)
    grids = []
    for number in range(chance.randint(2, 4)):
        table = Mutation(chance.choice(SHAPES), chance.randrange(10**6)).grid()
        grids.append(replace(messed(table, chance.randrange(10**6)), name=f"Lembar {number}"))
    draft, code = understood_or_refused(*grids)
    if draft is None:
        assert code == "read-no-table"
        return
    assert joined(pieces(draft)) == draft
    for rows in (draft.lines, draft.points):
        assert all(row.parent is None or row.parent < place for place, row in enumerate(rows))
    keys = [problem.key for problem in draft.problems]
    assert len(set(keys)) == len(keys)
    assert money(*split(draft)) == money(draft)
    everything(draft, chance)


def money(*drafts):
    """Return all pagu of programs and below."""
    lines = [line for draft in drafts for line in draft.lines if line.level not in {"tujuan", "sasaran"}]
    return sum(sum(line.pagu.values()) for line in lines)
