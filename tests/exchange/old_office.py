"""Files of Office 97: the container, documents of Word and workbooks of Excel, written by hand."""

import struct

from smartcity_desktop.exchange import text
from tests.exchange.office import spans

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR, SMALL, CUTOFF = 512, 64, 4096


def container(streams):
    """Return a container of these streams, the short ones in the stream of short ones."""
    sectors, chains, small, small_chains, starts = [], [], b"", [], {}

    def keep(content):
        first = len(sectors)
        for place in range(0, len(content), SECTOR):
            sectors.append(content[place : place + SECTOR].ljust(SECTOR, b"\0"))
            chains.append(len(sectors))
        chains[-1] = END
        return first

    for name, content in streams.items():
        if len(content) >= CUTOFF:
            starts[name] = keep(content)
            continue
        starts[name] = len(small) // SMALL
        small += content.ljust(-(-max(len(content), 1) // SMALL) * SMALL, b"\0")
        small_chains += [*range(len(small_chains) + 1, len(small) // SMALL), END]
    root = keep(small) if small else END
    listed = keep(struct.pack(f"<{len(small_chains)}I", *small_chains)) if small else END
    entries = entry("Root Entry", 5, root, len(small), child=1)
    for number, (name, content) in enumerate(streams.items(), start=1):
        right = number + 1 if number < len(streams) else FREE
        entries += entry(name, 2, starts[name], len(content), right=right)
    folder = keep(entries.ljust(-(-len(entries) // SECTOR) * SECTOR, b"\0"))
    pages = 1
    while pages * SECTOR // 4 < len(chains) + pages:
        pages += 1
    own = [len(chains) + number for number in range(pages)]
    table = struct.pack(f"<{len(chains)}I", *chains) + struct.pack("<I", FAT) * pages
    head = MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, pages, folder, 0, CUTOFF, listed, 1 if small else 0, END, 0)
    head += b"".join(struct.pack("<I", number) for number in own)
    table = table.ljust(pages * SECTOR, b"\xff")
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + table


def entry(name, kind, start, size, child=FREE, right=FREE):
    """Return one entry of the folder of a container."""
    words = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", words, len(words), kind, 1, FREE, right, child, b"", 0, 0, 0, start, size
    )


# Word -------------------------------------------------------------------------------------------------------

IN_TABLE, ROW_END = b"\x16\x24\x01", b"\x17\x24\x01"
DELETED, HIDDEN = b"\x00\x08\x01", b"\x3c\x08\x01"
INLINE_COLUMNS = 8


class Document:
    """A document while it is written: paragraphs with their properties, stretches of letters with theirs."""

    def __init__(self, *, narrow=False):
        self.narrow = narrow
        self.words = ""
        self.paragraphs = []
        self.letters = []
        self.data = b"\0" * 16

    def add(self, words, properties=b"", letters=b""):
        """Add text that ends a paragraph or cell."""
        self.letters.append((len(self.words), letters))
        self.paragraphs.append((len(self.words), properties))
        self.words += words

    def row(self, edges, cells, looks=None):
        """Add a row of cells between these borders; ``looks`` are the flags of each."""
        for words in cells:
            *lines, last = words.split("\n")
            for line in lines:
                self.add(line + "\r", IN_TABLE)
            self.add(last + "\x07", IN_TABLE)
        count = len(cells)
        told = struct.pack(f"<B{count + 1}h", count, *edges)
        told += b"".join(struct.pack("<H18x", flags) for flags in looks or [0] * count)
        columns = struct.pack("<HH", 0xD608, len(told) + 1) + told
        if count > INLINE_COLUMNS:
            place, end = len(self.data), IN_TABLE + ROW_END + columns
            self.data += struct.pack("<H", len(end)) + end
            self.add("\x07", IN_TABLE + ROW_END + struct.pack("<HI", 0x6646, place))
        else:
            self.add("\x07", IN_TABLE + ROW_END + columns)

    def save(self, *, flags=0, version=0xC1, more=None, **streams):
        """Return the file. ``more`` replaces bytes of the head by place."""
        wide = 1 if self.narrow else 2
        letters = self.words.encode("cp1252" if self.narrow else "utf-16-le")
        start = 2048
        main = bytearray(start) + letters
        main += bytes(-len(main) % 512)
        table = b"\0" * 8
        pairs = {}
        for place, runs, is_paragraph in ((0xFA, self.letters, False), (0x102, self.paragraphs, True)):
            bounds, pages = [], []
            for some in _pages(
                [(start + at * wide, said) for at, said in runs], start + len(letters), is_paragraph
            ):
                bounds.append(some[0])
                pages.append(len(main) // 512)
                main += some[1]
            content = struct.pack(f"<{len(bounds) + 1}I{len(pages)}I", *bounds, start + len(letters), *pages)
            pairs[place] = (len(table), len(content))
            table += content
        at = start * 2 | 0x40000000 if self.narrow else start
        pieces = struct.pack("<IIHIH", 0, len(self.words), 0, at, 0)
        said = b"\x01\x02\x00\xff\xff\x02" + struct.pack("<I", len(pieces)) + pieces
        pairs[0x1A2] = (len(table), len(said))
        table += said
        struct.pack_into("<HH", main, 0, 0xA5EC, version)
        struct.pack_into("<H", main, 10, flags | 0x0200)
        struct.pack_into("<I", main, 0x4C, len(self.words))
        for place, pair in pairs.items():
            struct.pack_into("<II", main, place, *pair)
        for place, value in (more or {}).items():
            struct.pack_into("<I", main, place, value)
        return container({"WordDocument": bytes(main), "1Table": table, "Data": self.data, **streams})


def _pages(runs, end, is_paragraph):
    """Yield first byte and content of each page of properties that tells of these runs."""
    width = 13 if is_paragraph else 1
    waiting = list(runs)
    while waiting:
        taken, packed, size = [], {}, 5
        while waiting:
            said = waiting[0][1]
            new = 0 if said in packed or not said else len(said) + 6
            if size + new + 4 + width > 511:
                break
            size += new + 4 + width
            packed.setdefault(said, None)
            taken.append(waiting.pop(0))
        page, top = bytearray(512), 510
        places = {}
        for said in packed:
            body = _counted(said, is_paragraph) if said else b""
            top -= len(body) + len(body) % 2
            places[said] = top // 2 if said else 0
            page[top : top + len(body)] = body
        bounds = [at for at, _ in taken] + [waiting[0][0] if waiting else end]
        struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
        for number, (_, said) in enumerate(taken):
            page[4 * len(bounds) + number * width] = places[said]
        page[511] = len(taken)
        yield bounds[0], bytes(page)


def _counted(said, is_paragraph):
    """Return properties behind their length; those of paragraphs begin with the number of a style."""
    if not is_paragraph:
        return bytes([len(said)]) + said
    said = b"\0\0" + said
    return bytes([(len(said) + 1) // 2]) + said if len(said) % 2 else bytes([0, len(said) // 2]) + said


def doc(table, *, narrow=False):
    """Return the table as a document of Word 97."""
    covered, made = spans(table), Document(narrow=narrow)
    for row, values in enumerate(table.rows()):
        edges, cells, looks = [0], [], []
        for column, value in enumerate(values):
            span = covered.get((row, column), (1, 1))
            if span is None:
                continue
            across, down = span if span[0] else (span[1], 0)
            edges.append(1000 * (column + across))
            cells.append(text.cell(value))
            looks.append(0 if down == 1 else 0x60 if down else 0x20)
        made.row(edges, cells, looks)
    return made.save()


# Excel ------------------------------------------------------------------------------------------------------

PLAIN, PERCENT, INDENTED, WHOLE_PERCENT = range(4)
"""Styles of a workbook: the second has a format of its own, the last one that every Excel knows."""


def record(kind, content=b""):
    """Return one record of a workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind):
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 0))


def _style(number_format, indent=0):
    return record(0x00E0, struct.pack("<HHHBBB", 0, number_format, 0, 0, 0, indent) + bytes(11))


def _letters(words):
    return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")


def cell(row, column, value, style=PLAIN):
    """Return the record of a cell."""
    place = struct.pack("<HHH", row, column, style)
    if isinstance(value, int | float):
        return record(0x0203, place + struct.pack("<d", value))
    return record(0x0204, place + _letters(str(value)))


def workbook(cells, merges=(), locked=False, more=b"", **streams):
    """Return a workbook of one sheet from the records of its cells."""
    opening = _begin(0x0005) + (record(0x002F, bytes(54)) if locked else b"")
    opening += record(0x041E, struct.pack("<H", 165) + _letters("0.0%"))
    opening += _style(0) + _style(165) + _style(0, indent=2) + _style(9)
    name = b"Renstra"
    length = len(opening) + 4 + 8 + len(name) + 4
    opening += record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(name), 0) + name) + record(0x000A)
    places = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in merges)
    sheet = _begin(0x0010) + cells + record(0x00E5, struct.pack("<H", len(merges)) + places) + more
    return container({"Workbook": opening + sheet + record(0x000A), **streams})


def xls(table):
    """Return the table as a workbook of Excel 97."""
    cells = b"".join(
        cell(row, column, value)
        for row, values in enumerate(table.rows())
        for column, value in enumerate(values)
        if value != ""
    )
    return workbook(cells, table.merges)
