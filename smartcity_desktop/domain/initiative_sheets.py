"""Programs smart city as plain tables: every field of each, their indicators, and what they come to."""

from collections.abc import Callable
from typing import Final

from smartcity_desktop.domain.choice_words import choice_word
from smartcity_desktop.domain.entity import FUNDS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.initiative import GAPS, Initiative, InitiativeBoard, period_words, total
from smartcity_desktop.domain.initiative_card import ENTITY
from smartcity_desktop.domain.initiative_facts import FUND_WORDS, OPEN_END, Range
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import label

Say = Callable[[str], str]
Column = tuple[str, int, Kind, Callable[[Initiative], str | int]]
"""A head, a width in letters, the kind of its cells, and what a program says in it."""
_ALL: Final = "Semua program"


def tables(board: InitiativeBoard, say: Say) -> tuple[TableSheet, ...]:
    """Return the list with everything, one row per indicator, and the sums; those left out stand in none."""
    return _programs(board, say), _indicators(board), _sums(board, say)


def _programs(board: InitiativeBoard, say: Say) -> TableSheet:
    columns = _columns(board, say)
    rows = tuple(tuple(give(item) for _, _, _, give in columns) for item in board.used)
    return TableSheet(
        "Program Smart City",
        tuple(head for head, _, _, _ in columns),
        rows,
        tuple(width for _, width, _, _ in columns),
        tuple(kind for _, _, kind, _ in columns),
        (total(board.used).told,),
    )


def _columns(board: InitiativeBoard, say: Say) -> list[Column]:
    def support(item: Initiative) -> str:
        return ", ".join(board.opds[row] for row in item.support if row in board.opds)

    def after(item: Initiative) -> str:
        return "; ".join(found.called for row in item.after if (found := board.item(row)) is not None)

    return [
        ("Kode", 10, "text", lambda item: item.code),
        ("Program Smart City", 40, "long", lambda item: item.name),
        (say("Dimensi"), 12, "text", board.place),
        (say("OPD penanggung jawab"), 22, "text", lambda item: board.opds.get(item.opd, "")),
        (say("OPD pendukung"), 26, "long", support),
        ("Uraian", 50, "long", lambda item: item.description),
        ("Masalah yang dijawab", 40, "long", lambda item: item.problem),
        ("Pemakai", 24, "long", lambda item: item.users),
        ("Jenis inovasi", 22, "text", lambda item: _words("innovation", item.innovation)),
        ("Jangka", 18, "text", lambda item: label("horizon_long", item.horizon) if item.horizon else ""),
        ("Mulai tahun", 11, "text", lambda item: str(item.year_start or "")),
        ("Selesai tahun", 11, "text", lambda item: str(item.year_end or "")),
        (
            "Sumber dana",
            20,
            "text",
            lambda item: ", ".join(FUND_WORDS[key] for key in FUNDS if key in item.fund),
        ),
        ("Perkiraan paling sedikit (Rp)", 18, "money", lambda item: _amount(item.cost_low)),
        ("Perkiraan paling banyak (Rp)", 18, "money", lambda item: _amount(item.cost_high)),
        *(_cost(board, key) for key in PERIODS),
        ("Dihitung dari", 16, "text", lambda item: item.counted_from),
        (
            "Biaya dihitung, paling sedikit (Rp)",
            18,
            "money",
            lambda item: _ends(item.money)[0],
        ),
        (
            "Biaya dihitung, paling banyak (Rp)",
            18,
            "money",
            lambda item: _ends(item.money)[1],
        ),
        ("Mitra", 30, "long", lambda item: item.partners),
        ("Unsur mitra", 24, "text", lambda item: _words("partner_element", item.partner_element)),
        ("Risiko", 30, "long", lambda item: item.risk),
        ("Jawaban atas risiko", 30, "long", lambda item: item.mitigation),
        ("Bukti", 24, "long", lambda item: item.evidence),
        ("Program yang harus ada dahulu", 30, "long", after),
        ("Lengkap", 10, "text", lambda item: f"{item.done}/{len(GAPS)}"),
        ("Yang kurang", 40, "long", lambda item: "; ".join(say(GAPS[key]) for key in item.gaps)),
    ]


def _cost(board: InitiativeBoard, key: str) -> Column:
    return (
        f"Biaya {period_words(key, board.start)} (Rp)",
        16,
        "money",
        lambda item: _amount(item.costs.get(key)),
    )


def _ends(money: Range | None) -> tuple[str | int, str | int]:
    low, high = money.ends if money else (None, None)
    return _amount(low), _amount(high)


def _amount(value: int | None) -> str | int:
    return "" if value is None else value


def _words(name: str, values: tuple[str, ...]) -> str:
    return ", ".join(choice_word(ENTITY, name, one) for one in values)


def _indicators(board: InitiativeBoard) -> TableSheet:
    years = tuple(f"Target {period_words(key, board.start)}" for key in PERIODS)
    rows = tuple(
        (
            *(item.called, one.name, one.unit, one.baseline, one.baseline_year),
            *(one.target.get(key, "") for key in PERIODS),
            *(one.final, one.source),
        )
        for item in board.used
        for one in item.indicators
    )
    heads = ("Program", "Indikator", "Satuan", "Kondisi awal", "Tahun", *years, "Target akhir", "Sumber data")
    widths = (36, 40, 12, 14, 10, *(12 for _ in years), 14, 24)
    text: Kind = "text"
    kinds: tuple[Kind, ...] = ("long", "long", *(text for _ in heads[3:]), "long")
    return TableSheet("Indikator", heads, rows, widths, kinds)


def _sums(board: InitiativeBoard, say: Say) -> TableSheet:
    rows: list[tuple[str | int, ...]] = []
    for title, homes in ((say("Dimensi"), board.by_dimension()), (say("OPD"), board.by_opd())):
        for home, own in homes:
            found = total(own)
            name = home.called or say("OPD penanggung jawab belum dipilih")
            money = found.money if found.priced else None
            rows.append((title, name, found.count, found.whole, found.priced, *_ends(money)))
    whole = total(board.used)
    heads = (
        *("Menurut", "Kelompok", "Program", "Lengkap", "Sudah ada biaya"),
        *("Paling sedikit (Rp)", "Paling banyak (Rp)"),
    )
    kinds: tuple[Kind, ...] = ("text", "text", "number", "number", "number", "money", "money")
    sums = (_ALL, "", whole.count, whole.whole, whole.priced, *_ends(whole.money))
    notes = (OPEN_END,) if whole.money.high is None else ()
    return TableSheet("Jumlah", heads, tuple(rows), (12, 34, 10, 10, 16, 22, 22), kinds, notes, sums)
