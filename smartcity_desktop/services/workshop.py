"""The workshop's own page: identity, stages, letterhead, "Dasar", signers; and where the event stands."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.seal import Seal
from smartcity_desktop.domain.wording import label
from smartcity_desktop.domain.worksheet import BY_DIMENSION
from smartcity_desktop.domain.workshop import (
    Basis,
    Letterhead,
    NewWorkshop,
    Signer,
    Stage,
    Standing,
    Workshop,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import attachment
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import workshop as query
from smartcity_desktop.storage.definition import births, copy_of, parts_of
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.duty_count import count_pressing
from smartcity_desktop.storage.homework_count import count_open
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import funnel

if TYPE_CHECKING:
    from smartcity_desktop.domain.reference import BookPreset, DimensionSet, Region

LOGO_PIXELS: Final = 600
LOGO_BYTES: Final = 20 * 1024 * 1024
_PIXEL_LIMIT: Final = 25_000_000
_MINISTRY: Final = "Kementerian Komunikasi dan Digital"
_PROGRAM: Final = "Gerakan Menuju Kota Cerdas"


def find_region(text: str, limit: int = 8) -> "tuple[Region, ...]":
    """Return the regions that a few typed letters mean, best first."""
    from smartcity_desktop.storage import reference

    return reference.find_region(text, limit)


def dimension_sets() -> "tuple[DimensionSet, ...]":
    """Return the dimension sets to choose from."""
    from smartcity_desktop.storage import reference

    return reference.dimension_sets()


def book_presets() -> "tuple[BookPreset, ...]":
    """Return the book presets to choose from."""
    from smartcity_desktop.storage import reference

    return reference.book_presets()


def coat_of_arms(raw: bytes) -> bytes:
    """Return a picture re-encoded as PNG of at most 600 pixels, without whatever else the file carried.

    Raises UserFault ``picture-unreadable`` where it is no picture, too large, or made to be hostile.
    """
    from PIL import Image, UnidentifiedImageError

    if len(raw) > LOGO_BYTES:
        raise UserFault("picture-unreadable")
    try:
        with Image.open(BytesIO(raw), formats=("PNG", "JPEG", "GIF", "BMP", "WEBP")) as picture:
            if picture.width * picture.height > _PIXEL_LIMIT:
                raise UserFault("picture-unreadable")
            picture.thumbnail((LOGO_PIXELS, LOGO_PIXELS))
            target = BytesIO()
            picture.convert("RGBA").save(target, "PNG", optimize=True)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UserFault("picture-unreadable") from None
    return target.getvalue()


def picture_file(path: Path) -> bytes:
    """Return the coat of arms in a file, as ``coat_of_arms`` does, and with the same fault."""
    try:
        if path.stat().st_size > LOGO_BYTES:
            raise UserFault("picture-unreadable")
        raw = path.read_bytes()
    except OSError:
        raise UserFault("picture-unreadable") from None
    return coat_of_arms(raw)


class WorkshopService:
    """Keeps the one workshop of this file."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def create(self, new: NewWorkshop) -> Changes:
        """Write the births of a new workshop: identity, stages, dimensions, basis, worksheets, one act.

        Raises UserFault ``region-unknown`` where the code is none of the shelf.
        """
        from smartcity_desktop.storage import reference

        region = next((item for item in reference.regions() if item.code == new.region_code), None)
        if region is None:
            raise UserFault("region-unknown", code=new.region_code)
        dimensions = self._dimensions(new.dimension_set)
        logo = self._keep(new.kop.logo) if new.kop else ""
        edits = [
            self._birth(new, region, logo),
            *self._stages(new),
            *dimensions,
            *self._basis(region),
            *self._worksheets([item.row for item in dimensions if item.ent == "dimension"], new.book_preset),
        ]
        return self._store.write(edits, f"buat {new.title}", lasting=True)

    @property
    def seal(self) -> Seal:
        """Whether the open file is a copy that is only read wherever it lies."""
        return self._store.workspace.seal

    def get(self) -> Workshop:
        """Return the workshop."""
        return query.workshop(self._store.db)

    def stages(self) -> list[Stage]:
        """Return the stages in order."""
        return query.stages(self._store.db)

    def dimensions(self) -> list[Dimension]:
        """Return the dimensions in order."""
        return dimension_query.dimensions(self._store.db)

    def subdimensions(self) -> list[Subdimension]:
        """Return the sub-dimensions in order."""
        return dimension_query.subdimensions(self._store.db)

    def update(self, field: str, value: Value) -> Changes:
        """Change one field of the workshop; titles of chapters that nobody wrote anew follow its words."""
        from smartcity_desktop.storage.book_set import following

        edits = [Set("workshop", self._store.workspace.workshop_id, field, value)]
        return self._store.write([*edits, *following(self._store, edits)], "ubah data Bimtek", typing=True)

    def update_stage(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a stage: its days, its place, its title."""
        return self._store.write([Set("stage", row, field, value)], "ubah tahap", typing=True)

    def basis(self) -> list[Basis]:
        """Return the "Dasar" list."""
        return query.basis(self._store.db)

    def add_basis(self, text: str) -> Changes:
        """Add a line to the "Dasar" list."""
        pos = self._store.positions("basis", 1)[0]
        return self._store.write(
            [Birth("basis", self._store.ids.new(), {"pos": pos, "text": text})], "tambah dasar"
        )

    def write_basis(self, row: RowId, text: str) -> Changes:
        """Write the line typed for ``row`` of the "Dasar" list: the first time it is born at the end."""
        if any(item.id == row for item in self.basis()):
            return self.update_basis(row, text)
        pos = self._store.positions("basis", 1)[0]
        return self._store.write(
            [Birth("basis", row, {"pos": pos, "text": text})], "tambah dasar", typing=True
        )

    def update_basis(self, row: RowId, text: str) -> Changes:
        """Change a line of the "Dasar" list."""
        return self._store.write([Set("basis", row, "text", text)], "ubah dasar", typing=True)

    def remove_basis(self, row: RowId) -> Changes:
        """Delete a line of the "Dasar" list."""
        return self._store.write([Gone("basis", row)], "hapus dasar")

    def signers(self) -> list[tuple[Signer, str]]:
        """Return the signers in order, each with the NIP that is printed under the name."""
        found = query.signers(self._store.db)
        numbers = query.identities(self._store.db, [item.id for item in found])
        return [(item, numbers[item.id].nip if item.id in numbers else "") for item in found]

    def add_signer(self, signer: Signer, nip: str = "") -> tuple[RowId, Changes]:
        """Add a signer and return the id."""
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions("signer", 1)[0],
            "heading": signer.heading,
            "prefix": signer.prefix,
            "position": signer.position,
            "name": signer.name,
            "rank": signer.rank,
        }
        edits: list[Edit] = [Birth("signer", row, values)]
        if nip:
            edits.append(self._nip(row, nip))
        return row, self._store.write(edits, "tambah penanda tangan")

    def update_signer(self, row: RowId, field: str, value: str) -> Changes:
        """Change one field of a signer; ``nip`` goes to the personal numbers."""
        edit = self._nip(row, value) if field == "nip" else Set("signer", row, field, value)
        return self._store.write([edit], "ubah penanda tangan", typing=True)

    def remove_signer(self, row: RowId) -> Changes:
        """Delete a signer with the number that belongs to them."""
        return self._store.write([Gone("signer", row)], "hapus penanda tangan")

    def set_logo(self, picture: bytes) -> Changes:
        """Take a coat of arms (PNG from ``coat_of_arms``) for the letterhead."""
        return self._logo(self._keep(picture), "ganti lambang")

    def use_letterhead(self, kop: Letterhead) -> Changes:
        """Take a whole letterhead, one act; its empty parts leave what stands here as it is."""
        values: dict[str, Value] = {
            "kop_government": kop.government,
            "kop_agency": kop.agency,
            "kop_address": kop.address,
            "logo": self._keep(kop.logo),
        }
        row = self._store.workspace.workshop_id
        edits = [Set("workshop", row, field, value) for field, value in values.items() if value]
        return self._store.write(edits, "pakai kop bawaan")

    def remove_logo(self) -> Changes:
        """Take the coat of arms out of the letterhead; undo brings it back."""
        return self._logo("", "hapus lambang")

    def logo(self) -> bytes | None:
        """Return the coat of arms as PNG, None where there is none."""
        digest = self.get().logo
        found = attachment.get(self._store.db, digest) if digest else None
        return found.content if found else None

    def standing(self) -> Standing:
        """Return where the event stands: the funnel, and what is due with the screen that settles it."""
        return Standing(funnel(self._store.db), tuple(self._due()), query.count_people(self._store.db))

    def _due(self) -> list[tuple[str, str]]:
        due: list[tuple[str, str]] = []
        agencies = opds(self._store.db)
        if not agencies:
            due.append((self._store.say("Belum ada OPD di meja"), "opd"))
        standing = {item.opd for item in documents(self._store.db)}
        missing = [item for item in agencies if item.renstra_required and item.id not in standing]
        if missing:
            words = self._store.say(f"{len(missing)} OPD belum menyerahkan Renstra")
            due.append((words, "document"))
        today = self._store.now().date().isoformat()
        waiting = [
            note for note in notes(self._store.db) if note.kind == "tindak_lanjut" and note.state != "selesai"
        ]
        late = [note for note in waiting if note.due and note.due < today]
        if late:
            due.append((f"{len(late)} tindak lanjut lewat tenggat", "note"))
        elif waiting:
            due.append((f"{len(waiting)} tindak lanjut berjalan", "note"))
        due += self._homework(today)
        due += self._duties()
        if not query.signers(self._store.db):
            due.append(("Penanda tangan laporan belum diisi", "event"))
        return due

    def _homework(self, today: str) -> list[tuple[str, str]]:
        """Return how much homework of the agencies is open, and late."""
        open_, late = count_open(self._store.db, today)
        if not open_:
            return []
        told = f"{open_} pekerjaan rumah belum selesai"
        return [(f"{told}, {late} lewat batas" if late else told, "homework")]

    def _duties(self) -> list[tuple[str, str]]:
        """Return how much of what follows the masterplan is late, or due within 30 days."""
        late, soon = count_pressing(self._store.db, self._store.now().date())
        said = [f"{late} lewat tenggat"] if late else []
        said += [f"{soon} jatuh tempo dalam 30 hari"] if soon else []
        return [(f"Tindak lanjut masterplan: {', '.join(said)}", "initiative:duty")] if said else []

    def _keep(self, picture: bytes | None) -> str:
        return attachment.put(self._store.db, picture, "image/png") if picture else ""

    def _logo(self, digest: str, label_of: str) -> Changes:
        row = self._store.workspace.workshop_id
        return self._store.write([Set("workshop", row, "logo", digest)], label_of)

    def _nip(self, row: RowId, nip: str) -> Edit:
        digits = nip.replace(" ", "")
        identity = self._store.key("identity", row)
        if row in query.identities(self._store.db, [row]):
            return Set("identity", identity, "nip", digits)
        return Birth("identity", identity, {"subject": row, "nip": digits})

    def _birth(self, new: NewWorkshop, region: "Region", logo: str) -> Edit:
        kop = new.kop or Letterhead()
        word = next((item.word for item in dimension_sets() if item.code == new.dimension_set), "dimensi")
        values: dict[str, Value] = {
            "title": new.title,
            "region_code": region.code,
            "region_name": region.full_name,
            "region_kind": region.kind.casefold(),
            "province": region.province,
            "zone": region.zone,
            "agency": "Dinas Komunikasi dan Informatika",
            "year": new.year,
            "period_start": new.period_start,
            "period_end": new.period_end,
            "paper": new.paper,
            "book_preset": new.book_preset,
            "dimension_set": new.dimension_set,
            "word_opd": new.word_opd,
            "word_dimension": word.capitalize(),
            "word_minutes": "Notulen",
            "ministry": _MINISTRY,
            "program": _PROGRAM,
            "kop_government": kop.government or f"Pemerintah {region.full_name}".upper(),
            "kop_agency": kop.agency or "DINAS KOMUNIKASI DAN INFORMATIKA",
            "city": region.name,
            "sample": new.sample,
        }
        values |= {name: text for name, text in (("kop_address", kop.address), ("logo", logo)) if text}
        return Birth("workshop", self._store.workspace.workshop_id, values)

    def _stages(self, new: NewWorkshop) -> list[Edit]:
        from smartcity_desktop.storage import reference

        edits: list[Edit] = []
        for item in reference.stages():
            dates = new.stage_dates[item.number - 1] if item.number <= len(new.stage_dates) else ("", "")
            values: dict[str, Value] = {
                "number": item.number,
                "title": item.title,
                "date_start": dates[0],
                "date_end": dates[1],
                "place": new.place,
                "goal": item.goal,
            }
            edits.append(Birth("stage", self._store.key("stage", str(item.number)), values))
        return edits

    def _dimensions(self, code: str) -> list[Edit]:
        chosen = next((item for item in dimension_sets() if item.code == code), None)
        if chosen is None:
            raise UserFault("dimension-set-unknown", code=code)
        edits: list[Edit] = []
        places = self._store.positions("dimension", len(chosen.dimensions))
        subs = iter(
            self._store.positions("subdimension", sum(len(item.subdimensions) for item in chosen.dimensions))
        )
        for item, pos in zip(chosen.dimensions, places, strict=True):
            row = self._store.key("dimension", item.code)
            values: dict[str, Value] = {
                "pos": pos,
                "code": item.code,
                "name": item.name,
                "color": item.color,
                "definition": item.definition,
            }
            edits.append(Birth("dimension", row, values))
            edits += [
                Birth(
                    "subdimension",
                    self._store.key("subdimension", sub.code),
                    {
                        "pos": next(subs),
                        "dimension": row,
                        "code": sub.code,
                        "name": sub.name,
                        "points": "\n".join(sub.points),
                    },
                )
                for sub in item.subdimensions
            ]
        return edits

    def _basis(self, region: "Region") -> list[Edit]:
        from smartcity_desktop.storage import reference

        items = reference.basis()
        head = label("region_head", region.kind.casefold())
        return [
            Birth(
                "basis",
                self._store.ids.new(),
                {"pos": pos, "text": item.worded(head=head, government=f"Pemerintah {region.full_name}")},
            )
            for item, pos in zip(items, self._store.positions("basis", len(items)), strict=True)
        ]

    def _worksheets(self, dimensions: Sequence[RowId], books: str) -> list[Edit]:
        """Return the copies of the worksheets, and the sheets of dimensions and parts (OPD come later)."""
        from smartcity_desktop.storage import reference

        edits: list[Edit] = []
        for item in reference.worksheet_definitions():
            edits += births(self._store, item, books)
            whose = dimensions if item.filled_by == BY_DIMENSION else parts_of(self._store, item)
            edits += numbered(self._store, copy_of(self._store, item), whose) if whose else []
        return edits
