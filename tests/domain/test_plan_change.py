"""Two versions of one plan beside each other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.plan_change import YearMoney, compare, more_told
from smartcity_desktop.domain.renstra_decide import with_parents
from tests.domain.plans import line, plan


def test_a_plan_beside_itself_has_no_difference():
    found = compare(plan(), plan())
    assert found.is_empty
    assert found.told == "Tidak ada yang berubah: 6 baris sama."
    assert all(item.old == item.new for item in found.money)


def test_a_changed_amount_is_told_old_and_new_and_counted_per_year():
    new = [*plan()]
    year = next(iter(new[2].pagu))
    new[2] = replace(new[2], pagu={**new[2].pagu, year: new[2].pagu[year] + 5_000_000})
    found = compare(plan(), new)
    [changed] = found.changed
    [field] = changed.fields
    assert field.words == f"Pagu {year}"
    assert field.told.endswith(f"→ {new[2].pagu[year]:,}".replace(",", "."))
    [money] = [item for item in found.money if item.more]
    assert (money.year, money.more) == (year, 5_000_000)


def test_texts_levels_targets_and_units_are_named():
    new = [*plan()]
    first = new[2].indicators[0]
    year = next(iter(first.targets))
    told = replace(first, unit="orang", baseline="1", targets={**first.targets, year: "99"})
    new[2] = replace(new[2], name="Komunikasi", unit="Bidang Dua", indicators=(told,))
    fields = {item.words: item for item in compare(plan(), new).changed[0].fields}
    assert {"Nama", "Unit", "Satuan", "Kondisi awal", f"Target {year}"} <= set(fields)
    assert fields[f"Target {year}"].new == "99"
    assert fields["Satuan"].about == first.name


def test_a_line_that_hangs_elsewhere_now_says_below_what():
    old = with_parents([*plan()[:4], line("program", "Lain", "2.20.02")])
    new = [replace(item) for item in old]
    new[3] = replace(new[3], parent=4)
    [changed] = compare(old, new).changed
    assert [item.words for item in changed.fields] == ["Di bawah"]
    assert changed.fields[0].new == "2.20.02 Lain"


def test_an_analysis_is_carried_lost_or_tied_by_hand():
    new = with_parents([*plan()[:4], line("program", "Statistik", "2.20.02")])
    found = compare(plan(), new, worked=(2, 4))
    assert (found.carried, [item.old for item in found.lost]) == (1, [4])
    assert found.work_told == "Analisis pada 1 baris ikut; pada 1 baris hilang bersama barisnya."
    tied = compare(plan(), new, worked=(2, 4), ties={4: 4})
    assert (tied.carried, tied.lost) == (2, ())
    assert tied.work_told == "Analisis pada 2 baris ikut semuanya."
    assert not any(item.new == 4 for item in tied.added)


def test_a_tie_to_a_line_that_is_not_there_is_none():
    assert compare(plan(), plan(), ties={0: 99, 77: 1}).is_empty


def test_money_in_words_names_the_share():
    assert more_told(YearMoney("2026", 1_000_000_000, 1_250_000_000)) == "+Rp250 juta (25%)"
    assert more_told(YearMoney("2026", 1_000_000_000, 500_000_000)) == "−Rp500 juta (50%)"
    assert more_told(YearMoney("2026", 0, 5_000_000)) == "+Rp5 juta"
    assert more_told(YearMoney("2026", 7, 7)) == "–"


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_every_line_is_counted_once(order, dropped):
    old = plan()
    new = with_parents([old[index] for index in order if index not in dropped])
    found = compare(old, new)
    kept = len(found.changed) + found.same
    assert kept + len(found.dropped) == len(old)
    assert kept + len(found.added) == len(new)
