"""The RPJMD/RPD of the region, pasted line by line, so that worksheets can choose from it."""

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.document import PlanPoint, points_from
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import label
from smartcity_desktop.storage import document as query
from smartcity_desktop.storage.store import Store


class DocumentService:
    """Keeps vision, missions and strategic issues."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def points(self, kind: str = "") -> list[PlanPoint]:
        """Return the points of one kind (visi, misi, isu), or all."""
        return query.points(self._store.db, kind)

    def paste(self, kind: str, text: str) -> Changes:
        """Add one point per pasted line; lines that stand already are left out."""
        standing = {item.text.casefold() for item in self.points(kind)}
        found = [item for item in dict.fromkeys(points_from(text)) if item.casefold() not in standing]
        if not found:
            return Changes()
        places = self._store.positions("plan_point", len(found))
        edits: list[Edit] = [
            Birth("plan_point", self._store.ids.new(), {"pos": pos, "kind": kind, "text": item})
            for item, pos in zip(found, places, strict=True)
        ]
        return self._store.write(edits, f"tambah {len(found)} {label('plan_point', kind).lower()}")

    def update(self, row: RowId, text: str) -> Changes:
        """Change the text of a point."""
        return self._store.write([Set("plan_point", row, "text", text)], "ubah butir RPJMD", typing=True)

    def remove(self, row: RowId) -> Changes:
        """Delete a point; worksheets that chose it show "(dihapus)"."""
        return self._store.write([Gone("plan_point", row)], "hapus butir RPJMD")
