"""From a row of a sheet to where it has come from."""

from tests.ui.worksheet.hand import settle, stand


def test_the_command_leads_to_the_way_of_the_row_that_is_gone_to(screen, qtbot):
    settle(screen)
    key = next(column.key for column in screen.grid.grid.columns if column.is_editable)
    stand(screen, 1, key)
    row = screen.grid.row_at(1).row
    ways = {command.words: command for command in screen.commands()}
    with qtbot.waitSignal(screen.go) as asked:
        ways["Dari mana ini?"].run()
    assert asked.args == ["result", row]
