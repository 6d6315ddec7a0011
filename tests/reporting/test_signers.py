"""Many signers on one paper: nobody's name runs into another's, whatever lengths they have."""

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain.report import Signer
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import line
from smartcity_desktop.reporting.letter import Signing
from smartcity_desktop.reporting.page import Paper, make_pdf
from smartcity_desktop.reporting.signers import signature_grid
from tests.reporting.pictures import frame

WORDS = st.lists(
    st.sampled_from(("Dr.", "Hj.", "Penyelenggaraan", "Kota", "Komunikasi", "M.Si.", "Ir.", "Sosial")),
    max_size=24,
).map(" ".join)
PEOPLE = st.builds(
    Signer,
    heading=WORDS,
    prefix=st.sampled_from(("", "Plt.", "a.n.")),
    position=WORDS,
    name=WORDS,
    rank=st.sampled_from(("", "Pembina Utama Muda")),
    nip=st.sampled_from(("", "197805122002122004")),
)


def drawn(signers, paper="A4", lead=()):
    given_frame = frame(paper)
    total = style.upright(paper).body_width
    return make_pdf(
        lambda: signature_grid(signers, Signing("Kota Contoh", 2026), total, lead),
        Paper("x", "x"),
        given_frame,
    )


def boxes(pdf):
    """Return the box of every piece of text over the foot: page, left, bottom, right, top."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        reader = page.get_textpage()
        for at in range(reader.count_rects()):
            left, bottom, right, top = reader.get_rect(at)
            if bottom > style.FREE_EDGE + 14:
                found.append((number, left, bottom, right, top))
    document.close()
    return found


def overlaps(found):
    return [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if one[0] == other[0]
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
        and min(one[4], other[4]) - max(one[2], other[2]) > 0.5
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=14), st.sampled_from(("A4", "F4")))
def test_no_words_of_any_signers_lie_on_each_other_and_none_leave_the_page(signers, paper):
    sheet = style.upright(paper)
    found = boxes(drawn(signers, paper))
    assert found
    assert overlaps(found) == []
    assert all(
        left >= sheet.left - 1 and right <= sheet.width - sheet.right + 1 for _, left, _, right, _ in found
    )


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 13])
def test_every_signer_is_there_once(count):
    signers = [Signer(f"Ketua Kelompok {place},", name=f"Nama {place} Contoh") for place in range(count)]
    document = pypdfium2.PdfDocument(drawn(signers))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert [text.count(f"Nama {place} Contoh") for place in range(count)] == [1] * count


def test_the_last_sentence_stays_with_the_first_who_sign():
    signers = [Signer("Ketua,", name="Nama")] * 2
    total = style.upright("A4").body_width

    def build():
        fill = [line("isi") for _ in range(41)]
        return [*fill, *signature_grid(signers, Signing("Kota", 2026), total, [line("Demikian dibuat.")])]

    document = pypdfium2.PdfDocument(make_pdf(build, Paper("x", "x"), frame("A4")))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(pages) == 2
    assert "Demikian dibuat." in pages[1]
    assert "Nama" in pages[1]


def test_offices_of_one_row_of_different_length_leave_the_names_on_one_height():
    signers = [Signer(position="Kepala " * 30, name="Pertama"), Signer(position="Camat", name="Kedua")]
    document = pypdfium2.PdfDocument(drawn(signers))
    reader = document[0].get_textpage()
    heights = {}
    for at in range(reader.count_rects()):
        left, bottom, right, top = reader.get_rect(at)
        words = reader.get_text_bounded(left, bottom, right, top)
        for name in ("Pertama", "Kedua"):
            if name in words:
                heights[name] = round(bottom)
    document.close()
    assert heights["Pertama"] == heights["Kedua"]
