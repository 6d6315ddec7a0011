"""The fonts of the shelf, which a print loads before anything else."""

import pytest

from smartcity_desktop.reporting import style


@pytest.fixture(scope="session", autouse=True)
def _fonts():
    style.load_fonts()
