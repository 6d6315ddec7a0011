"""Minutes, records and reports as Word documents, from the very blocks that are printed."""

from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.reporting import families, page, style
from smartcity_desktop.reporting.docx_blocks import Flow, twips
from smartcity_desktop.reporting.docx_body import Body
from smartcity_desktop.reporting.docx_file import DocxFile, Sides, Told
from smartcity_desktop.reporting.style import Sheet


def written(job: PrintJob, told: page.Told) -> bytes:
    """Return a gathered print as a Word document; ``told`` hears (steps done, of how many)."""
    with page.alone():
        style.load_fonts()
        parts = [part for item in job.jobs or (job,) for part in families.parts(item)]
        frame = (job.jobs or (job,))[0].frame
        kop = frame.letterhead
        file = DocxFile(
            Told(
                job.name,
                author=kop.agency or kop.government or frame.region,
                subject=frame.workshop_title,
                running=" · ".join(text for text in parts[0].paper.running if text),
                at=frame.printed_at,
                version=frame.version,
            ),
            frame.paper,
            upright=_sides(style.upright(frame.paper)),
            broad=_sides(style.broad(frame.paper)),
        )
        body = Body(file)
        body.broad = parts[0].paper.first == page.BROAD
        flow = Flow(body)
        for at, part in enumerate(parts):
            told(at, len(parts))
            if at:
                flow.begin(part.paper.first)
            flow.add(part.build())
        body.add(file.section(broad=body.broad))
        return file.written(body.made(), numbered=False, of_paper=True)


def _sides(sheet: Sheet) -> Sides:
    """Return the margins of a page of paper."""
    return Sides(*map(twips, (sheet.left, sheet.right, sheet.top, sheet.bottom)))
