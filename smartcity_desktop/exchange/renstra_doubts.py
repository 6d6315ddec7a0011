"""The doubts of a reading, in Indonesian, each with its cell and, where there is one, a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from smartcity_desktop.domain import wording
from smartcity_desktop.exchange.text import one_line


@dataclass(frozen=True)
class Doubt:
    """A doubt before the lines are numbered; ``about`` is the working line it is about, if any."""

    code: str
    cell: str
    message: str
    about: object = None
    concerns: str = ""
    suggestion: str | None = None
    values: dict[str, str] = field(default_factory=dict)
    held: bool = False


def short(name: str, limit: int = 60) -> str:
    """Return a name that fits into a sentence."""
    name = one_line(name)
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"


def code_odd(cell: str, written: str, suggestion: str | None, about: object) -> Doubt:
    """Return the doubt about a code cell that holds something else."""
    opening = f'Kolom kode berisi "{short(written)}".'
    advice = f" Menurut baris di atasnya kodenya {suggestion}." if suggestion else " Kodenya apa?"
    return Doubt("code-odd", cell, opening + advice, about, "code", suggestion, {"opening": opening})


def code_guessed(cell: str, written: str, read: str, about: object) -> Doubt:
    """Return the doubt about a code without marks that was cut by its length."""
    opening = f'Kode tertulis "{short(written, 30)}", dibaca {read}.'
    return Doubt("code-guessed", cell, opening, about, "code", read, {"opening": opening})


def target_mark(cell: str, year: str, texts: tuple[str, str], indicator: int, about: object) -> Doubt:
    """Return the doubt about a target whose dot was taken for a decimal comma; texts are written and read."""
    written, read = texts
    message = f'Target {year} tertulis "{written}", dibaca {read} karena target lain di baris itu berkoma.'
    values = {"written": written, "indicator": str(indicator)}
    return Doubt("target-mark", cell, message, about, f"target@{year}", read, values)


def money_mark(cell: str, year: str, text: str, about: object) -> Doubt:
    """Return the doubt about an amount whose only mark was taken for that of decimals."""
    message = f'Pagu {year} tertulis "{text}". Dibaca sebagai pecahan, seperti pagu lain di tabel ini.'
    return Doubt("money-mark", cell, message, about, f"pagu@{year}", None, {"text": text})


def level_by_look(rule: str, cell: str, count: int) -> Doubt:
    """Return the one doubt about levels that were told by how the names look."""
    how = "lekukan tulisan" if rule == "level-indent" else "huruf besar"
    message = f"{count} baris tingkatnya (program, kegiatan, subkegiatan) ditebak dari {how}."
    return Doubt(rule, cell, message)


def code_missing(cell: str, row: int, name: str, about: object) -> Doubt:
    """Return the doubt about a row without a code in a table that has codes: it is not among the lines."""
    opening = f'Baris {row} "{short(name)}" tidak punya kode, jadi belum ikut dipakai.'
    return Doubt("code-missing", cell, opening, about, "code", None, {"opening": opening}, held=True)


def name_missing(cell: str, code: str, about: object) -> Doubt:
    """Return the doubt about a coded line without a name."""
    return Doubt("name-missing", cell, f"Kode {code} tidak punya nama.", about, "name", None, {"code": code})


def code_elsewhere(cell: str, code: str, upper: str, suggestion: str | None) -> Doubt:
    """Return the doubt about a code that does not begin like the line above it in the tree."""
    opening = f"Kode {code} tidak berada di bawah {upper}."
    advice = f" Mungkin maksudnya {suggestion}." if suggestion else ""
    return Doubt("code-elsewhere", cell, opening + advice, None, "code", suggestion, {"opening": opening})


def code_twice(cell: str, code: str, row: int) -> Doubt:
    """Return the doubt about a code that an earlier row with another name has already."""
    message = f"Kode {code} sudah dipakai di baris {row} dengan nama lain."
    return Doubt("code-twice", cell, message, None, "code", None, {"opening": message})


def pagu_unreadable(cell: str, year: str, text: str, about: object) -> Doubt:
    """Return the doubt about an amount that is none."""
    message = f'Pagu {year} berisi "{short(text, 30)}", bukan jumlah rupiah. Dibaca kosong.'
    return Doubt("pagu-unreadable", cell, message, about, f"pagu@{year}", None, {"text": text})


def pagu_negative(cell: str, year: str, amount: Decimal | int, about: object) -> Doubt:
    """Return the doubt about an amount below nought; it is kept as written."""
    message = f"Pagu {year} bernilai kurang dari nol ({wording.number(amount)})."
    return Doubt("pagu-negative", cell, message, about, f"pagu@{year}", str(abs(int(amount))))


def pagu_twice(cell: str, year: str, amounts: tuple[int, int], about: object) -> Doubt:
    """Return the doubt about a second, different amount in a further row of the same line."""
    first, second = (wording.rupiah(amount) for amount in amounts)
    message = f"Pagu {year} ditulis dua kali, {first} dan {second}. Dipakai yang pertama; jumlahkan?"
    return Doubt("pagu-twice", cell, message, about, f"pagu@{year}", str(sum(amounts)))


def pagu_decimals(cell: str, count: int) -> Doubt:
    """Return the one doubt about amounts with parts of a rupiah."""
    message = f"{count} pagu bernilai pecahan rupiah dan dibulatkan ke rupiah penuh."
    return Doubt("pagu-decimals", cell, message, values={"count": str(count)})


def pagu_small(cell: str, largest: int) -> Doubt:
    """Return the doubt whether amounts this small are whole rupiah."""
    message = f"Pagu terbesar hanya {wording.rupiah(largest)}. Apakah angkanya dalam ribuan atau jutaan?"
    return Doubt("multiplier-guess", cell, message, concerns="multiplier", suggestion="1")


def multiplier(cell: str, words: str, factor: int) -> Doubt:
    """Return the question, once a file, whether its amounts are in thousands or millions."""
    message = f'Tertulis "{short(words)}". Semua pagu dikalikan {wording.number(factor)}?'
    return Doubt("multiplier", cell, message, concerns="multiplier", suggestion=str(factor))


def years(cells: str, written: Sequence[str], proposed: Sequence[int]) -> Doubt:
    """Return the question which years "Tahun-3" and so on are."""
    named = ", ".join(written)
    if proposed:
        calendar = ", ".join(map(str, proposed))
        return Doubt(
            "years",
            cells,
            f'Tahun ditulis "{named}". Jadi {calendar}?',
            concerns="years",
            suggestion=calendar,
        )
    message = f'Tahun ditulis "{named}". Tahun berapa {written[0]} itu?'
    return Doubt("years", cells, message, concerns="years")


def years_missing(cell: str) -> Doubt:
    """Return the question which year the only target and pagu columns are for."""
    return Doubt(
        "years", cell, "Kolom target dan pagu tidak menyebut tahun. Tahun berapa itu?", concerns="years"
    )


def baseline_year(cell: str, written: str, suggestion: str | None) -> Doubt:
    """Return the question of which year the baseline is."""
    advice = f" Tahun {suggestion}?" if suggestion else " Tahun berapa?"
    message = f'Kondisi awal ("{short(written, 30)}" dan seterusnya) tanpa tahun.{advice}'
    return Doubt("baseline-year", cell, message, concerns="baseline_year", suggestion=suggestion)


def indicator_unnamed(cell: str, count: int) -> Doubt:
    """Return the one doubt about rows that have targets but no indicator."""
    return Doubt("indicator-unnamed", cell, f"{count} baris punya target tetapi nama indikatornya kosong.")


def level_unclear(cell: str, count: int) -> Doubt:
    """Return the one doubt about rows whose level nothing tells."""
    message = f"{count} baris tidak jelas tingkatnya (program, kegiatan, atau subkegiatan)."
    return Doubt("level-unclear", cell, message)


def total_differs(cell: str, year: str, written: int, counted: int, level: str) -> Doubt:
    """Return the doubt about a total row that is not the sum of the lines."""
    message = (
        f"Baris jumlah menulis {wording.rupiah(written)} ({year}), "
        f"padahal jumlah {level} {wording.rupiah(counted)}."
    )
    return Doubt("total-differs", cell, message)


def columns_unused(cell: str, headings: Sequence[str]) -> Doubt:
    """Return the one doubt about columns with content that the plan has no place for."""
    named = ", ".join(f'"{short(heading, 40)}"' for heading in headings)
    return Doubt("columns-unused", cell, f"Isi kolom {named} tidak ikut dibaca.")


def cells_broken(cell: str, count: int) -> Doubt:
    """Return the one doubt about Excel's error values."""
    message = f"{wording.number(count)} sel berisi kesalahan Excel (misalnya #DIV/0!) dan dibaca kosong."
    return Doubt("cells-broken", cell, message)


def cells_unsaved(cell: str, count: int) -> Doubt:
    """Return the one doubt about formulas whose value the file does not hold."""
    message = (
        f"{wording.number(count)} rumus tidak menyimpan hasilnya dan dibaca kosong. "
        "Buka berkas di Excel, simpan, lalu baca lagi."
    )
    return Doubt("cells-unsaved", cell, message)


def sheets_more(names: Sequence[str]) -> Doubt:
    """Return the hint that other sheets hold a plan too."""
    named = ", ".join(f'"{short(name, 30)}"' for name in names)
    return Doubt("sheets-more", "", f"Lembar lain juga berisi tabel rencana: {named}.")


def sheet_hidden(name: str) -> Doubt:
    """Return the hint that the sheet that was read is hidden in the file."""
    return Doubt("sheet-hidden", "", f'Lembar "{short(name, 30)}" tersembunyi di berkasnya.')


def left_out(note: str) -> Doubt:
    """Return the hint about what a file holds beside the text that counts, by a note of ``Grid.notes``."""
    said = {
        "macros": "Berkas ini memuat makro. Makronya tidak dijalankan; yang dibaca nilai yang tersimpan.",
        "deleted": "Teks yang sudah dihapus lewat Lacak Perubahan tidak ikut dibaca.",
        "hidden": "Teks tersembunyi di berkas ini tidak ikut dibaca.",
        "unruled": "Tabelnya tidak bergaris: kolomnya dibaca dari jarak antarkata. Cocokkan beberapa baris.",
        "boxes": "Bagan kotak dibaca sebagai tabel: tiap kotak digantung di bawah kotak di atasnya.",
        "big": 'Lembar "{pages}" lebih besar daripada rencana mana pun, jadi tidak ikut dibaca.',
        "broken": "Halaman {pages} rusak dan tidak bisa dibuka, jadi tidak ikut dibaca.",
        "pictures": "Halaman {pages} hanya gambar, jadi tidak ikut dibaca.",
    }
    kind, _, pages = note.partition(" ")
    return Doubt(f"left-{kind}", "", said[kind].format(pages=pages))


def opd_several(cell: str, names: str, line: int) -> tuple[Doubt, int]:
    """Return the doubt about a program of which the table names several agencies, and its line."""
    message = f"Program ini disebut milik beberapa perangkat daerah: {short(names, 120)}. Milik yang mana?"
    return Doubt("opd-several", cell, message, None, "opd", names), line


def opd_by_bidang(names: Sequence[str]) -> Doubt:
    """Return the doubt about a table of the region that names the bidang only, not the agencies."""
    named = ", ".join(f'"{short(name, 40)}"' for name in names[:3])
    message = f"Tabel tidak menyebut perangkat daerah, hanya {len(names)} bidang urusan ({named} …)."
    return Doubt("opd-bidang", "", message)


def records_twice(names: Sequence[str]) -> Doubt:
    """Return the hint that a table of achievements or budgets stands in the file twice."""
    named = ", ".join(f'"{short(name, 30)}"' for name in names)
    return Doubt("records-twice", "", f"Tabel capaian di lembar {named} sama dengan yang sudah dibaca.")


def goals_apart(sheet: str, count: int) -> Doubt:
    """Return the doubt about programs of which no table says which sasaran they serve."""
    where = f'{count} program di lembar "{short(sheet, 30)}"'
    message = f"{where} tidak menyebut sasarannya, jadi belum digantung di bawah sasaran mana pun."
    return Doubt("goals-apart", "", message)
