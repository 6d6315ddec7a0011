"""How the worksheet grid stands to the least that laying out its words takes; seconds are only printed."""

import sys
import time

from PySide6.QtCore import QRect, Qt

from tests.ui.worksheets import hand_grid
from ui import theme
from ui.models.grid import GridModel
from ui.widgets.grid import GridView

MOST = 8
"""Times the floor; 1.2 were measured."""


def seconds(work):
    """Return the shortest of five runs."""
    runs = []
    for _ in range(5):
        begun = time.perf_counter()
        work()
        runs.append(time.perf_counter() - begun)
    return min(runs)


def test_sixty_rows_cost_a_few_times_what_their_words_cost(qapp, qtbot, capsys):
    theme.add_fonts()
    theme.apply(qapp)
    model = GridModel()
    view = GridView(model)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    grid = hand_grid(rows=60)
    model.show_grid(grid)
    metrics, room = view.fontMetrics(), QRect(0, 0, 100, 4000)

    def floor():
        for row in range(model.rowCount()):
            for at in range(model.columnCount()):
                metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), model.face(row, at).text)

    def show():
        view.delegate.refresh()
        model.show_grid(grid)

    least, shown = seconds(floor), seconds(show)
    told = f"60 rows: {shown * 1000:.1f} ms, floor {least * 1000:.1f} ms, ratio {shown / least:.1f}"
    with capsys.disabled():
        sys.stdout.write(f"\n{told}\n")
    assert shown / least < MOST
