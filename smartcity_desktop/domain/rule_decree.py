"""The drafts of the decrees on the council and the team of a smart city, from the facts of a workshop. Pure.

Members are those participants whose role it is; nobody is put into an office that he was not given.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.domain.paper_rule import BLANK, Annex, Dictum, RulePaper
from smartcity_desktop.domain.rule_draft import CHECKS
from smartcity_desktop.domain.rule_facts import RuleFacts, RuleMember, laws, lettered

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS: Final = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM")
_EMPTY_ROWS: Final = 5
_COUNCIL_DUTIES: Final = (
    "memberikan arahan kebijakan pengembangan smart city",
    "menetapkan prioritas program smart city dan quick win setiap tahun",
    "menyelaraskan program antarperangkat daerah dan dengan pemangku kepentingan",
    "menilai hasil pelaksanaan Masterplan Smart City paling sedikit satu kali dalam satu tahun",
)
_TEAM_DUTIES: Final = (
    "menyusun dan memutakhirkan Masterplan Smart City",
    "mengoordinasikan pelaksanaan program smart city dan quick win",
    "memantau kemajuan, mengumpulkan bukti, dan menyiapkan bahan evaluasi tahunan",
    "melaporkan pelaksanaan kepada Dewan Smart City",
)


@dataclass(frozen=True, slots=True)
class _Body:
    """One body that a decree forms: its name, offices above its members, duties, to whom it answers."""

    name: str
    offices: tuple[str, ...]
    duties: tuple[str, ...]
    above: str
    members: tuple[RuleMember, ...]


def council(facts: RuleFacts) -> RulePaper:
    """Return the draft of the decree on the council."""
    office = facts.known(facts.office)
    offices = ("Ketua", "Wakil Ketua", "Sekretaris")
    return _decree(facts, _Body("Dewan Smart City", offices, _COUNCIL_DUTIES, office, facts.council))


def team(facts: RuleFacts) -> RulePaper:
    """Return the draft of the decree on the team."""
    above = f"{facts.known(facts.office)} melalui Dewan Smart City"
    offices = ("Penanggung jawab", "Ketua", "Sekretaris")
    return _decree(facts, _Body("Tim Pelaksana Smart City", offices, _TEAM_DUTIES, above, facts.team))


def _decree(facts: RuleFacts, body: _Body) -> RulePaper:
    region, office = facts.known(facts.region), facts.known(facts.office)
    called = f"{body.name} {region}"
    first = (
        (
            f"bahwa untuk mengarahkan dan melaksanakan pengembangan smart city di {region} secara "
            "terpadu perlu "
            f"dibentuk {body.name}"
        ),
        (
            f"bahwa mereka yang namanya tercantum dalam Lampiran Keputusan {office} ini dipandang mampu "
            "melaksanakan "
            f"tugas sebagai {body.name}"
        ),
    )
    last = (
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {lettered(first)} perlu menetapkan "
        "Keputusan "
        f"{office} tentang Pembentukan {called}"
    )
    return RulePaper(
        title=f"KEPUTUSAN {facts.known(facts.rule_of).upper()}",
        about=f"PEMBENTUKAN {called}".upper(),
        authority=facts.known(facts.rule_of).upper(),
        considering=(*first, last),
        reminding=laws(facts),
        noting=(facts.mou,) if facts.mou.strip() else (),
        decree=f"KEPUTUSAN {office.upper()} TENTANG PEMBENTUKAN {called.upper()}.",
        dictums=_dictums(facts, body, called),
        place=facts.known(facts.city),
        annexes=(Annex("LAMPIRAN", f"SUSUNAN KEANGGOTAAN {called}".upper(), table=_members(body)),),
        checks=CHECKS,
    )


def _dictums(facts: RuleFacts, body: _Body, called: str) -> tuple[Dictum, ...]:
    office = facts.known(facts.office)
    told: Sequence[tuple[str, tuple[str, ...]]] = (
        (
            (
                f"Membentuk {called} dengan susunan keanggotaan sebagaimana tercantum dalam Lampiran "
                "yang merupakan "
                f"bagian tidak terpisahkan dari Keputusan {office} ini."
            ),
            (),
        ),
        (f"{body.name} sebagaimana dimaksud dalam Diktum KESATU mempunyai tugas:", body.duties),
        (f"Dalam melaksanakan tugas, {body.name} bertanggung jawab kepada {body.above}.", ()),
        (
            (
                f"Biaya pelaksanaan Keputusan {office} ini dibebankan pada anggaran pendapatan dan "
                "belanja daerah "
                f"{facts.known(facts.region)} dan sumber lain yang sah dan tidak mengikat."
            ),
            (),
        ),
        (f"Keputusan {office} ini mulai berlaku pada tanggal ditetapkan.", ()),
    )
    return tuple(Dictum(word, text, items) for word, (text, items) in zip(_WORDS, told, strict=False))


def _members(body: _Body) -> BookTable:
    """Return the table of members: offices left open, then those whose role it is."""
    blank = (BLANK, BLANK, BLANK)
    lines = [(office, *blank) for office in body.offices]
    lines += [
        ("Anggota", item.name, item.position or BLANK, item.institution or BLANK) for item in body.members
    ]
    lines += [("Anggota", *blank)] * (0 if body.members else _EMPTY_ROWS)
    rows = tuple(BookRow((str(place), *cells)) for place, cells in enumerate(lines, start=1))
    heads = ("No.", "Kedudukan", "Nama", "Jabatan", "Instansi")
    return BookTable(
        "anggota", "", heads, rows, (9, 30, 50, 45, 40), ("right", "left", "left", "left", "left")
    )
