"""A worksheet whose rows are added at the table, for the tests of the window; no file stands behind it."""

from smartcity_desktop.domain.grid import Choice, Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_DIMENSION, FREE, Party, Sheet, Worksheet

SUBS = tuple(
    Choice(f"sub-{number}", f"GOV-{number} {name}", f"GOV-{number}", "#8E9FC6", (f"GOV-{number}", name))
    for number, name in enumerate(("Layanan publik", "Kebijakan publik", "Tata kelola birokrasi"), start=1)
)
AGENCIES = tuple(
    Choice(f"opd-{number}", short, also=(name, short))
    for number, (short, name) in enumerate(
        (
            ("Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
            ("Diskominfo", "Dinas Komunikasi dan Informatika"),
            ("DLH", "Dinas Lingkungan Hidup"),
            *((f"Kec. {number}", f"Kecamatan Nomor {number}") for number in range(12)),
        )
    )
)
COLUMNS = (
    GridColumn("sub", "Subdimensi", "subdimension", "grid", width=24, choices=SUBS, wanted=True),
    GridColumn("text", "Isu atau permasalahan", "long", "grid", width=46, help="Satu kalimat.", wanted=True),
    GridColumn("year", "Tahun data", "year", "grid", width=14),
    GridColumn("source", "Sumber data", "text", "grid", width=28, wanted=True),
    GridColumn("opd", "OPD terkait", "opd", "grid", width=24, many=True, choices=AGENCIES),
    GridColumn(
        "priority",
        "Prioritas",
        "choice",
        "grid",
        width=16,
        choices=tuple(Choice(str(number), str(number)) for number in range(1, 6)),
    ),
)
SHEET = Worksheet(
    id=RowId("sheet-a"),
    code="A1",
    title="Isu daerah",
    stage=1,
    filled_by=BY_DIMENSION,
    rows_from=FREE,
    target="issue",
    summary="-priority,text",
)
STOCK = tuple(RowId(f"new-{number:03d}") for number in range(60))


def issue_grid(*texts, party="dim-1", **more):
    """A sheet of one dimension with a row for each text; ``more`` are other cells of every row."""
    rows = tuple(
        GridRow(RowId(f"row-{number}"), {"text": text, **more}) for number, text in enumerate(texts, start=1)
    )
    sheet = Sheet(worksheet=SHEET.id, dimension=RowId(party), status="sedang")
    whose = Party(RowId(party), "Smart Governance", "GOV", "#8E9FC6")
    return Grid(SHEET, sheet, whose.called, COLUMNS, rows, party=whose)
