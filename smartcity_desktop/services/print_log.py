"""What was printed when, and the sentences that people wrote in the place of proposed ones."""

from dataclasses import replace
from datetime import datetime

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_homework import chased
from smartcity_desktop.domain.paper_request import reminded
from smartcity_desktop.domain.paper_slips import issues
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_job import KINDS, PrintAsk, PrintJob
from smartcity_desktop.domain.print_log import Printing
from smartcity_desktop.domain.print_signer import USUAL, is_signed, text_key
from smartcity_desktop.domain.print_trace import Sent, about, fingerprint, printed_people
from smartcity_desktop.storage.paper import issued
from smartcity_desktop.storage.print_log import paper_texts, printings
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import signers


class PrintLogService:
    """Remembers prints, in acts that undo steps over, and keeps the texts of papers."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def history(self, kind: str = "") -> list[Printing]:
        """Return the prints that left the program, the latest first; of one kind or of all."""
        return [item for item in printings(self._store.db) if not kind or item.kind == kind]

    def now(self) -> datetime:
        """Return the present moment where the workshop is."""
        return self._store.now()

    def printed(self, kind: str) -> frozenset[RowId]:
        """Return whose cards or certificates of one kind were printed already."""
        return printed_people(printings(self._store.db), kind)

    def tell(self, job: PrintJob, ask: PrintAsk, sent: Sent) -> Changes:
        """Remember that a print went to a printer or into a file, each paper of several alone too.

        An agency whose reminder it was is reminded now. Nothing happens on a file that is read only.
        """
        if self._store.workspace.read_only:
            return Changes()
        inside = replace(ask, kinds=())
        rows = [self._row(job, about(ask, sent.people), sent)]
        rows += [self._row(one, about(inside), replace(sent, pages=0)) for one in job.jobs]
        places = self._store.positions("printing", len(rows))
        edits: list[Edit] = [
            Birth("printing", self._store.ids.new(), {**row, "pos": place})
            for row, place in zip(rows, places, strict=True)
        ]
        now = self._store.now_text()
        pictures = [item.picture for item in (job, *job.jobs)]
        edits += [Set("opd", row, "reminded_at", now) for row in reminded(pictures)]
        edits += [Set("homework", row, "reminded_at", now) for row in chased(pictures)]
        edits += issued(self._store, issues(pictures))
        return self._store.write(edits, f"cetak {job.name}", aside=True)

    def _row(self, job: PrintJob, about_it: str, sent: Sent) -> dict[str, Value]:
        return {
            "kind": job.kind,
            "title": job.name,
            "about": about_it,
            "way": sent.way,
            "sha256": fingerprint(job),
            "at": self._store.now_text(),
            "pages": sent.pages or None,
            "copies": sent.copies,
        }

    def choose_signer(self, kind: str, signer: RowId) -> Changes:
        """Keep who signs a kind of paper from now on; ``USUAL`` brings back the usual signers.

        Undo steps over it, as over the prints. Nothing happens on a file that is read only.
        """
        if self._store.workspace.read_only:
            return Changes()
        key = text_key(kind)
        row = self._store.key("paper_text", key, "", "")
        known = next((item.text for item in paper_texts(self._store.db) if item.id == row), None)
        kept = "" if signer == USUAL else signer
        if kept == (known or ""):
            return Changes()
        edit: Edit = Set("paper_text", row, "text", kept or None)
        if known is None:
            edit = Birth("paper_text", row, {"kind": key, "text": kept})
        return self._store.write([edit], "pilih penanda tangan", aside=True)

    def chosen_signers(self) -> dict[str, RowId]:
        """Return who was chosen to sign, by kind of paper; without kinds that nobody was chosen for.

        Who was removed since is not chosen any more.
        """
        texts = {item.kind: item.text for item in paper_texts(self._store.db)}
        known = {item.id for item in signers(self._store.db)}
        chosen = ((item.key, RowId(texts.get(text_key(item.key), ""))) for item in KINDS)
        return {kind: row for kind, row in chosen if is_signed(kind) and row in known}

    def write_text(self, passage: Passage, text: str, *, typing: bool = False) -> Changes:
        """Write what stands in the place of a proposed passage; an empty text brings the proposal back."""
        row = self._store.key("paper_text", passage.key, passage.stage, passage.date)
        kept = "" if text.strip() == passage.proposal.strip() else text
        words = f"kalimat {passage.title}" if kept.strip() else f"kembalikan usulan {passage.title}"
        if any(item.id == row for item in paper_texts(self._store.db)):
            return self._store.write([Set("paper_text", row, "text", kept or None)], words, typing=typing)
        if not kept.strip():
            return Changes()
        values: dict[str, Value] = {"kind": passage.key, "text": kept}
        values |= {"stage": passage.stage} if passage.stage else {}
        values |= {"date": passage.date} if passage.date else {}
        return self._store.write([Birth("paper_text", row, values)], words, typing=typing)
