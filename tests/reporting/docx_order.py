"""In which order Word asks for the elements of a document, as ISO/IEC 29500-1 lists them."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl divId rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike outline vanish color spacing w kern position sz szCs "
    "highlight u effect bdr shd vertAlign lang",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar "
    "tblLook",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tc": "tcPr p tbl",
    "tbl": "tblPr tblGrid tr sdt",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols vAlign noEndnote titlePg",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr "
    "tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions "
    "defaultTabStop evenAndOddHeaders characterSpacingControl updateFields hdrShapeDefaults "
    "footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang "
    "clrSchemeMapping shapeDefaults decimalSymbol listSeparator",
}
PARTS = ("document", "styles", "numbering", "settings", "header1", "footer1", "footer2")


def faults(made):
    """Return what Word would stumble over in the bytes of a document, empty where nothing."""
    found = []
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = set(archive.namelist())
        roots = {
            part: etree.fromstring(archive.read(f"word/{part}.xml"))
            for part in PARTS
            if f"word/{part}.xml" in names
        }
    for part, root in roots.items():
        for element in root.iter(etree.Element):
            kind = element.tag.removeprefix(W)
            if kind in ORDERS:
                found += [f"{part}: {told}" for told in _order(kind, element)]
            if kind == "tc" and (not len(element) or element[-1].tag != f"{W}p"):
                found.append(f"{part}: a cell does not end with a paragraph")
    return found + _ids(roots["document"]) + _styles(roots)


def _order(kind, element):
    order = ORDERS[kind].split()
    last = 0
    for child in element:
        name = child.tag.removeprefix(W)
        if name not in order:
            yield f"{name} in {kind}"
            continue
        place = order.index(name)
        if place < last and not (kind == "tc" and name in {"p", "tbl"}):
            yield f"{name} stands too late in {kind}"
        last = max(last, place)


def _ids(document):
    marks = [item.get(f"{W}id") for item in document.iter(f"{W}bookmarkStart")]
    names = [item.get(f"{W}name") for item in document.iter(f"{W}bookmarkStart")]
    drawn = [item.get("id") for item in document.iter("{*}docPr")]
    begun, ended = (
        sum(item.get(f"{W}fldCharType") == way for item in document.iter(f"{W}fldChar"))
        for way in ("begin", "end")
    )
    leads = {item.get(f"{W}anchor") for item in document.iter(f"{W}hyperlink")}
    told = {
        "bookmark ids": len(marks) == len(set(marks)),
        "bookmark names": len(names) == len(set(names)),
        "picture ids": len(drawn) == len(set(drawn)),
        "fields begun and ended": begun == ended,
        "links": leads <= set(names),
    }
    return [f"document: {name}" for name, is_right in told.items() if not is_right]


def _styles(roots):
    known = {item.get(f"{W}styleId") for item in roots["styles"].iter(f"{W}style")}
    lists = {item.get(f"{W}numId") for item in roots["numbering"].iter(f"{W}num")} | {"0"}
    used = {
        item.get(f"{W}val")
        for root in roots.values()
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for item in root.iter(f"{W}{name}")
    }
    numbers = {item.get(f"{W}val") for root in roots.values() for item in root.iter(f"{W}numId")}
    return [f"unknown: {name}" for name in (used - known) | (numbers - lists)]
