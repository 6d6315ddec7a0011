"""What is proposed of SDG and SPBE: every sub-dimension of the usual set, and nothing that does not exist."""

from smartcity_desktop.domain.alignment import Hints, Subject, hints_of, spbe_words
from smartcity_desktop.domain.entity import INNOVATIONS, SPBE
from smartcity_desktop.storage import reference


def test_every_sub_dimension_of_the_usual_set_has_goals_and_nothing_else_is_named():
    usual = next(item for item in reference.dimension_sets() if item.code == reference.DEFAULT_SET)
    codes = {sub.code for item in usual.dimensions for sub in item.subdimensions}
    table = reference.alignment_hints()
    assert {key for by, key in table if by == "subdimension"} == codes
    assert all(table["subdimension", code].sdg for code in codes)
    assert {key for by, key in table if by == "innovation"} <= set(INNOVATIONS)
    assert {one for item in table.values() for one in item.sdg} <= set(reference.sdg())
    assert {key for item in table.values() for key in item.spbe} <= set(SPBE)
    assert list(reference.sdg()) == list(range(1, 18))
    assert spbe_words(SPBE).count(",") == len(SPBE) - 1


def test_spbe_is_proposed_only_where_digital_means_are_needed_and_nothing_where_somebody_chose():
    table = reference.alignment_hints()
    item = Subject(subdimension="X", innovation=("proses",))

    def usual(code):
        return {"X": "GOV-3"}.get(code, "")

    assert hints_of(item, table, usual) == Hints((16, 17), ())
    digital = Subject(subdimension="X", innovation=("proses", "aplikasi"))
    assert hints_of(digital, table, usual).spbe == ("tata_kelola", "manajemen", "layanan_administrasi")
    assert (
        hints_of(Subject(subdimension="X", sdg=(4,), ict="ya", spbe=("kebijakan",)), table, usual) == Hints()
    )
    assert hints_of(Subject(subdimension="Y"), table, usual) == Hints()
