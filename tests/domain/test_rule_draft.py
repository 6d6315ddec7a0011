"""Drafts of the regulation and of the decrees: only what is known is stated, all else is left open."""

import re
from dataclasses import replace

from smartcity_desktop.domain import rule_decree, rule_draft
from smartcity_desktop.domain.book_part import BookTable
from smartcity_desktop.domain.paper_rule import BLANK, ended, letter
from smartcity_desktop.domain.rule_facts import RuleFacts, RuleMember, RuleProgram, laws, listed
from smartcity_desktop.domain.rule_lines import blanks, lines
from smartcity_desktop.domain.words import Words

FACTS = RuleFacts(
    region="Kabupaten Kona",
    office="Bupati",
    rule_of="Bupati Kona",
    city="Unaaha",
    period="2026–2030",
    basis=(
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, terakhir Nomor 6 Tahun 2023.",
        "Keputusan Bupati Nomor 1 Tahun 2026",
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan",
    ),
    plan="Peraturan Daerah Kabupaten Kona Nomor 5 Tahun 2025 tentang RPJMD",
    vision="Kona yang tenang",
    missions=("Melayani.", "Menjaga alam;"),
    dimensions=(("Smart Governance", ("Layanan", "Birokrasi", "Kebijakan")), ("Smart Economy", ())),
    books=("Buku 1 Analisis", "Buku 2 Masterplan"),
    programs=(RuleProgram("Satu Pintu", "GOV", "Dinas Kominfo", "2026–2027"), RuleProgram("Pasar")),
    quick_wins=(("Satu Pintu", "Dinas Kominfo"),),
    funds=("APBD", "CSR/TJSL", "KPBU"),
    council=(RuleMember("Ani", "Kepala Dinas", "Dinas Kominfo"),),
)


def told(paper):
    return [item if isinstance(item, BookTable) else item.text for item in lines(paper)]


def test_the_regulation_states_what_the_data_know():
    texts = [item for item in told(rule_draft.regulation(FACTS)) if isinstance(item, str)]
    whole = "\n".join(texts)
    assert "PERATURAN BUPATI KONA" in texts
    assert "MASTERPLAN SMART CITY KABUPATEN KONA TAHUN 2026–2030" in texts
    assert "Visi pengembangan Smart City Daerah adalah “Kona yang tenang”." in texts
    assert "memuat 2 (dua) program" in whole
    assert "Smart Governance, meliputi Layanan, Birokrasi, dan Kebijakan; dan" in texts
    assert "Buku 2 Masterplan, dalam Lampiran II." in texts
    assert "sebagaimana tercantum dalam Lampiran III." in whole
    assert "sumber lain yang sah dan tidak mengikat, antara lain CSR/TJSL dan KPBU." in texts
    assert "huruf a, huruf b, dan huruf c" in whole


def test_what_nobody_wrote_is_left_open_and_counted():
    empty, full = rule_draft.regulation(RuleFacts()), rule_draft.regulation(FACTS)
    assert blanks(empty) > blanks(full) > 0
    texts = [item for item in told(empty) if isinstance(item, str)]
    assert f"Visi pengembangan Smart City Daerah adalah {BLANK}." in texts
    assert not any("(nol)" in item for item in texts)
    assert not any("None" in item for item in texts)


def test_articles_are_counted_through_all_chapters_and_verses_in_theirs():
    chapters = rule_draft.regulation(FACTS).chapters
    assert [item.number for item in chapters] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    articles = [item for chapter in chapters for item in chapter.articles]
    assert [item.number for item in articles] == list(range(1, len(articles) + 1))
    for item in articles:
        alone = len(item.verses) == 1
        assert [verse.number for verse in item.verses] == (
            [0] if alone else list(range(1, len(item.verses) + 1))
        )


def test_grounds_stand_by_rank_once_each_and_decrees_are_none():
    found = laws(FACTS)
    assert found[0].startswith("Pasal 18 ayat (6)")
    assert sum("Nomor 23 Tahun 2014" in item for item in found) == 1
    assert found[2].startswith(FACTS.basis[0].rstrip("."))
    assert not any("Keputusan" in item for item in found)
    kinds = [item.split(" Nomor ")[0] for item in found[1:]]
    assert kinds == [
        *("Undang-Undang", "Undang-Undang", "Peraturan Pemerintah", "Peraturan Pemerintah"),
        *("Peraturan Presiden", "Peraturan Menteri Dalam Negeri", "Peraturan Daerah Kabupaten Kona"),
    ]


def test_grounds_of_one_rank_stand_by_age_and_each_names_its_gazette():
    own = replace(
        FACTS,
        basis=(
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah",
            "Peraturan Badan Informasi Geospasial Nomor 1 Tahun 2020 tentang Peta",
            "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia (Lembaran Negara Nomor 112)",
        ),
        regional=("Peraturan Daerah Kabupaten Kona Nomor 3 Tahun 2024 tentang RTRW",),
    )
    found = [" ".join(item.split()) for item in laws(own)]
    state = "Lembaran Negara Republik Indonesia"
    assert found[1].endswith(f"({state} Tahun {BLANK} Nomor {BLANK}, Tambahan {state} Nomor {BLANK})")
    assert found[2] == (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
        f"({state} Tahun 2014 Nomor {BLANK}, Tambahan {state} Nomor {BLANK}) sebagaimana telah diubah"
    )
    numbers = [re.search(r"Nomor (\S+) Tahun (\d{4})", item) for item in found]
    assert [f"{item[1]}/{item[2]}" for item in numbers if item] == [
        *("23/2014", "38/2017", "59/2022", "95/2018", "39/2019", "1/2020", "3/2024", "5/2025"),
    ]
    assert own.basis[2] in found, "what the event wrote of the gazette stays"
    assert found[-1] == f"{own.plan} (Lembaran Daerah Kabupaten Kona Tahun 2025 Nomor {BLANK})"
    assert found[-3].endswith(f"tentang Peta (Berita Negara Republik Indonesia Tahun 2020 Nomor {BLANK})")


def test_a_source_of_money_stands_in_its_sentence_as_a_word_does():
    own = replace(FACTS, funds=("APBD", "DAK", "Dana desa"))
    assert "sumber lain yang sah dan tidak mengikat, antara lain DAK dan dana desa." in told(
        rule_draft.regulation(own)
    )


def test_a_decree_names_those_whose_role_it_is_and_nobody_as_its_head():
    (table,) = (item for item in told(rule_decree.council(FACTS)) if isinstance(item, BookTable))
    cells = [row.cells for row in table.rows]
    assert cells[-1] == ("4", "Anggota", "Ani", "Kepala Dinas", "Dinas Kominfo")
    assert all(row[2:] == (BLANK, BLANK, BLANK) for row in cells[:-1])
    assert "Ani" not in str(told(rule_decree.team(FACTS)))


def test_a_decree_without_members_leaves_rows_to_write_on():
    (table,) = (item for item in told(rule_decree.team(RuleFacts())) if isinstance(item, BookTable))
    assert [row.cells[1] for row in table.rows].count("Anggota") == 5


def test_the_words_of_the_event_stand_in_the_draft():
    own = replace(FACTS, words=Words(dimension="Pilar"))
    assert "Pengembangan Smart City Daerah terdiri atas pilar:" in told(rule_draft.regulation(own))


def test_lists_are_lettered_and_ended_as_legal_texts_are():
    assert [letter(place) for place in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]
    assert [ended(place, 3) for place in range(3)] == [";", "; dan", "."]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a dan b", "a, b, dan c"]
