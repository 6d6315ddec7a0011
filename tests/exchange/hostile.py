"""Files that mean harm, or never were what they are called; made here, never kept."""

import io
import struct
import zipfile
from dataclasses import dataclass

from tests.exchange.old_office import container

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = ROOT_RELATIONS.replace('officeDocument" Target', 'worksheet" Target').replace(
    "xl/workbook.xml", "worksheets/sheet1.xml"
)
SHEET = f'<?xml version="1.0"?><worksheet xmlns="{NAMESPACE}"><sheetData>%s</sheetData></worksheet>'
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Hostile:
    """A file by name, its bytes, and the code of the sentence it gets."""

    name: str
    content: bytes
    code: str


def workbook(sheet, **parts):
    """Return a workbook of one sheet, whose parts may be replaced or (None) left out."""
    members = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
        **parts,
    }
    return archive({name: content for name, content in members.items() if content is not None})


def archive(members):
    """Return a zip of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return stream.getvalue()


def cells(count, per_row=10):
    """Return a sheet with so many filled cells."""
    row = "".join("<c><v>7</v></c>" for _ in range(per_row))
    return SHEET % (f"<row>{row}</row>" * (count // per_row))


def patched(content, offset, value, width="<L"):
    """Return a zip whose first entry in the list of contents says something else than its data."""
    at = content.rfind(b"PK\x05\x06")
    (first,) = struct.unpack_from("<L", content, at + 16)
    changed = bytearray(content)
    struct.pack_into(width, changed, first + offset, value)
    return bytes(changed)


GOOD = SHEET % "<row><c><v>1</v></c></row>"
DOCTYPE = (
    '<!DOCTYPE worksheet [%s]><worksheet xmlns="'
    + NAMESPACE
    + '"><sheetData><row>%s</row></sheetData></worksheet>'
)
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def text_cell(words):
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


def many():
    """Return every hostile file."""
    plain = workbook(GOOD)
    laughs = DOCTYPE % ('<!ENTITY l0 "ha">' + LAUGHS, text_cell("&l9;"))
    outside = DOCTYPE % ('<!ENTITY x SYSTEM "file:///etc/hostname">', text_cell("&x;"))
    return [
        Hostile("kosong.xlsx", b"", "read-empty"),
        Hostile("spasi.csv", b" \r\n\t\n  ", "read-empty"),
        Hostile("nol.xlsx", b"\x00" * 5000, "read-empty"),
        Hostile("titik-koma.csv", b";;;;\n;;;;\n", "read-empty"),
        Hostile("lembar-kosong.xlsx", workbook(SHEET % ""), "read-empty"),
        Hostile(
            "tanpa-lembar.xlsx",
            workbook(GOOD, **{"xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}"/>'}),
            "read-empty",
        ),
        Hostile("terpotong.xlsx", plain[: len(plain) // 2], "read-damaged"),
        Hostile("ekor-hilang.xlsx", plain[:-30], "read-damaged"),
        Hostile("isi-diacak.xlsx", plain[:200] + b"\xff" * 200 + plain[400:], "read-damaged"),
        Hostile("hanya-kepala.xlsx", b"PK\x03\x04", "read-damaged"),
        Hostile("program.xlsx", b"MZ\x90\x00\x03\x00" + b"\x00\x01" * 500, "read-wrong-kind"),
        Hostile("elf.xlsx", b"\x7fELF\x02\x01\x01\x00" + b"\x00\x01" * 500, "read-wrong-kind"),
        Hostile("pdf.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "read-damaged"),
        Hostile("gambar.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "read-wrong-kind"),
        Hostile("surat.rtf", rb"{\rtf1\ansi Renstra}", "read-old-format"),
        Hostile("acak.csv", bytes(range(256)) * 20, "read-wrong-kind"),
        Hostile(
            "word.xlsx",
            archive({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<w/>"}),
            "read-no-table",
        ),
        Hostile("libre.xlsx", archive({"mimetype": "x", "content.xml": "<o/>"}), "read-wrong-kind"),
        Hostile("arsip.xlsx", archive({"catatan.txt": "halo"}), "read-wrong-kind"),
        Hostile("sandi.xlsx", container({"EncryptedPackage": bytes(600)}), "read-password"),
        Hostile("sandi-zip.xlsx", patched(plain, 8, 1, "<H"), "read-password"),
        Hostile("lama.xls", OLD_OFFICE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "read-damaged"),
        Hostile("web.xls", b"\r\n<html><table><tr><td>Kode</td></tr></table></html>", "read-no-table"),
        Hostile("web2003.xls", b'<?xml version="1.0"?><Workbook/>', "read-wrong-kind"),
        Hostile("bom.xlsx", workbook(SHEET % (" " * 30_000_000)), "read-too-big"),
        Hostile("ukuran-palsu.xlsx", patched(plain, 24, 400_000_000), "read-too-big"),
        Hostile("ribuan.xlsx", archive({f"xl/{n}": "" for n in range(6000)}), "read-too-big"),
        Hostile("naik.xlsx", workbook(GOOD, **{"../../etc/jahat": "x"}), "read-damaged"),
        Hostile("mutlak.xlsx", workbook(GOOD, **{"/etc/jahat": "x"}), "read-damaged"),
        Hostile("kandar.xlsx", workbook(GOOD, **{"C:\\jahat": "x"}), "read-damaged"),
        Hostile("bersarang.xlsx", workbook(GOOD, **{"xl/lagi.zip": plain}), "read-damaged"),
        Hostile("tertawa.xlsx", workbook(laughs), "read-damaged"),
        Hostile("keluar.xlsx", workbook(outside), "read-damaged"),
        Hostile("jauh.xlsx", workbook(SHEET % FAR), "read-too-big"),
        Hostile("lebar.xlsx", workbook(cells(6000, 600)), "read-too-big"),
        Hostile("banyak.xlsx", workbook(cells(600_000)), "read-too-big"),
        Hostile("tak-habis.xlsx", workbook(SHEET % ("<row/>" * 6_000_000)), "read-too-big"),
        Hostile("xml-putus.xlsx", workbook(GOOD[:-20]), "read-damaged"),
        Hostile("bukan-xml.xlsx", workbook("halo"), "read-damaged"),
        Hostile("dalam.xlsx", workbook(SHEET % ("<a>" * 100_000)), "read-damaged"),
        Hostile("tanpa-buku.xlsx", workbook(GOOD, **{"xl/workbook.xml": None}), "read-damaged"),
        Hostile(
            "gaya-rusak.xlsx",
            workbook(GOOD, **{"xl/styles.xml": '<s><numFmt numFmtId="x" formatCode="%"/></s>'}),
            "read-damaged",
        ),
        Hostile("sebaris.csv", b"Kode;Program\n" + b"x" * 5_000_000, "read-damaged"),
        Hostile("penuh.csv", b"1;2;3;4;5;6;7;8;9;0\n" * 60_000, "read-too-big"),
        Hostile("kolom.csv", b";".join([b"1"] * 700), "read-too-big"),
        Hostile("kutip.csv", b'Kode;Program;"Indikator;2025\n' * 50, "read-no-table"),
        Hostile("teks.txt", b"Yth. Bapak Kepala Dinas,\nmohon dikirim.\n", "read-no-table"),
        Hostile(
            "sel-liar.xlsx", workbook(SHEET % '<row r="x"><c r="ZZZZ99"><v>1</v></c></row>'), "read-damaged"
        ),
    ]
