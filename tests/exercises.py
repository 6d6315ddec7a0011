"""Small worksheets of every filler, row source and kind of column, for tests."""

from smartcity_desktop.domain.reference import ColumnDefinition, WorksheetDefinition
from smartcity_desktop.storage.definition import births

PARTS = ({"code": "STR", "name": "Struktur"}, {"code": "INF", "name": "Infrastruktur"})
ITEMS = (
    {"code": "1", "section": "STR", "component": "SDM", "text": "Pegawai TIK di setiap OPD", "help": "0–4"},
    {"code": "2", "section": "STR", "component": "SDM", "text": "Rencana pelatihan", "help": "0–4"},
    {"code": "13", "section": "INF", "component": "Fisik", "text": "Jalan mantap", "help": "0–4"},
)
CRITERIA = (
    {"code": "1", "name": "Perumusan", "weight": 1},
    {"code": "2", "name": "Manfaat", "weight": 1},
    {"code": "3", "name": "Risiko", "weight": 2},
)


def column(key, kind, bound="", section="grid", **more):
    return ColumnDefinition(
        **(
            {
                "key": key,
                "label": key.capitalize(),
                "kind": kind,
                "section": section,
                "bound": bound or key,
                "unit": "",
                "choices": (),
                "width": 30,
                "help": f"Isi {key}.",
            }
            | more
        )
    )


def definition(code, filled_by, rows_from, target, columns, **more):
    return WorksheetDefinition(
        **(
            {
                "code": code,
                "title": f"Lembar {code}",
                "stage": 1,
                "filled_by": filled_by,
                "rows_from": rows_from,
                "target": target,
                "minutes": 60,
                "paper": "F4",
                "orientation": "landscape",
                "instruction": "1. Isi.",
                "example": "Contoh.",
                "guide": "Apa?",
                "columns": tuple(columns),
            }
            | more
        )
    )


TEXT = column("text", "long")
DEFINITIONS = {
    item.code: item
    for item in (
        definition("TG", "group", "free", "entry", [TEXT, column("x", "money", "x:x", label="Biaya (Rp)")]),
        definition(
            "TP",
            "part",
            "fixed",
            "readiness",
            [
                column("code", "text", "sheet_item.code", "subject"),
                column("asked", "long", "sheet_item.text", "subject"),
                column("score", "score"),
                column("evidence", "long", wanted=True),
                column("year", "year"),
            ],
            parts=PARTS,
            items=ITEMS,
        ),
        definition(
            "TF",
            "opd",
            "free",
            "factor",
            [
                column("kind", "choice", choices=("S=Kekuatan", "W=Kelemahan", "O=Peluang", "T=Ancaman")),
                TEXT,
                column("weight", "decimal"),
                column("rating", "int"),
                column("total", "computed", "product:weight,rating"),
            ],
            feeds="TT",
        ),
        definition(
            "TT",
            "opd",
            "free",
            "strategy",
            [
                column("kind", "choice", choices=("SO", "WO", "ST", "WT")),
                TEXT,
                column("factor", "rows", choices=("factor",)),
            ],
        ),
        definition("TK", "plenary", "free", "idea", [TEXT, column("reason", "long")]),
        definition(
            "TI",
            "dimension",
            "free",
            "initiative",
            [column("name", "text"), column("fund", "choice", choices=("apbd", "csr")), column("opd", "opd")],
        ),
        definition(
            "TM",
            "dimension",
            "initiative",
            "initiative",
            [
                column("name", "text", "initiative.name", "subject"),
                column("milestone", "milestones"),
            ],
        ),
        definition(
            "TC",
            "dimension",
            "free",
            "candidate",
            [
                column("name", "text"),
                column("months", "int"),
                column("initiative", "rows", choices=("initiative",)),
            ],
            stage=2,
            also_stage=(4,),
        ),
        definition(
            "TN",
            "assessor",
            "candidate",
            "score",
            [column("name", "text", "candidate.name", "subject"), column("score", "scores")],
            stage=2,
            criteria=CRITERIA,
        ),
        definition(
            "TW",
            "opd",
            "free",
            "promise",
            [TEXT, column("due", "date", wanted=True), column("report_to", "text")],
            stage=4,
        ),
    )
}


def add(desk, *codes):
    """Take these worksheets into a workshop; return their ids by code."""
    store = desk._store
    for code in codes:
        store.write(births(store, DEFINITIONS[code]), f"tambah {code}")
    return {code: desk.worksheet.find(code).id for code in codes}
