"""The services that read plans and weigh them, as a screen sees them."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smartcity_desktop.services.alignment import AlignmentService
    from smartcity_desktop.services.coverage import CoverageService
    from smartcity_desktop.services.finding import FindingService
    from smartcity_desktop.services.readiness import ReadinessService
    from smartcity_desktop.services.recap import RecapService
    from smartcity_desktop.services.second import SecondService
    from smartcity_desktop.services.shared_program import SharedProgramService
    from smartcity_desktop.services.suggest import SuggestService
    from smartcity_desktop.services.swot import SwotService
    from smartcity_desktop.services.table_map import TableMapService
    from smartcity_desktop.services.vision import VisionService


class AnalysisServices(Protocol):
    """What a desk offers for Dokumen and Analisis; every call belongs on the lane's data thread."""

    @property
    def alignment(self) -> "AlignmentService":
        """How programs answer the plan of the region."""

    @property
    def coverage(self) -> "CoverageService":
        """Where the programs of all plans lie."""

    @property
    def finding(self) -> "FindingService":
        """What the checks found in the plans, and what was answered."""

    @property
    def readiness(self) -> "ReadinessService":
        """How ready the region is."""

    @property
    def recap(self) -> "RecapService":
        """What every dimension and OPD came to."""

    @property
    def second(self) -> "SecondService":
        """Plans read by two people."""

    @property
    def shared_program(self) -> "SharedProgramService":
        """Programs that several share."""

    @property
    def suggest(self) -> "SuggestService":
        """Suggested dimensions, and the words that lead there."""

    @property
    def swot(self) -> "SwotService":
        """SWOT and TOWS."""

    @property
    def table_map(self) -> "TableMapService":
        """Mappings for tables of an own kind."""

    @property
    def vision(self) -> "VisionService":
        """Vision and missions, and their versions."""
