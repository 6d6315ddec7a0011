"""What the card beside the plan of action says where there is no action in it."""

import pytest

from smartcity_desktop.domain.action_plan import ActionPlan, ActionRow
from ui.models.typed_values import Typed
from ui.widgets.action_side import ActionSide


@pytest.mark.parametrize(
    ("rows", "begins"), [((), "Belum ada aksi. Tekan Tambah aksi"), ((ActionRow("a"),), "Pilih satu aksi")]
)
def test_the_card_tells_what_to_do(qtbot, dressed, rows, begins):
    assert dressed
    side = ActionSide(Typed(lambda *_: False))
    qtbot.addWidget(side)
    side.show_action(ActionPlan(rows=rows), None)
    assert side.name.text().startswith(begins)
