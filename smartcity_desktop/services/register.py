"""The register of documents: what there is on paper, where it stands, and what is still missing."""

from pathlib import Path

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.register import KIND_WORDS, Register, register
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import replace_file
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import document as query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.store import Store


class RegisterService:
    """Keeps the documents of the region; the plans of the agencies are shown as they were read."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def register(self) -> Register:
        """Return all documents, the missing usual ones, and the plans of the agencies."""
        db = self._store.db
        return register(query.documents(db), opds(db), attachment.hashes(db))

    def add(self, kind: str, title: str = "") -> tuple[RowId, Changes]:
        """Add a document of the region; return its row."""
        row = self._store.ids.new()
        words = KIND_WORDS.get(kind, "dokumen")
        values: dict[str, Value] = {
            "pos": self._store.positions("document", 1)[0],
            "kind": kind,
            "title": " ".join(title.split()) or words,
            "status": "final",
        }
        return row, self._store.write([Birth("document", row, values)], f"tambah {words} ke daftar dokumen")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a document (``title``, ``number``, ``year``, ``issuer``, ``status`` …)."""
        return self._store.write([Set("document", row, field, value)], "ubah daftar dokumen", typing=True)

    def remove(self, row: RowId) -> Changes:
        """Take a document out of the register; the points of the RPJMD that name it stay."""
        return self._store.write([Gone("document", row)], "hapus dari daftar dokumen")

    def attach(self, row: RowId, path: Path, *, keep: bool = False) -> Changes:
        """Note the name of a document's file; with ``keep`` a copy of it stays beside the journal.

        Raises UserFault ``attachment-too-big`` above 20 MB, ``read-locked`` where it cannot be read.
        """
        # Loaded with the first file: the list of documents opens without it.
        from smartcity_desktop.exchange import gate

        name, digest = gate.shown(path), ""
        if keep:
            try:
                content = path.read_bytes() if path.stat().st_size <= attachment.LIMIT else None
            except OSError:
                raise UserFault("read-locked", name=name) from None
            if content is None:
                raise UserFault("attachment-too-big", limit=attachment.LIMIT // 1024**2)
            digest = attachment.put(self._store.db, content, path.suffix.lstrip(".").lower() or "berkas")
        edits: list[Edit] = [
            Set("document", row, "source_name", name),
            Set("document", row, "source_sha256", digest),
        ]
        return self._store.write(edits, f"catat berkas {name}")

    def detach(self, row: RowId) -> Changes:
        """Forget the file of a document."""
        edits: list[Edit] = [Set("document", row, name, "") for name in ("source_name", "source_sha256")]
        return self._store.write(edits, "lepas berkas dokumen")

    def save_copy(self, row: RowId, path: Path) -> str:
        """Write the kept file of a document to ``path``; return its name, empty where none is kept.

        Raises DiskFault ``file-not-written``.
        """
        content = self.file_of(row)
        if content is None:
            return ""
        try:
            replace_file(path, lambda target: target.write_bytes(content))
        except OSError:
            raise DiskFault("file-not-written", name=path.name) from None
        return path.name

    def file_of(self, row: RowId) -> bytes | None:
        """Return the copy of a document's file, None where none is kept."""
        found = next((item for item in query.documents(self._store.db) if item.id == row), None)
        kept = attachment.get(self._store.db, found.source_sha256) if found and found.source_sha256 else None
        return kept.content if kept else None
