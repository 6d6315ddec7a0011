"""The sample workshop, whole: the invented city in a file of its own, and all its prints."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from smartcity_desktop.desk import Desk, create_desk, system_clock
from smartcity_desktop.domain.ids import Clock, IdSource
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.paths import unused
from smartcity_desktop.services.renstra import read
from smartcity_desktop.services.report import KINDS, render, save_new
from smartcity_desktop.services.sample import region_code

TITLE: Final = "Bimtek Kota Contoh 2026"
STAGE: Final = "II"
_STAGE_NUMBER: Final = 2
"""The stage in which the sample stands: its homework is drawn up."""


def build(
    path: Path,
    *,
    clock: Clock = system_clock,
    ids: IdSource | None = None,
    profile: Path | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Desk:
    """Make the sample workshop in a new file and return its open desk; ``told`` hears what is being done.

    Slow (it reads its plans as anybody's files): some seconds.
    """
    new = NewWorkshop(TITLE, region_code(), 2026, 2026, 2030, "kominfo-6", "4-buku", sample=True)
    desk = create_desk(path, new, clock=clock, ids=ids, profile=profile)
    try:
        desk.sample.write_event()
        desk.sample.write_agencies()
        frame = desk.sample.frame()
        told(f"Membaca {frame.name}")
        draft = read(frame)
        desk.document.take(desk.sample.framed(draft), draft)
        for opd, plan in desk.sample.plans():
            told(f"Membaca {plan.name}")
            draft = read(plan)
            before = desk.sample.earlier(opd, draft)
            if before is not None:
                desk.renstra.adopt(opd, before)
            desk.renstra.adopt(opd, draft, plan.read_bytes())
        desk.sample.write_work()
        grouping, _ = desk.group.apply(desk.group.propose(desk.sample.division()))
        desk.group.propose_officers(grouping)
        desk.sample.write_groups(grouping)
        desk.sample.write_plans()
        desk.sample.write_masterplan()
        desk.homework.draw_up(_STAGE_NUMBER)
        desk.sample.write_papers()
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk


def free_path(folder: Path) -> Path:
    """Return a name for a sample file in ``folder`` that nothing has yet."""
    return unused(folder / f"{TITLE}.bimtek")


def write_all(folder: Path) -> list[Path]:
    """Build the sample and all its prints in ``folder``; return what was written, the workshop file first.

    Raises DiskFault ``folder-unusable`` where the folder cannot be made or written to.
    """
    with build(_first_path(folder)) as desk:
        written = [desk.path]
        # The stage in which the sample stands, whatever today is: its groups, agenda and attendance.
        about = desk.report.meant(STAGE, "")
        jobs = [desk.report.asked(kind.key, about) for kind in KINDS]
    return [*written, *(save_new(render(job), folder, job.name) for job in jobs)]


def _first_path(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return free_path(folder)
    except OSError:
        raise DiskFault("folder-unusable", name=folder) from None
