"""``saran-dimensi``: what the command prints, and how often it is right on regions it has not seen."""

import json

import pytest

from smartcity_desktop import cli
from tests.services.initiatives import LABELLED, figures


def run(capsys, *words):
    code = cli.main(["saran-dimensi", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_every_initiative_gets_one_line_with_its_reasons(tmp_path, capsys):
    path = tmp_path / "daftar.csv"
    path.write_text(
        "inisiatif;ringkas;opd;dimensi\n"
        "Bank Sampah Ceria;daur ulang plastik;Dinas Lingkungan Hidup;society\n"
        "Xyzzy;;;living\n",
        encoding="utf-8-sig",
    )
    code, out, err = run(capsys, "--csv", path)
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert first["inisiatif"] == "Bank Sampah Ceria"
    (place,) = first["saran"]
    assert place == {
        "dimensi": "environment",
        "skor": 0.99,
        "alasan": "kata: Bank Sampah, daur ulang, plastik; OPD: Dinas Lingkungan Hidup",
    }
    assert second == {"inisiatif": "Xyzzy", "saran": []}


def test_the_labels_of_the_file_change_nothing(tmp_path, capsys):
    told = []
    for label in ("economy", "living"):
        path = tmp_path / f"{label}.csv"
        path.write_text(f"inisiatif,dimensi\nAntrean puskesmas,{label}\n", encoding="utf-8")
        told.append(run(capsys, "--csv", path))
    assert told[0] == told[1]


def test_a_file_that_is_no_list_is_said_in_a_sentence(tmp_path, capsys):
    path = tmp_path / "daftar.csv"
    path.write_text("nama\nBank sampah\n", encoding="utf-8")
    code, out, err = run(capsys, "--csv", path)
    assert (code, out) == (1, "")
    assert err == (
        'Tidak ada kolom "inisiatif" di daftar.csv, jadi tidak ada yang disarankan. '
        "Beri judul kolom di baris pertama: inisiatif, ringkas, opd.\n"
    )
    assert run(capsys, "--csv", tmp_path / "tidak-ada.csv")[0] == 1
    assert run(capsys)[0] == 2


@pytest.mark.skipif(not LABELLED.is_file(), reason="no labelled initiatives here (../shared/data)")
@pytest.mark.parametrize(("agencies", "first", "two"), [(True, 0.68, 0.80), (False, 0.62, 0.75)])
def test_on_regions_it_has_not_seen_it_beats_a_naive_bayes(agencies, first, two):
    rows, known, hits, hits_of_two = figures(agencies=agencies)[""]
    assert rows >= 100
    assert (hits / rows, hits_of_two / rows) >= (first, two)
    assert hits_of_two / rows >= two
    assert hits / known >= first + 0.06
    assert hits_of_two / known >= 0.90
