"""The services that read plans and weigh them, for the desk: each is loaded when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.services.alignment import AlignmentService
    from smartcity_desktop.services.chapter_word import ChapterWordService
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


class AnalysisDesk:
    """What a desk offers for Dokumen and Analisis."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    @cached_property
    def chapter_word(self) -> "ChapterWordService":
        """Chapters on their way to Word and back."""
        from smartcity_desktop.services.chapter_word import ChapterWordService

        return ChapterWordService(self._store)

    @cached_property
    def alignment(self) -> "AlignmentService":
        """How programs answer the plan of the region."""
        from smartcity_desktop.services.alignment import AlignmentService

        return AlignmentService(self._store)

    @cached_property
    def coverage(self) -> "CoverageService":
        """Where the programs of all plans lie."""
        from smartcity_desktop.services.coverage import CoverageService

        return CoverageService(self._store)

    @cached_property
    def finding(self) -> "FindingService":
        """What the checks found in the plans, and what was answered."""
        from smartcity_desktop.services.finding import FindingService

        return FindingService(self._store)

    @cached_property
    def readiness(self) -> "ReadinessService":
        """How ready the region is."""
        from smartcity_desktop.services.readiness import ReadinessService

        return ReadinessService(self._store)

    @cached_property
    def recap(self) -> "RecapService":
        """What every dimension and OPD came to."""
        from smartcity_desktop.services.recap import RecapService

        return RecapService(self._store)

    @cached_property
    def second(self) -> "SecondService":
        """Plans read by two people."""
        from smartcity_desktop.services.second import SecondService

        return SecondService(self._store)

    @cached_property
    def shared_program(self) -> "SharedProgramService":
        """Programs that several share."""
        from smartcity_desktop.services.shared_program import SharedProgramService

        return SharedProgramService(self._store)

    @cached_property
    def suggest(self) -> "SuggestService":
        """Suggested dimensions, and the words that lead there."""
        from smartcity_desktop.services.suggest import SuggestService

        return SuggestService(self._store)

    @cached_property
    def swot(self) -> "SwotService":
        """SWOT and TOWS."""
        from smartcity_desktop.services.swot import SwotService

        return SwotService(self._store)

    @cached_property
    def table_map(self) -> "TableMapService":
        """Mappings for tables of an own kind."""
        from smartcity_desktop.services.table_map import TableMapService

        return TableMapService(self._store)

    @cached_property
    def vision(self) -> "VisionService":
        """Vision and missions, and their versions."""
        from smartcity_desktop.services.vision import VisionService

        return VisionService(self._store)
