"""Nothing personal and nothing technical gets into a slide, whatever people typed and wherever."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import hall, hall_seen
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.workshop import Identity

DIGITS = "0123456789"
NIPS = st.builds(
    lambda digits, mark: mark.join((digits[:8], digits[8:14], digits[14], digits[15:])),
    st.text(DIGITS, min_size=18, max_size=18),
    st.sampled_from(["", " ", ".", "-"]),
)
PHONES = st.builds(
    lambda start, rest, mark: start + mark + mark.join((rest[:3], rest[3:7], rest[7:])),
    st.sampled_from(["08", "+62 8", "628"]),
    st.text(DIGITS, min_size=9, max_size=10),
    st.sampled_from(["", " ", "-"]),
)
MAILS = st.sampled_from(["budi@konsel.go.id", "siti.aminah99@gmail.com"])
PATHS = st.sampled_from(
    [r"C:\Users\Sitti\renstra.xlsx", r"\\server\bagi\a.docx", "/home/panitia/renstra.xlsx"]
)
SECRETS = st.one_of(NIPS, PHONES, MAILS, PATHS)
WORDS = st.sampled_from(["Hubungi", "Kepala Dinas", "Rp1.250.000.000", "2025 2026 2027 2028", "pukul 09.15"])


def slide_of(text):
    """Put a text into every field that takes one, of every body."""
    badge = hall.Badge(text, text, "#112233", text, text)
    figure = hall.Figure(text, 3, text)
    line = hall.StateLine(badge, text)
    return (
        hall.BlockBody(text, text, (text,)),
        hall.GroupsBody((hall.TableGroup(badge, text, (text,), (text, "x")),)),
        hall.StatesBody((line,)),
        hall.QueueBody((hall.TurnLine(badge, 1, text),)),
        hall.GuideBody((text,), (text,), (line,)),
        hall.TextBody(text),
        hall.PhotoBody(b"jpeg", text),
        hall.ReviewBody((text,), (figure,), 1, (figure,)),
        hall.FunnelBody((figure,)),
        hall.HelixBody((figure,)),
        hall.RankBody((hall.TurnLine(badge, 1, text),), (text,)),
        hall.VisionBody(text, (hall.MissionLine(text, text),)),
    )


@given(secret=SECRETS, before=WORDS, after=WORDS)
def test_a_number_an_address_or_a_path_typed_anywhere_is_covered(secret, before, after):
    text = f"{before} atau {secret} dan {after}"
    for body in slide_of(text):
        slide = hall.Slide(hall.TEXT, "row", text, text, hall.Ticking(below=text), body, text)
        said = hall.spoken(slide)
        assert secret not in said
        assert before in said
        assert after in said


@given(
    person=st.builds(
        Person,
        name=st.sampled_from(["Drs. H. La Ode Muh. Arsyad, M.Si.", "Sitti Rahmah"]),
        note=st.text("abcdefgh ", min_size=12),
        access=st.text("ijklmnop ", min_size=12),
        rank=st.just("Pembina Utama Muda (IV/c)"),
        position=st.just("Kepala Seksi Rahasia"),
    ),
    identity=st.builds(Identity, nip=NIPS, phone=PHONES),
    private=st.text("qrstuvwxyz ", min_size=12),
)
def test_a_table_of_people_has_their_names_and_nothing_else_about_them(person, identity, private):
    block = Session(title="Kerja kelompok", private=private, public="Bawa Renstra.")
    table = hall.TableGroup(hall.Badge("Meja 1"), person.name, (), (person.name,))
    slides = (
        hall.Slide(hall.GROUPS, body=hall.GroupsBody((table,))),
        hall.Slide(hall.BLOCK, title=block.title, body=hall.BlockBody(block.public)),
    )
    said = " ".join(hall.spoken(item) for item in slides)
    assert person.name in said
    for hidden in (person.note, person.access, person.rank, person.position, private):
        assert hidden.strip() == "" or hidden not in said
    assert identity.nip not in said
    assert identity.phone not in said


def test_no_value_of_the_hall_has_a_field_for_what_it_may_not_see():
    known = [item for item in vars(hall).values() if isinstance(item, type)]
    values = [item for item in known if issubclass(item, hall_seen.Seen)]
    names = {field.name for item in values if item is not hall_seen.Seen for field in fields(item)}
    assert len(values) > 10
    assert not names & {
        "nip",
        "phone",
        "private",
        "rank",
        "position",
        "path",
        "id",
        "source_name",
        "note_for",
    }


@pytest.mark.parametrize(
    "kept",
    [
        "Rp1.250.000.000",
        "2025 2026 2027 2028 2029",
        "pukul 09.15–10.45",
        "Call center 112",
        "412 program",
        "1/3",
    ],
)
def test_money_years_and_times_stay(kept):
    assert hall_seen.shown(kept) == kept


def test_figures_are_spoken_with_their_words():
    body = hall.FunnelBody((hall.Figure("program Renstra", 412), hall.Figure("relevan", 138)))
    assert "412 program Renstra. 138 relevan" in hall.spoken(hall.Slide(hall.FUNNEL, body=body))


def test_a_slide_is_empty_where_only_its_head_says_anything():
    assert hall.is_empty(hall.Slide(hall.TEXT, title="Judul"))
    assert not hall.is_empty(hall.Slide(hall.TEXT, body=hall.TextBody("Halo")))
    assert not hall.is_empty(hall.Slide(hall.PHOTO, body=hall.PhotoBody(b"jpeg")))
    assert not hall.is_empty(hall.Slide(hall.REVIEW, body=hall.ReviewBody(photos=(b"jpeg",))))


def test_a_table_is_called_by_its_number_or_by_its_own_word():
    assert hall.Badge(table="3").place == "Meja 3"
    assert hall.Badge(table="Pojok kiri", room="Aula").place == "Pojok kiri · Aula"
    assert hall.Badge().place == ""


def test_a_text_without_end_is_cut_where_it_says_so():
    assert len(hall_seen.shown("kata " * 10_000)) == 12_000
    assert hall_seen.shown("kata " * 10_000).endswith("…")


def test_a_share_is_said_as_the_papers_say_it():
    figures = (hall.Figure("Pemerintah", 128), hall.Figure("Media", 7), hall.Figure("Akademisi", 41))
    assert hall.shares(figures) == ("72,7%", "4%", "23,3%")
    assert hall.shares((hall.Figure("Media", 0),)) == ("",)
