"""The draft of the regulation on a masterplan, from the facts of a workshop. Pure.

Own plain words in the form of regional regulations (annex II of UU 12/2011); the legal division of the region
has the last word. What the facts do not say is left as ``[…]``.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from smartcity_desktop.domain.book import roman
from smartcity_desktop.domain.book_part import BookRow, BookTable
from smartcity_desktop.domain.in_words import number_in_words
from smartcity_desktop.domain.paper_rule import (
    BLANK,
    Annex,
    Article,
    RuleChapter,
    RulePaper,
    Verse,
)
from smartcity_desktop.domain.rule_facts import RuleFacts, laws, lettered, listed
from smartcity_desktop.domain.wording import number

_AGENCY: Final = "Perangkat Daerah"
CHECKS: Final = (
    f"Isi setiap tempat bertanda {BLANK}; nomor, tanggal, dan nama penanda tangan ditulis Bagian Hukum.",
    "Periksa dasar hukum: yang sudah diubah atau dicabut, dan undang-undang pembentukan daerah.",
    "Cocokkan istilah dan lembaga dengan keputusan yang sudah ada di daerah.",
)

Chapter = tuple[str, list[tuple[Verse, ...]]]
"""The title of a BAB and its pasal before they are counted."""


def regulation(facts: RuleFacts) -> RulePaper:
    """Return the draft of the regulation that sets the masterplan."""
    title = f"Masterplan Smart City {facts.known(facts.region)} Tahun {facts.known(facts.period)}"
    annexes = tuple(_annexes(facts))
    gazette = f"BERITA DAERAH {facts.known(facts.region).upper()} TAHUN {BLANK} NOMOR {BLANK}"
    return RulePaper(
        title=f"PERATURAN {facts.known(facts.rule_of).upper()}",
        about=title.upper(),
        authority=facts.known(facts.rule_of).upper(),
        considering=tuple(_considering(facts, title)),
        reminding=laws(facts),
        decree=f"PERATURAN {facts.known(facts.office).upper()} TENTANG {title.upper()}.",
        chapters=_counted(
            [
                ("KETENTUAN UMUM", _general(facts)),
                ("MASTERPLAN SMART CITY", _masterplan(facts)),
                ("PELAKSANAAN", _work(facts, annexes)),
                ("KELEMBAGAAN", _bodies(facts)),
                ("PENDANAAN", _money(facts)),
                ("PEMANTAUAN DAN EVALUASI", _evaluation(facts)),
                (
                    "KETENTUAN PENUTUP",
                    [
                        (
                            Verse(
                                f"Peraturan {facts.office or BLANK} ini mulai berlaku pada tanggal "
                                "diundangkan."
                            ),
                        )
                    ],
                ),
            ]
        ),
        closing=(
            "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan "
            f"{facts.office or BLANK} ini "
            f"dengan penempatannya dalam Berita Daerah {facts.known(facts.region)}."
        ),
        place=facts.known(facts.city),
        secretary=f"SEKRETARIS DAERAH {facts.known(facts.region).upper()}",
        gazette=gazette,
        annexes=annexes,
        checks=CHECKS,
    )


def _counted(chapters: Sequence[Chapter]) -> tuple[RuleChapter, ...]:
    """Return chapters with their numbers; pasal are counted through all of them."""
    found, at = [], 0
    for place, (title, articles) in enumerate(chapters, start=1):
        own = []
        for verses in articles:
            at += 1
            alone = len(verses) == 1
            own.append(
                Article(
                    at,
                    tuple(
                        Verse(item.text, item.items, 0 if alone else count)
                        for count, item in enumerate(verses, start=1)
                    ),
                )
            )
        found.append(RuleChapter(roman(place), title, tuple(own)))
    return tuple(found)


def _considering(facts: RuleFacts, title: str) -> Iterator[str]:
    region = facts.known(facts.region)
    first = [
        (
            "bahwa untuk mewujudkan tata kelola pemerintahan, pelayanan publik, dan pembangunan daerah yang "
            f"efektif, terpadu, dan berkelanjutan diperlukan pengembangan smart city di {region}"
        ),
        (
            "bahwa pengembangan smart city memerlukan rencana induk yang selaras dengan rencana "
            "pembangunan jangka "
            f"menengah daerah dan rencana strategis {_AGENCY}"
        ),
    ]
    if facts.programs:
        count = number(len(facts.programs))
        first.append(
            f"bahwa masterplan smart city {region} yang memuat {count} "
            f"({number_in_words(len(facts.programs))}) "
            f"program telah disusun bersama {_AGENCY} dan para pemangku kepentingan melalui bimbingan teknis"
        )
    yield from first
    yield (
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {lettered(first)} perlu menetapkan "
        "Peraturan "
        f"{facts.known(facts.office)} tentang {title}"
    )


# The chapters --------------------------------------------------------------------------------------------


def _general(facts: RuleFacts) -> list[tuple[Verse, ...]]:
    region, office = facts.known(facts.region), facts.known(facts.office)
    terms = (
        f"Daerah adalah {region}.",
        (
            f"Pemerintah Daerah adalah {office} sebagai unsur penyelenggara pemerintahan daerah yang "
            "memimpin "
            "pelaksanaan urusan pemerintahan yang menjadi kewenangan daerah otonom."
        ),
        f"{office} adalah {facts.known(facts.rule_of)}.",
        (
            f"{_AGENCY} adalah unsur pembantu {office} dan Dewan Perwakilan Rakyat Daerah dalam "
            "penyelenggaraan "
            "urusan pemerintahan yang menjadi kewenangan Daerah."
        ),
        (
            "Smart City adalah pendekatan pembangunan Daerah yang memadukan tata kelola, sumber daya, "
            "dan teknologi "
            "untuk meningkatkan mutu hidup masyarakat, pelayanan publik, dan daya saing Daerah."
        ),
        "Masterplan Smart City adalah rencana induk pengembangan Smart City Daerah.",
        f"{facts.words.say('Dimensi')} adalah bidang utama pengembangan Smart City Daerah.",
        (
            f"Program Smart City adalah kegiatan atau inovasi yang dilaksanakan {_AGENCY} dan mitranya "
            "menurut "
            "Masterplan Smart City."
        ),
        (
            "Quick Win adalah Program Smart City yang manfaatnya dirasakan masyarakat paling lama dalam "
            "12 (dua "
            "belas) bulan."
        ),
    )
    aims = (
        f"memberikan arah dan acuan bagi {_AGENCY} dalam mengembangkan Smart City",
        "menyelaraskan Program Smart City dengan dokumen perencanaan dan penganggaran Daerah",
        "meningkatkan mutu pelayanan publik dan peran serta masyarakat",
        "menjadi dasar pemantauan dan evaluasi pengembangan Smart City",
    )
    return [
        (Verse(f"Dalam Peraturan {office} ini yang dimaksud dengan:", terms),),
        (Verse(f"Peraturan {office} ini bertujuan:", aims),),
        (
            Verse(
                f"Ruang lingkup Peraturan {office} ini meliputi:",
                (
                    "Masterplan Smart City",
                    "pelaksanaan",
                    "kelembagaan",
                    "pendanaan",
                    "pemantauan dan evaluasi",
                ),
            ),
        ),
    ]


def _masterplan(facts: RuleFacts) -> list[tuple[Verse, ...]]:
    period = facts.known(facts.period)
    shown = f"“{' '.join(facts.vision.split())}”" if facts.vision.strip() else BLANK
    missions = tuple(_bare(text) for text in facts.missions) or (BLANK,)
    dimensions = tuple(
        f"{name}, meliputi {listed(subs)}" if subs else name for name, subs in facts.dimensions
    ) or (BLANK,)
    books = facts.books or (BLANK,)
    of_annex = [f"{book}, dalam Lampiran {roman(place)}" for place, book in enumerate(books, start=1)]
    say = facts.words.say
    return [
        (
            Verse(f"Masterplan Smart City disusun untuk periode tahun {period}."),
            Verse("Masterplan Smart City selaras dengan rencana pembangunan jangka menengah daerah."),
            Verse(
                "Masterplan Smart City dapat ditinjau kembali paling sedikit 1 (satu) kali dalam "
                "periodenya atau "
                "apabila rencana pembangunan jangka menengah daerah berubah."
            ),
        ),
        (
            Verse(f"Visi pengembangan Smart City Daerah adalah {shown}."),
            Verse("Visi sebagaimana dimaksud pada ayat (1) dilaksanakan melalui misi:", missions),
        ),
        (Verse(say("Pengembangan Smart City Daerah terdiri atas dimensi:"), dimensions),),
        (
            Verse("Masterplan Smart City terdiri atas:", tuple(of_annex)),
            Verse(
                "Lampiran sebagaimana dimaksud pada ayat (1) merupakan bagian yang tidak terpisahkan "
                "dari Peraturan "
                f"{facts.known(facts.office)} ini."
            ),
        ),
    ]


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")


def _work(facts: RuleFacts, annexes: Sequence[Annex]) -> list[tuple[Verse, ...]]:
    count = len(facts.programs)
    told = f"{number(count)} ({number_in_words(count)}) program" if count else f"{BLANK} program"
    wins = tuple(f"{name} ({opd})" if opd else name for name, opd in facts.quick_wins) or (BLANK,)
    return [
        (
            Verse(
                f"Masterplan Smart City dilaksanakan melalui {told} sebagaimana tercantum dalam "
                f"{annexes[-1].number.replace('LAMPIRAN', 'Lampiran')}."
            ),
            Verse(
                f"{_AGENCY} penanggung jawab memasukkan Program Smart City ke dalam rencana strategis, "
                "rencana "
                "kerja, serta rencana kerja dan anggarannya."
            ),
            Verse(
                f"{_AGENCY} penanggung jawab dapat bekerja sama dengan perguruan tinggi, dunia usaha, "
                "komunitas, "
                "dan media sesuai dengan ketentuan peraturan perundang-undangan."
            ),
        ),
        (Verse("Program yang didahulukan sebagai Quick Win meliputi:", wins),),
    ]


def _bodies(facts: RuleFacts) -> list[tuple[Verse, ...]]:
    office = facts.known(facts.office)
    return [
        (
            Verse(
                "Untuk mengarahkan dan melaksanakan Masterplan Smart City dibentuk:",
                ("Dewan Smart City", "Tim Pelaksana Smart City", "Forum Smart City"),
            ),
            Verse(
                "Dewan Smart City memberikan arahan, menetapkan prioritas, dan menilai pelaksanaan "
                "Masterplan Smart "
                "City paling sedikit 1 (satu) kali dalam 1 (satu) tahun."
            ),
            Verse(
                "Tim Pelaksana Smart City mengoordinasikan, memantau, dan melaporkan pelaksanaan Program "
                "Smart City."
            ),
            Verse("Forum Smart City menjadi wadah peran serta akademisi, dunia usaha, komunitas, dan media."),
            Verse(f"Pembentukan sebagaimana dimaksud pada ayat (1) ditetapkan dengan Keputusan {office}."),
        ),
    ]


def _money(facts: RuleFacts) -> list[tuple[Verse, ...]]:
    named = [_in_sentence(item) for item in facts.funds if item != "APBD"]
    others = f", antara lain {listed(named)}" if named else ""
    return [
        (
            Verse(
                "Pendanaan Masterplan Smart City bersumber dari:",
                (
                    f"anggaran pendapatan dan belanja daerah {facts.known(facts.region)}",
                    f"sumber lain yang sah dan tidak mengikat{others}",
                ),
            ),
        )
    ]


def _in_sentence(word: str) -> str:
    """Return a word as it stands within a sentence; an abbreviation keeps its capitals."""
    return word if word[:2].isupper() else f"{word[:1].lower()}{word[1:]}"


def _evaluation(facts: RuleFacts) -> list[tuple[Verse, ...]]:
    office = facts.known(facts.office)
    return [
        (
            Verse(
                "Pemantauan Program Smart City dilakukan Tim Pelaksana Smart City paling sedikit 1 "
                "(satu) kali dalam "
                "6 (enam) bulan."
            ),
            Verse(
                "Evaluasi Masterplan Smart City dilakukan setiap tahun terhadap pelaksanaan program, "
                "Quick Win, dan "
                "manfaatnya bagi masyarakat."
            ),
            Verse(
                f"Hasil evaluasi disampaikan kepada {office} dan menjadi bahan penyusunan rencana kerja "
                "tahun "
                "berikutnya."
            ),
        ),
    ]


# The annexes ---------------------------------------------------------------------------------------------


def _annexes(facts: RuleFacts) -> Iterator[Annex]:
    books = facts.books or (BLANK,)
    for place, book in enumerate(books, start=1):
        yield Annex(
            f"LAMPIRAN {roman(place)}",
            book.upper(),
            (f"Isi lampiran ini adalah {book}, dicetak tersendiri.",),
        )
    yield Annex(
        f"LAMPIRAN {roman(len(books) + 1)}",
        "DAFTAR PROGRAM SMART CITY",
        table=_programs(facts),
        texts=() if facts.programs else (BLANK,),
    )


def _programs(facts: RuleFacts) -> BookTable | None:
    if not facts.programs:
        return None
    rows = tuple(
        BookRow((str(place), item.name, item.dimension or BLANK, item.opd or BLANK, item.years or BLANK))
        for place, item in enumerate(facts.programs, start=1)
    )
    heads = ("No.", "Program", facts.words.say("Dimensi"), _AGENCY, "Tahun")
    return BookTable(
        "program", "", heads, rows, (9, 56, 32, 53, 20), ("right", "left", "left", "left", "left")
    )
