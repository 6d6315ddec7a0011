"""Documents and old Office files that mean harm, or are not what they are called; made here, never kept."""

import struct

from tests.exchange.hostile import LAUGHS, RELATIONS, Hostile, archive, workbook
from tests.exchange.office import (
    OLD_SHEET,
    TO_DOCUMENT,
    TYPES,
    WORD,
    open_file,
    paragraph,
    sheet_xml,
    word_body,
    word_cell,
    word_file,
    word_table,
)
from tests.exchange.old_office import END, SECTOR, Document, cell, container
from tests.exchange.old_office import workbook as old_workbook

GOOD = "<row><c><v>1</v></c></row>"
CELL = word_cell(paragraph("Kode"))
FAR = "999999999"


def broken(content, place, value, width="<I"):
    """Return a file with a number in it replaced."""
    changed = bytearray(content)
    struct.pack_into(width, changed, place, value)
    return bytes(changed)


def word(table_row, **more):
    """Return a Word document of one table of one row."""
    return word_file(word_table([table_row], [1000, 1000]), **more)


def with_doctype(declared, body="<w:p/>"):
    """Return a Word document that declares a type of its own."""
    inside = word_body(body).partition("?>")[2]
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": TO_DOCUMENT}
    return archive({**members, "word/document.xml": f"<!DOCTYPE w [{declared}]>{inside}"})


def letter(**more):
    """Return a document of Word 97 with a single line."""
    made = Document()
    made.add("Surat\r")
    return made.save(**more)


def documents():
    """Return every hostile document."""
    return [*_word(), *_web(), *_open(), *_xml(), *_old()]


def _word():
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000
    plain = word(CELL * 2)
    remote = RELATIONS.replace("worksheets/sheet1.xml", "http://127.0.0.1:9/jahat.dotm").replace(
        "/>", ' TargetMode="External"/>', 1
    )
    circle = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="C"/></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="B"/></w:style></w:styles>'
    )
    styled = paragraph("x").replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>')
    return [
        Hostile("tabel-dalam-tabel.docx", word_file(deep), "read-damaged"),
        Hostile("jutaan-potong.docx", word_file("<w:r/>" * 8_000_000), "read-too-big"),
        Hostile(
            "entitas.docx", with_doctype('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;"), "read-damaged"
        ),
        Hostile("tertawa.docx", with_doctype('<!ENTITY l0 "ha">' + LAUGHS, "&l9;"), "read-damaged"),
        Hostile(
            "templat-jauh.docx",
            word_file(paragraph("Yth."), **{"word/_rels/settings.xml.rels": remote}),
            "read-no-table",
        ),
        Hostile("gaya-melingkar.docx", word_file(styled, **{"word/styles.xml": circle}), "read-no-table"),
        Hostile("terpotong.docx", plain[: len(plain) * 2 // 3], "read-damaged"),
        Hostile("tanpa-isi.docx", archive({"[Content_Types].xml": TYPES, "word/x": ""}), "read-damaged"),
        Hostile("xml-putus.docx", word_file("<w:tbl><w:tr>").replace(b"</w:tr>", b""), "read-damaged"),
        Hostile("kolom-tak-berakhir.docx", word(_spanned(FAR) + CELL), "read-too-big"),
        Hostile("lebar-negatif.docx", word(_spanned("-5") + CELL), "read-no-table"),
        Hostile(
            "jauh-ke-kanan.docx",
            word(f'<w:trPr><w:gridBefore w:val="{FAR}"/></w:trPr>' + CELL),
            "read-too-big",
        ),
        Hostile("enam-ratus-kolom.docx", word(CELL * 600), "read-too-big"),
        Hostile("makro.docm", word_file(paragraph("x"), **{"word/vbaProject.bin": "MZ"}), "read-no-table"),
        Hostile("program-di-dalam.docx", word(CELL, **{"word/pasang.exe": "MZ"}), "read-damaged"),
        Hostile("sandi.docx", container({"EncryptedPackage": bytes(9000)}), "read-password"),
        Hostile("tabel-kosong.docx", word(word_cell("<w:p/>") * 2), "read-no-table"),
    ]


def _spanned(columns):
    return word_cell(paragraph("Kode"), f'<w:gridSpan w:val="{columns}"/>')


def _web():
    cells = "<td>Kode<td>Nama"
    parts = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
    page = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return [
        Hostile("sejuta-tanda.html", b"<html>" + b"<b>" * 100_000, "read-no-table"),
        Hostile("tabel-bersarang.html", b"<table><tr><td>" * 50_000, "read-damaged"),
        Hostile("komentar.html", b"<html>" + b"<!--" * 500_000, "read-no-table"),
        Hostile("rowspan.html", f"<table><tr><td rowspan={FAR}>a{cells}</table>".encode(), "read-no-table"),
        Hostile("colspan.html", f"<table><tr><td colspan={FAR}>a{cells}</table>".encode(), "read-too-big"),
        Hostile("seribu-sel.html", b"<table><tr>" + b"<td>1" * 1000, "read-too-big"),
        Hostile("utf-7.html", b"+ADw-table+AD4-+ADw-tr+AD4-+ADw-td+AD4-Kode", "read-no-table"),
        Hostile("nul.html", b"<html><table><tr>\x00<td>Kode</table>", "read-wrong-kind"),
        Hostile(
            "bingkai.xls", b'<html><frameset><frame src="lembar.htm"></frameset></html>', "read-no-table"
        ),
        Hostile("huruf-aneh.html", b'<meta charset="rot13"><table><tr><td>\xff</table>', "read-no-table"),
        Hostile("arsip-dalam.mht", ("MIME-Version: 1.0\r\n" + parts * 3000).encode(), "read-no-table"),
        Hostile("arsip-putus.mht", page + b"PHRhYmxlPjx0cj48dGQ+S29kZQ=", "read-no-table"),
        Hostile("dde.csv", b"Kode;Nama\n=cmd|' /C calc'!A0;@SUM(1+1)*cmd\n", "read-no-table"),
    ]


def _open():
    def rows(inside, more=""):
        return f"<table:table><table:table-row{more}>{inside}</table:table-row></table:table>"

    def valued(said):
        return f"<table:table-cell {said}><text:p>Kode</text:p></table:table-cell>"

    deep = "<table:table><table:table-row><table:table-cell>" * 200
    ends = "</table:table-cell></table:table-row></table:table>" * 200
    locked = {"META-INF/manifest.xml": '<manifest:file-entry><manifest:encryption-data m="x"/>'}
    return [
        Hostile(
            "sejuta-baris.ods",
            open_file(rows(valued(""), f' table:number-rows-repeated="{FAR}"')),
            "read-too-big",
        ),
        Hostile(
            "sejuta-kolom.ods",
            open_file(rows(valued(f'table:number-columns-repeated="{FAR}"'))),
            "read-too-big",
        ),
        Hostile(
            "angka-rusak.ods",
            open_file(rows(valued('office:value-type="float" office:value="x"'))),
            "read-damaged",
        ),
        Hostile("sandi.ods", open_file(rows(valued("")), **locked), "read-password"),
        Hostile("tabel-dalam.odt", open_file(deep + ends, "text"), "read-damaged"),
        Hostile("putus.odt", open_file("<table:table>", "text"), "read-damaged"),
    ]


def _xml():
    def row(said, inside="x"):
        return f'<Row><Cell {said}><Data ss:Type="String">{inside}</Data></Cell></Row>'

    declared = b'<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "aaaa">]>'
    return [
        Hostile("jauh.xml", sheet_xml(row(f'ss:Index="{FAR}"')), "read-too-big"),
        Hostile("baris-jauh.xml", sheet_xml(f'<Row ss:Index="{FAR}"></Row>'), "read-too-big"),
        Hostile(
            "gabung.xml", sheet_xml(row(f'ss:MergeAcross="{FAR}" ss:MergeDown="{FAR}"')), "read-no-table"
        ),
        Hostile("putus.xls", sheet_xml(row(""))[:-30], "read-damaged"),
        Hostile(
            "jenis.xls", declared + f'<Workbook xmlns="{OLD_SHEET}">&a;</Workbook>'.encode(), "read-damaged"
        ),
        Hostile("lain.xml", b'<?xml version="1.0"?><daftar><isi/></daftar>', "read-wrong-kind"),
        Hostile(
            "biner.xlsb",
            archive({"[Content_Types].xml": TYPES, "xl/workbook.bin": "\x00\x01" * 99}),
            "read-damaged",
        ),
        Hostile(
            "slide.pptx",
            archive({"[Content_Types].xml": TYPES, "ppt/presentation.xml": "<p/>"}),
            "read-wrong-kind",
        ),
        Hostile(
            "tautan-luar.xlsx",
            workbook(
                f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{GOOD}'
                "</sheetData></worksheet>",
                **{"xl/externalLinks/externalLink1.xml": '<ddeLink ddeService="cmd" ddeTopic="/C calc"/>'},
            ),
            "read-no-table",
        ),
    ]


def _old():
    whole = letter()
    table = whole.index(struct.pack("<I", 0xFFFFFFFD))
    book = old_workbook(cell(0, 0, "Kode"))
    folder = whole.index("Root Entry".encode("utf-16-le"))
    return [
        Hostile("lingkar.doc", broken(whole, table - table % SECTOR, 0), "read-damaged"),
        Hostile("di-luar.doc", broken(whole, 48, 0x00FFFFF0), "read-damaged"),
        Hostile("rantai-luar.doc", broken(whole, table - table % SECTOR, 0x00ABCDEF), "read-damaged"),
        Hostile("pohon-melingkar.doc", broken(whole, folder + 76, 0), "read-old-format"),
        Hostile("tanpa-rantai.doc", broken(whole, 76, END), "read-damaged"),
        Hostile("sektor-aneh.doc", broken(whole, 30, 40, "<H"), "read-damaged"),
        Hostile("terpotong.doc", whole[: len(whole) // 2], "read-damaged"),
        Hostile("sandi.doc", letter(flags=0x0100), "read-password"),
        Hostile("simpan-cepat.doc", letter(flags=0x0004), "read-old-format"),
        Hostile("word-95.doc", letter(version=101), "read-old-format"),
        Hostile("bagian-di-luar.doc", letter(more={0x1A2: 0x7FFFFFFF}), "read-damaged"),
        Hostile("tanpa-bagian.doc", letter(more={0x1A6: 0}), "read-damaged"),
        Hostile("panjang-palsu.doc", letter(more={0x4C: 0xFFFFFFFF}), "read-no-table"),
        Hostile("sandi.xls", old_workbook(b"", locked=True), "read-password"),
        Hostile("catatan-putus.xls", old_workbook(b"\x03\x02\x02\x00\x00"), "read-damaged"),
        Hostile("jauh.xls", old_workbook(cell(0, 0, "a") + cell(65535, 255, "b")), "read-too-big"),
        Hostile("terpotong.xls", book[: len(book) - 1024], "read-damaged"),
        Hostile("pasang.msi", container({"Property": bytes(100)}), "read-old-format"),
    ]
