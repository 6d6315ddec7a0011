"""A hall to be divided: six agencies with four people each, three outsiders and a speaker."""

from smartcity_desktop.domain.divide import Rules
from smartcity_desktop.domain.group_plan import Ask
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.services.session import NewSession

OPDS = (
    "Dinas Komunikasi dan Informatika",
    "Dinas Lingkungan Hidup",
    "Dinas Pariwisata",
    "Dinas Kesehatan",
    "Kecamatan Angata",
    "Kelurahan Ngapa",
)


def fill_hall(desk):
    """Write agencies and people."""
    desk.opd.add([OpdRow(name) for name in OPDS])
    offices = ("Kepala Bidang", "Pranata Komputer Ahli Muda", "Kepala Dinas", "Staf")
    people = [
        Person(name=f"{office} {item.name}", position=office, opd=item.id, element="pemerintah")
        for item in desk.opd.opds()
        for office in offices
    ]
    people += [
        Person(name="Dosen", institution="Universitas", element="akademisi"),
        Person(name="Pengusaha", institution="Kadin", element="dunia_usaha"),
        Person(name="Wartawan", institution="Koran", element="media"),
        Person(name="Pembicara", body="Narasumber"),
    ]
    desk.people.add(people)


def divide(desk, stage, kind="dimensi", **chosen):
    """Divide, apply, and return the row."""
    rules = Rules(kind, 1, **{key: chosen.pop(key) for key in ("together", "mix") if key in chosen})
    ask = Ask(stage, rules, components=("Struktur", "Infrastruktur", "Suprastruktur"), **chosen)
    row, _ = desk.group.apply(desk.group.propose(ask))
    return row


def named(desk, name):
    """Return the row of somebody."""
    return next(item.id for item in desk.people.people() if item.name == name)


def seats(board):
    """Return the group of everybody by name."""
    return {item.person.name: card.called for card in board.cards for item in card.members}


def whys(board):
    """Return the reasons by name."""
    return {item.person.name: item.why for card in board.cards for item in card.members}


def work(desk, stage, grouping, code, title="Kerja kelompok"):
    """Return a session that was held with a worksheet in a division."""
    worksheet = desk.worksheet.find(code).id
    row, _ = desk.session.start(NewSession(stage, title, worksheet=worksheet))
    desk.session.end(row)
    desk.group.use_in(grouping, [row])
    return row
