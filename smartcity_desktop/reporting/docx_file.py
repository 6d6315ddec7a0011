"""A Word document as a file: its parts, its pages upright and broad, what it says about itself.

The library gives the package and its parts; styles, lists and the text itself are written by us. The same
text gives the same bytes, and nothing in the file names the laptop or the person at it.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeAlias

from smartcity_desktop.domain.report import Paper
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.docx_marks import NAMESPACES, field, paragraph, run

Element: TypeAlias = Any
"""An element of XML as the library holds it."""

_HEADER: Final = 709
_TWIPS_OF_A_MILLIMETRE: Final = 1440 / 25.4
_UNWANTED: Final = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")
"""What the library's own empty document carries along."""
_WHEN: Final = (1980, 1, 1, 0, 0, 0)
_SETTINGS: Final = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>{update}<w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)


class Sides(NamedTuple):
    """The margins of a page in twips."""

    left: int
    right: int
    top: int = 1417
    bottom: int = 1417


BOUND: Final = Sides(1701, 1417)
"""The margins of a book: room for binding at the left."""
_TURNED: Final = Sides(1417, 1417)


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says about itself.

    ``running`` stands over its pages, ``version`` is that of the workshop's file, ``keywords`` tell the
    program what a file is that comes back.
    """

    title: str
    author: str = ""
    subject: str = ""
    running: str = ""
    at: datetime | None = None
    version: str = ""
    keywords: str = ""


class DocxFile:
    """A document that is being made: first its pictures and pages, then the bytes of the whole."""

    def __init__(
        self, told: Told, paper: Paper = "A4", *, upright: Sides = BOUND, broad: Sides = _TURNED
    ) -> None:
        """Begin with the library's empty document, its own contents cleared away."""
        self._paper = paper
        self._sides = {False: upright, True: broad}
        from docx import Document

        self._document = Document()
        self._told = told
        part = self._document.part
        for rels in (part.package.rels, part.rels):
            for key in [key for key, item in rels.items() if item.reltype.rpartition("/")[2] in _UNWANTED]:
                del rels[key]
        self._header = (
            self._beside("header", paragraph(run(told.running), styles.HEADER)) if told.running else ""
        )
        self._footer = self._beside("footer", paragraph(field("PAGE", "1"), styles.FOOTER))
        self._bare = self._beside("footer", paragraph("", styles.FOOTER), name="footer2")

    def _beside(self, kind: str, content: str, name: str = "") -> str:
        """Add a head or foot of pages; return the id by which a section names it."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        types = {
            "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, "hdr"),
            "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, "ftr"),
        }
        content_type, relation, root = types[kind]
        own = self._document.part
        blob = f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
        made = Part(PackURI(f"/word/{name or kind + '1'}.xml"), content_type, blob, own.package)
        return str(own.relate_to(made, relation))

    def picture(self, content: bytes) -> tuple[str, float, float]:
        """Add a PNG or JPEG, the same one once only; return the id of its part and its sides in pixels."""
        part, image = self._document.part.get_or_add_image(io.BytesIO(content))
        return str(part), float(image.px_width), float(image.px_height)

    def page(self, *, broad: bool) -> tuple[int, int, Sides]:
        """Return width, height and margins of a page in twips."""
        narrow, long = (round(side * _TWIPS_OF_A_MILLIMETRE) for side in style.MILLIMETRES[self._paper])
        return (*((long, narrow) if broad else (narrow, long)), self._sides[broad])

    def text_width(self, *, broad: bool) -> int:
        """Return the width between the margins of a page in twips."""
        width, _, sides = self.page(broad=broad)
        return width - sides.left - sides.right

    def section(self, *, broad: bool = False, pages: str = "", titled: bool = False) -> str:
        """Return what ends a run of pages of one direction.

        ``pages`` begins to count anew, ``lowerRoman`` or ``decimal``; one that is ``titled`` has neither head
        nor foot on its first page.
        """
        width, height, sides = self.page(broad=broad)
        turned = ' w:orient="landscape"' if broad else ""
        heads = f'<w:headerReference w:type="default" r:id="{self._header}"/>' if self._header else ""
        heads += f'<w:footerReference w:type="default" r:id="{self._footer}"/>'
        heads += f'<w:footerReference w:type="first" r:id="{self._bare}"/>' if titled else ""
        counted = f'<w:pgNumType w:fmt="{pages}" w:start="1"/>' if pages else ""
        return (
            f'<w:sectPr>{heads}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="{sides.top}" w:right="{sides.right}" w:bottom="{sides.bottom}" '
            f'w:left="{sides.left}" '
            f'w:header="{_HEADER}" w:footer="{_HEADER}" w:gutter="0"/>{counted}'
            f"{'<w:titlePg/>' if titled else ''}</w:sectPr>"
        )

    def written(
        self,
        body: str,
        *,
        own_lists: Sequence[int] = (),
        fields: bool = False,
        numbered: bool = True,
        of_paper: bool = False,
    ) -> bytes:
        """Return the file; numbered lists begin with ``own_lists``, ``fields`` are made up to date in it.

        Headings of one that is not ``numbered`` bear no numbers, those ``of_paper`` look as in print.
        """
        from docx.oxml import parse_xml

        document = self._document
        update = '<w:updateFields w:val="true"/>' if fields else ""
        settings = f"<w:settings {NAMESPACES}>{_SETTINGS.format(update=update)}</w:settings>"
        _fill(
            document.styles.element,
            parse_xml(
                styles.styles(self.text_width(broad=False), numbered=numbered, of_paper=of_paper),
            ),
        )
        _fill(document.part.numbering_part.element, parse_xml(styles.lists(own_lists)))
        _fill(document.settings.element, parse_xml(settings))
        _fill(document.element.body, parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"))
        if fields:
            from smartcity_desktop.reporting import docx_pages

            docx_pages.fill(document.element.body, document.styles.element)
        self._say()
        kept = io.BytesIO()
        document.save(kept)
        return _dated(kept.getvalue())

    def _say(self) -> None:
        told, own = self._told, self._document.core_properties
        own.title, own.author, own.subject = (
            _short(text) for text in (told.title, told.author, told.subject)
        )
        own.comments, own.category = _short(f"SmartCity Desktop {told.version}".strip()), ""
        own.keywords = _short(told.keywords)
        own.language, own.last_modified_by, own.revision = "id-ID", own.author, 1
        if told.at is not None:
            own.created = own.modified = told.at.replace(tzinfo=None, microsecond=0) - (
                told.at.utcoffset() or (told.at - told.at)
            )


def _short(text: str) -> str:
    """Return a text as a property takes it: one line of at most 255 signs."""
    return " ".join(style.clean(text).split())[:255]


def _fill(element: Element, found: Element) -> None:
    """Put the children of one element in the place of those of another."""
    for child in list(element):
        element.remove(child)
    element.extend(list(found))


def _dated(made: bytes) -> bytes:
    """Return the package with the same time on every part of it."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as source,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.infolist():
            target.writestr(zipfile.ZipInfo(item.filename, _WHEN), source.read(item), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
