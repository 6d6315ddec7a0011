"""What Analisis shows the hall: readiness whole, SWOT of the sheet that is chosen."""

from smartcity_desktop.domain import hall as slides
from tests.ui.analysis.hand import agency, part, score, swot


def test_both_are_shown_by_their_button_and_by_their_command(show, hall):
    score(hall, "L2", part(hall, "STR"), {"STR-01": 3})
    swot(hall)
    for tab, kind, about in (
        ("readiness", slides.READINESS, ""),
        ("swot", slides.SWOT, agency(hall, "DLH")),
    ):
        screen = show(hall, tab)
        asked = []
        screen.slide_asked.connect(lambda kind, row, asked=asked: asked.append((kind, row)))
        screen.tab.show_result.click()
        next(item for item in screen.commands() if item.words.startswith("Tayangkan")).run()
        assert asked == [(kind, about)] * 2
        slide = hall.ask(lambda kind=kind, about=about: hall.desk.hall.slide(kind, about))
        assert not slides.is_empty(slide)
