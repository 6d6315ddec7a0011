"""Renders a gathered session report: ``ours_report.py JOB`` tells the seconds.

``ours_report.py --gather WORKSHOP JOB TEXTS`` gathers it, and hands the floor the texts and tables of it.
"""

from tests.bench.rendering import main


def gathered(desk):
    """Return the report."""
    return desk.report.gather("laporan-sesi")


def texts_of(job):
    """Return its texts and tables."""
    from smartcity_desktop.paths import shelf
    from smartcity_desktop.reporting import page, style
    from smartcity_desktop.reporting.session import _Report

    style.load_fonts()
    looks = {}
    items = [_item(block, looks) for block in _Report(job.session, job.frame).blocks()]
    sheets = {page.UPRIGHT: style.upright(job.frame.paper), page.BROAD: style.broad(job.frame.paper)}
    return {
        "fonts": {name: str(shelf("fonts", file)) for name, file in style.FILES.items()},
        "looks": looks,
        "foot": {"font": style.REGULAR, "words": f"Laporan Sesi · dicetak {job.frame.printed_at:%d-%m-%Y}"},
        "sheets": [
            [name, item.width, item.height, item.left, item.bottom, item.body_width, item.body_height]
            for name, item in sheets.items()
        ],
        "items": [item for item in items if item],
    }


def _item(block, looks):
    from reportlab.platypus import KeepTogether, Paragraph, Table

    if isinstance(block, Paragraph):
        looks[block.style.name] = _look(block.style)
        return ["text", block.style.name, block.getPlainText(identify=True)]
    if isinstance(block, Table):
        cells = [[[_item(part, looks) for part in _parts(cell)] for cell in row] for row in block._cellvalues]
        return ["table", list(block._argW), block.repeatRows or 0, bool(block._linecmds), cells]
    if isinstance(block, KeepTogether):
        return ["keep", [_item(part, looks) for part in block._content]]
    return _place(block)


def _parts(cell):
    return cell if isinstance(cell, list | tuple) else [cell]


def _place(block):
    from reportlab.platypus import CondPageBreak, NextPageTemplate, PageBreak

    if isinstance(block, PageBreak):
        return ["page"]
    if isinstance(block, CondPageBreak):
        return ["room", block.height]
    if isinstance(block, NextPageTemplate):
        return ["turn", block.action[1]]
    return ["gap", getattr(block, "height", 0)]


def _look(style):
    names = ("fontName", "fontSize", "leading", "alignment", "spaceBefore", "spaceAfter")
    return {name: getattr(style, name) for name in names} | {"textColor": f"#{style.textColor.hexval()[2:]}"}


if __name__ == "__main__":
    main(gathered, texts_of)
