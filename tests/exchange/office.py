"""One table written as every format that offices send: Word, LibreOffice, web pages, workbooks of 2003."""

import base64
import io
import zipfile
from html import escape

from smartcity_desktop.exchange import text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
OLD_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
TO_DOCUMENT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def packed(members):
    """Return a zip of these members; one named ``mimetype`` is not compressed, as LibreOffice wants it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return stream.getvalue()


def spans(table):
    """Return the (across, down) of each place; None where a merge covers it, (0, across) at its left."""
    found = {}
    for top, left, bottom, right in table.merges:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found[row, column] = None
        for row in range(top + 1, bottom + 1):
            found[row, left] = (0, right - left + 1)
        found[top, left] = (right - left + 1, bottom - top + 1)
    return found


# Word -------------------------------------------------------------------------------------------------------


def paragraph(words):
    """Return a paragraph of Word; line breaks are breaks in it."""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(words, quote=False).split("\n"))
    return f'<w:p><w:r><w:t xml:space="preserve">{lines}</w:t></w:r></w:p>'


def word_cell(content, properties=""):
    """Return a cell of Word around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def word_table(rows, widths):
    """Return a table of Word from rows of cells that are ready."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def word_body(body, namespace=WORD):
    """Return the main part of a Word document."""
    return f'<?xml version="1.0"?><w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


def word_file(body, namespace=WORD, **more):
    """Return a Word document of this body; ``more`` are further parts by name."""
    members = {"[Content_Types].xml": TYPES, "_rels/.rels": TO_DOCUMENT}
    return packed({**members, "word/document.xml": word_body(body, namespace), **more})


def as_word(table, rows=None):
    """Return the table as one of Word, or some of its rows."""
    covered, all_rows = spans(table), table.rows()
    made = []
    for row in rows if rows is not None else range(len(all_rows)):
        cells = []
        for column, value in enumerate(all_rows[row]):
            span = covered.get((row, column), (1, 1))
            if span is None:
                continue
            across, down = span if span[0] else (span[1], 0)
            looks = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
            looks += (
                "" if down == 1 else f"<w:vMerge{' w:val=' + chr(34) + 'restart' + chr(34) if down else ''}/>"
            )
            cells.append(word_cell(paragraph(text.cell(value)), looks))
        made.append("".join(cells))
    return word_table(made, [1000] * len(all_rows[0]))


def docx(table, namespace=WORD):
    return word_file(as_word(table), namespace)


def word_xml(table):
    """Return a document that Word saved as one piece of XML."""
    inside = word_body(as_word(table)).partition("?>")[2]
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>'
        "</pkg:package>"
    ).encode()


# Web pages --------------------------------------------------------------------------------------------------


def as_html(table):
    """Return the table as one of a web page; blanks in front are hard ones."""
    covered, lines = spans(table), []
    for row, values in enumerate(table.rows()):
        cells = []
        for column, value in enumerate(values):
            span = covered.get((row, column), (1, 1))
            if span is None or not span[0]:
                continue
            shown = text.cell(value)
            hard = "&nbsp;" * (len(shown) - len(shown.lstrip(" ")))
            words = hard + escape(shown.lstrip(" ")).replace("\n", "<br>")
            cells.append(f'<td colspan="{span[0]}" rowspan={span[1]}>\n {words}\n</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1>{''.join(lines)}</table>"


def html(table):
    return f'<html><head><meta charset="utf-8"></head><body>{as_html(table)}</body></html>'.encode()


def bare_html(table):
    """Return what a web program sends as .xls: a table and nothing around it, rows and cells never closed."""
    return as_html(table).replace("</td>", "").replace("</tr>", "").replace("<td", "<TD").encode("cp1252")


def mhtml(table):
    """Return a web archive, as Excel saves it."""
    inside = base64.encodebytes(html(table)).decode()
    return (
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
        'Content-Type: multipart/related; boundary="----=_Bagian"\r\n\r\n'
        "------=_Bagian\r\nContent-Location: file:///C:/lembar.htm\r\n"
        'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
        f"{inside}\r\n------=_Bagian--\r\n"
    ).encode()


# LibreOffice ------------------------------------------------------------------------------------------------


def _open_cell(value, span):
    if span is None or not span[0]:
        return "<table:covered-table-cell/>"
    reach = f' table:number-columns-spanned="{span[0]}" table:number-rows-spanned="{span[1]}"'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"{reach}/>'
    shown = str(value)
    blanks = len(shown) - len(shown.lstrip(" "))
    words = escape(shown.lstrip(" "), quote=False).replace("\n", "</text:p><text:p>")
    kept = f'<text:s text:c="{blanks}"/>' if blanks else ""
    inside = f"<text:p>{kept}{words}</text:p>"
    return f'<table:table-cell office:value-type="string"{reach}>{inside}</table:table-cell>'


def as_open(table):
    """Return the table as one of LibreOffice; a text document shows figures as text."""
    covered = spans(table)
    rows = (
        "".join(_open_cell(value, covered.get((row, column), (1, 1))) for column, value in enumerate(values))
        for row, values in enumerate(table.rows())
    )
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="Renstra">{lines}</table:table>'


def open_body(inside, kind="spreadsheet", styles="", root="document-content"):
    """Return the XML of a LibreOffice file."""
    names = ("office", "table", "text", "style", "calcext")
    spaces = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in names)
    foreign = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {spaces} {foreign}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{inside}</office:{kind}></office:body></office:{root}>"
    )


def open_file(inside, kind="spreadsheet", styles="", **more):
    """Return a LibreOffice file; ``kind`` is spreadsheet or text."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return packed({"mimetype": mime, "content.xml": open_body(inside, kind, styles), **more})


def ods(table):
    return open_file(as_open(table))


def odt(table):
    return open_file(as_open(table), "text")


def fods(table):
    return open_body(as_open(table), root="document").encode()


# Excel 2003 -------------------------------------------------------------------------------------------------


def sheet_xml(rows, styles=""):
    """Return a workbook of Excel 2003 around rows that are ready."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{OLD_SHEET}" xmlns:ss="{OLD_SHEET}"><Styles>{styles}</Styles>'
        f'<Worksheet ss:Name="Renstra"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def xls_xml(table):
    covered, lines = spans(table), []
    for row, values in enumerate(table.rows()):
        cells = []
        for column, value in enumerate(values):
            span = covered.get((row, column), (1, 1))
            if span is None or not span[0] or (value == "" and span == (1, 1)):
                continue
            kind = "Number" if isinstance(value, int | float) else "String"
            reach = f' ss:MergeAcross="{span[0] - 1}" ss:MergeDown="{span[1] - 1}"' if span != (1, 1) else ""
            data = f'<Data ss:Type="{kind}">{escape(str(value))}</Data>' if value != "" else ""
            cells.append(f'<Cell ss:Index="{column + 1}"{reach}>{data}</Cell>')
        lines.append(f'<Row ss:Index="{row + 1}">{"".join(cells)}</Row>')
    return sheet_xml("".join(lines))


FORMATS = {
    "docx": docx,
    "docx strict": lambda table: docx(table, STRICT_WORD),
    "word xml": word_xml,
    "html": html,
    "bare html": bare_html,
    "mhtml": mhtml,
    "ods": ods,
    "odt": odt,
    "fods": fods,
    "xls xml": xls_xml,
    "csv": lambda table: table.csv().encode(),
}
"""How a table is written, by name."""
