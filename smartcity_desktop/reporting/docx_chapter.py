"""One chapter as a Word document that is to come back: its own text to write in, all else in frames."""

from typing import Final

from smartcity_desktop.domain import book_text
from smartcity_desktop.domain.book_part import BookChart, BookTable, Filled
from smartcity_desktop.domain.chapter_word import PART_TAG, PICTURE_TAG, TITLE_TAG, ChapterOut
from smartcity_desktop.domain.paper_book import BookPicture
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.reporting import docx_picture
from smartcity_desktop.reporting import docx_styles as styles
from smartcity_desktop.reporting.docx_body import Body
from smartcity_desktop.reporting.docx_file import DocxFile, Told
from smartcity_desktop.reporting.docx_marks import BOLD, held, paragraph, run
from smartcity_desktop.reporting.letter import coat_of_arms

_HOW: Final = (
    "Tulis di bawah garis ini dengan gaya Word yang biasa: Heading 2 dan 3, daftar, tebal, miring, tabel. "
    "Isi berbingkai milik program: boleh dipindahkan atau dihapus, isinya tidak diubah di sini. "
    "Setelah selesai, simpan sebagai .docx lalu ambil kembali di layar Buku."
)
_LINE: Final = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="8C8C8C"/></w:pBdr>'
_FILLS: Final = "Terisi otomatis dari data, jangan diubah di sini"


def written(out: ChapterOut, frame: PrintFrame) -> bytes:
    """Return a chapter as a Word document."""
    return _Chapter(out, frame).made()


class _Chapter:
    """Writes one chapter."""

    def __init__(self, out: ChapterOut, frame: PrintFrame) -> None:
        self._out = out
        told = Told(
            out.node.called,
            author=frame.letterhead.government or frame.region,
            subject=out.book.called,
            running=f"{out.book.called} · {out.node.called}",
            at=frame.printed_at,
            version=frame.version,
            keywords=f"{TITLE_TAG}{out.node.chapter.id}",
        )
        self._file = DocxFile(told, frame.paper)
        self._body = Body(self._file)
        blocks = book_text.parse(out.node.chapter.text)
        self._blocks = blocks
        charts = [
            item
            for item in (out.parts.get(block.key) for block in blocks if isinstance(block, book_text.Part))
            if isinstance(item, BookChart) and not item.is_empty
        ]
        found = {item.key: item.chart for item in charts}
        self._charts = dict(zip(found, docx_picture.pictures(list(found.values())), strict=True))

    def made(self) -> bytes:
        """Return the file: the title and how it works in a frame, then the text."""
        body, node = self._body, self._out.node
        head = paragraph(run(node.called), styles.CHAPTER_TITLE)
        how = paragraph(run(_HOW), styles.FILLS, _LINE)
        body.add(held(f"{TITLE_TAG}{node.chapter.id}", "Judul bab", head + how))
        for block in self._blocks:
            self._block(block)
        if not self._blocks:
            body.add(paragraph())
        # A frame at the very end leaves nowhere to go on writing.
        body.add(paragraph(), self._file.section())
        return self._file.written(body.made(), own_lists=body.own_lists, numbered=False)

    def _block(self, block: book_text.Block) -> None:
        match block:
            case book_text.Part():
                found = self._out.parts.get(block.key)
                title = self._out.titles.get(block.key, block.key)
                self._framed(f"{PART_TAG}{block.key}", f"[[{block.key}]]", title, self._filled(found))
            case book_text.Picture():
                picture = self._out.pictures.get(block.figure, BookPicture(block.figure))
                tag = f"{PICTURE_TAG}{block.figure}"
                self._framed(tag, f"[[{tag}]]", picture.caption or "Gambar", self._picture(picture))
            case _:
                self._body.block(block, styles.HEADING_LOOKS[1:3])

    def _framed(self, tag: str, sign: str, title: str, content: str) -> None:
        """Write what is the program's: a frame, led by a line that names it where the frame gets lost."""
        lead = paragraph(run(f"{sign} ") + run(title, BOLD) + run(f" · {_FILLS}"), styles.FILLS)
        self._body.add(held(tag, title, lead + content))

    def _filled(self, found: Filled | None) -> str:
        if found is None:
            return ""
        if isinstance(found, BookTable):
            return self._body.table(found) if found.rows else paragraph(run(found.missing), styles.SOURCE)
        if found.is_empty:
            return paragraph(run(found.missing), styles.SOURCE)
        size = (found.chart.width, found.chart.height)
        return self._body.picture(self._charts[found.key], found.caption, size)

    def _picture(self, picture: BookPicture) -> str:
        small = coat_of_arms(picture.content)
        return self._body.picture(small[0].getvalue(), picture.caption) if small else ""
