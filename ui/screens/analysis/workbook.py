"""What the plans say, as a spreadsheet: the tables of every tab in one file."""

from collections.abc import Callable
from functools import partial
from typing import Final

from smartcity_desktop.domain.table_sheet import TableSheet
from ui.context import Screen, Services
from ui.workbook import WorkbookFile

_NAME: Final = "Analisis Renstra"
_COUNTED: Final = "Setiap angka bisa dihitung ulang dari lembar Program."
Tables = Callable[[Services], tuple[TableSheet, ...]]


def _coverage(services: Services) -> tuple[TableSheet, ...]:
    return services.coverage.tables()


def _shared(services: Services) -> tuple[TableSheet, ...]:
    return services.shared_program.tables()


def _alignment(services: Services) -> tuple[TableSheet, ...]:
    return services.alignment.tables()


def _second(services: Services) -> tuple[TableSheet, ...]:
    return services.second.tables()


TABLES: Final[tuple[Tables, ...]] = (_coverage, _shared, _alignment, _second)
"""What gives the tables of the tabs, in their order in the file."""


def plan_workbook(host: Screen, services: Services) -> WorkbookFile:
    """Return the spreadsheet of all tabs about plans, for a tab of this screen."""
    return WorkbookFile(host, _NAME, partial(_gathered, services), _COUNTED)


def _gathered(services: Services) -> tuple[tuple[TableSheet, ...], str]:
    found = tuple(table for give in TABLES for table in give(services))
    return found, services.workshop.get().title
