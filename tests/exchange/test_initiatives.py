"""A list of initiatives in every form of delimited text, and what is refused."""

import pytest

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.initiatives import Initiative, read

ROWS = [Initiative("Bank sampah", "Daur ulang – RT", "DLH"), Initiative("Posyandu", "", "")]


def written(folder, text, encoding="utf-8"):
    path = folder / "daftar.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_sign_and_encoding_is_read(tmp_path, sign, encoding):
    lines = [["Inisiatif ", "RINGKAS", "opd"], ["Bank sampah", "Daur ulang – RT", "DLH"], ["Posyandu"]]
    path = written(tmp_path, "\r\n".join(sign.join(line) for line in lines), encoding)
    assert list(read(path)) == ROWS


def test_other_columns_are_not_looked_at_and_the_order_is_free(tmp_path):
    text = (
        'dimensi,opd,"ringkas",x,inisiatif\nliving,DLH,"Daur ulang – RT",9,Bank sampah\n,,,,\n,,,,Posyandu\n'
    )
    assert list(read(written(tmp_path, text))) == ROWS


def test_a_line_that_names_the_sign_for_excel_is_taken_at_its_word(tmp_path):
    assert list(read(written(tmp_path, "sep=;\ninisiatif;ringkas\nA, B;C\n"))) == [Initiative("A, B", "C")]


@pytest.mark.parametrize("sign", ["", "ab", '"', ";;"])
def test_a_line_that_names_no_sign_leaves_it_to_the_heads(tmp_path, sign):
    text = f"sep={sign}\ninisiatif;ringkas\nA, B;C\n"
    assert list(read(written(tmp_path, text))) == [Initiative("A, B", "C")]


def test_a_row_may_hold_breaks_and_nulls(tmp_path):
    text = "inisiatif,ringkas\n" + "x" * 5000 + ',\n"Bank\nsampah","a\x00b"\n'
    assert list(read(written(tmp_path, text)))[1] == Initiative("Bank sampah", "ab")


def test_a_summary_or_an_agency_may_be_missing(tmp_path):
    assert list(read(written(tmp_path, "inisiatif\nPosyandu\n"))) == [ROWS[1]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"nama;ringkas\nA;B\n", "initiatives-no-column"),
        (b"", "read-empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01" * 30, "read-wrong-kind"),
        (b"<html><body><table><tr><td>inisiatif</td></tr></table>", "read-wrong-kind"),
        (b'inisiatif\n"' + b"x" * 200_000 + b"\n", "read-damaged"),
    ],
)
def test_what_is_no_such_list_is_refused(tmp_path, content, code):
    path = tmp_path / "daftar.csv"
    path.write_bytes(content)
    with pytest.raises(UserFault) as refused:
        list(read(path))
    assert refused.value.code == code
