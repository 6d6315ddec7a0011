"""The rules of certificates as they are asked for."""

import pytest

from smartcity_desktop.domain.paper_certificate import Roll
from ui.widgets.label import Label
from ui.widgets.print_certificate import CertificateRules


@pytest.mark.parametrize(("doubled", "told"), [((2, 13), ["Nomor 2, 13 dipakai"]), ((), [])])
def test_numbers_given_by_two_laptops_are_told_and_nothing_else(qtbot, doubled, told):
    dialog = CertificateRules(Roll(doubled=doubled), "", "Bimtek", "2026-08-05")
    qtbot.addWidget(dialog)
    dialog.show()
    found = dialog.findChildren(Label, "print-rule-doubled")
    assert [item.text()[: len("Nomor 2, 13 dipakai")] for item in found] == told
    for label in found:
        assert label.height() >= label.heightForWidth(label.width())
