"""What a version of a plan keeps: packed and unpacked, nothing lost."""

import gzip
from dataclasses import replace

from smartcity_desktop.domain.plan_content import packed, unpacked
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft, Origin, RecordDraft
from tests.domain.plans import plan

WHOLE = Draft(
    format="T-C.27",
    period_start=2025,
    years=("2025", "2026"),
    lines=(
        LineDraft(
            "program",
            "2.16.02",
            "Informasi",
            (IndicatorDraft("Aduan", "%", "0", "2024", {"2025": "7"}, "9", "naik"),),
            {"2025": 0, "2026": 5},
            origin=Origin("R", 3, 2),
            outcome="Aduan selesai",
            fund="APBD",
            written={"code": "2.16.2"},
            sure={"pagu@2025": 60},
        ),
        LineDraft("kegiatan", "", "Kecil", parent=0, support=True),
    ),
    records=(RecordDraft("layanan", "Indeks", target={"2025": "3"}, origin=Origin("T", 9)),),
    source_name="a.xlsx",
)


def test_a_packed_plan_comes_back_whole():
    assert unpacked(packed(WHOLE)) == WHOLE
    assert unpacked(packed(Draft(lines=plan()))).lines == tuple(replace(item, cells={}) for item in plan())


def test_the_same_plan_gives_the_same_bytes():
    assert packed(WHOLE) == packed(replace(WHOLE))


def test_bytes_that_are_no_plan_are_none():
    assert unpacked(b"x") is None
    assert unpacked(gzip.compress(b"[1]")) is None
    assert unpacked(gzip.compress(b"{}")) is None
    assert unpacked(packed(WHOLE)[:20]) is None


def test_a_field_of_a_later_program_is_left_aside():
    later = gzip.compress(b'{"later":1,"lines":[{"name":"A","later":2,"origin":{"row":4}}]}')
    assert unpacked(later) == Draft(lines=(LineDraft(name="A", origin=Origin(row=4)),))
