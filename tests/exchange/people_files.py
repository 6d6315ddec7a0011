"""Lists of participants in the formats that agencies send: made here, every person invented."""

import io
import struct
import zipfile

import openpyxl

ROWS = (
    ("DAFTAR UNDANGAN",),
    ("No", "Nama", "NIP", "Jabatan", "Instansi"),
    (1, "Dr. Hj. Rahmatia, S.Sos., M.Si.", 198001012006041001, "Kepala Dinas", "Dinas Kesehatan"),
    (2, "Muhammad Jum'at Ma'arif", "198001012006041002", "Staf", "Dinas Kesehatan"),
)


def xlsx(path, rows=ROWS, merges=(), more=()):
    """Save a workbook; ``more`` are further sheets as (name, rows, hidden)."""
    book = openpyxl.Workbook()
    book.active.title = "Peserta"
    for row in rows:
        book.active.append(list(row))
    for cells in merges:
        book.active.merge_cells(cells)
    for name, lines, hidden in more:
        added = book.create_sheet(name)
        for row in lines:
            added.append(list(row))
        added.sheet_state = "hidden" if hidden else "visible"
    book.save(path)
    return path


def ods(path, rows=ROWS):
    """Save a LibreOffice sheet."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Peserta">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    path.write_bytes(stream.getvalue())
    return path


def xls(path, rows=ROWS, stream="Workbook"):
    """Save an old workbook: records in the one stream of a compound file."""
    path.write_bytes(compound(_records(rows), stream))
    return path


def _record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def _records(rows):
    name = "Peserta"
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 0))
    end = _record(0x000A)
    length = len(start) + 4 + 8 + len(name) + len(end)
    listed = _record(0x0085, struct.pack("<IHBB", length, 0, len(name), 0) + name.encode("latin-1"))
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 0))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, str):
                text = value.encode("latin-1")
                sheet += _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 0) + text)
            else:
                sheet += _record(0x0203, struct.pack("<HHHd", row, column, 0, float(value)))
    return start + listed + end + sheet + end


def compound(content, name):
    """Return a compound file (the container of old Office files) of one stream."""
    content += b"\x00" * (-len(content) % 512)
    content = content.ljust(4096, b"\x00")
    sectors = len(content) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    fat = b"".join(struct.pack("<I", item) for item in chain).ljust(512, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        1,
        1,
        0,
        4096,
        0xFFFFFFFE,
        0,
        0xFFFFFFFE,
        0,
        0,
    )
    head = head.ljust(512, b"\xff")
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry(name, 2, 2, len(content))
    return head + fat + entries.ljust(512, b"\x00") + content


def _entry(name, kind, start, size, child=0xFFFFFFFF):
    text = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        text,
        len(text),
        kind,
        1,
        0xFFFFFFFF,
        0xFFFFFFFF,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )
