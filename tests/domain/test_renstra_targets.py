"""What a target says, and whether smaller is better: of one name, and of many at once."""

import pytest

from smartcity_desktop.domain.renstra_targets import falling, falls_by_nature

RISING = [f"Persentase layanan {number} yang selesai tepat waktu" for number in range(170)]
FALLING = ("Angka Kematian Bayi", "Rata-rata waktu\ntunggu", "Nilai “AKI” per 100.000", "Waktu tunggu pasien")


@pytest.mark.parametrize("place", [0, 49, 50, 169])
@pytest.mark.parametrize("name", FALLING)
def test_of_many_names_each_is_told_what_is_told_of_it_alone(name, place):
    names = [*RISING]
    names[place] = name
    assert falling(names) == [falls_by_nature(one) for one in names]


def test_one_name_among_many_falls():
    assert falling([*RISING, "Tingkat kemiskinan", *RISING]) == [False] * 170 + [True] + [False] * 170
    assert falling([]) == []


def test_the_end_of_a_name_and_the_begin_of_the_next_say_nothing_together():
    assert falling(["Laporan tepat waktu", "tunggu dulu"]) == [False, False]
