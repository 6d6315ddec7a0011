"""What Cetak reads from the file before it offers anything, and which worksheets and parties it offers."""

from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD
from ui.context import Services
from ui.models.prints import Stock, counted, is_unfinished
from ui.translate import worded
from ui.widgets.print_choice import Offer


def gather_stock(services: Services) -> Stock:
    """Return what stands in the file; runs on the data thread."""
    workshop = services.workshop.get()
    worksheets = services.worksheet.worksheets()
    by_opd = [item for item in worksheets if item.filled_by == BY_OPD]
    basis = services.workshop.basis()
    return Stock(
        paper=workshop.paper,
        opds=tuple(services.opd.opds()),
        places=tuple(services.worksheet.places(by_opd[0].id)) if by_opd else (),
        worksheets=tuple(worksheets),
        groups={
            item.id: tuple(services.worksheet.places(item.id))
            for item in worksheets
            if item.filled_by == BY_DIMENSION
        },
        sessions=tuple(services.session.sessions()),
        running=services.session.running(),
        people=len(services.people.people()),
        signers=len(services.workshop.signers()),
        basis=len(basis),
        unfinished=sum(is_unfinished(item.text) for item in basis),
        kop=f"{workshop.kop_government}{workshop.kop_agency}",
    )


def offers(stock: Stock) -> list[Offer]:
    """Return all worksheets together, then each with the OPD or the dimension groups that have its sheets."""
    opds = tuple((item.id, item.name) for item in stock.opds)
    found = [Offer("", "Semua kertas kerja", counted(stock.opds), opds)]
    for item in stock.worksheets:
        words = f"{item.code} {item.title}"
        groups = stock.groups.get(item.id)
        if groups is None:
            found.append(Offer(item.id, words, counted(stock.opds), opds))
            continue
        parties = tuple((place.party, f"{place.short} {place.name}") for place in groups)
        everyone = worded("Semua dimensi ({count})").format(count=len(parties))
        found.append(Offer(item.id, words, everyone, parties))
    return found
