"""The parts of this program: which version of what, under which licence, as a table and as CycloneDX.

From source the list is made of the pinned packages and of the shelf; the built folder carries the list that
was made with it, where only those parts stand that it really holds.
"""

import json
import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from smartcity_desktop import __version__
from smartcity_desktop.paths import shelf
from smartcity_desktop.services import about

SHIPPED: Final = "daftar-bagian.cdx.json"
"""The list of the built folder, beside the licences."""
LIBRARY, FONT, DATA, PROGRAM = "library", "font", "data", "program"
_KINDS: Final = {LIBRARY: "library", FONT: "file", DATA: "data", PROGRAM: "platform"}
"""Our word -> CycloneDX type."""
_NAME: Final = "SmartCity Desktop"
_NAMESPACE: Final = uuid.UUID("5d4b6a8e-6f0c-5d52-9d3e-2f6c1f0b7a11")
_OURS: Final = "smartcity:"
_PIN: Final = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)", re.MULTILINE)
_OPENSSL: Final = re.compile(rb"OpenSSL (\d+\.\d+\.\d+[a-z]?) ")
_SOURCE: Final = re.compile(r"^# Sumber: (.+)$", re.MULTILINE)
_SPDX: Final = frozenset(
    {
        *("AND", "OR", "WITH"),
        *("Apache-2.0", "Bitstream-Vera", "Bootloader-exception", "BSD-2-Clause", "BSD-3-Clause"),
        *("GPL-2.0-or-later", "IJG", "LGPL-3.0-only", "MIT", "MIT-CMU", "OFL-1.1", "PSF-2.0"),
        *("Zlib", "blessing", "libtiff"),
    }
)
"""What CycloneDX takes for an SPDX expression; every other licence goes by its name."""
_PICTURES: Final = (
    ("libjpeg-turbo", "libjpeg_turbo", "IJG AND BSD-3-Clause AND Zlib"),
    ("libtiff", "libtiff", "libtiff"),
    ("OpenJPEG", "jpg_2000", "BSD-2-Clause"),
    ("libwebp", "webp", "BSD-3-Clause"),
    ("Little CMS", "littlecms2", "MIT"),
    ("zlib-ng", "zlib_ng", "Zlib"),
)
"""Libraries inside Pillow: name, what Pillow calls it when asked for the version, licence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part made by others, with its licence: an SPDX expression, or a name where there is none.

    ``files`` are texts in the folder of licences, ``package`` is the name in the package index, ``within``
    the part that this one is inside of.
    """

    name: str
    version: str = ""
    licence: str = ""
    use: str = ""
    files: tuple[str, ...] = ()
    kind: str = LIBRARY
    package: str = ""
    within: str = ""


def pins(text: str) -> dict[str, str]:
    """Return package -> version of a compiled requirements file."""
    return dict(_PIN.findall(text))


def load() -> list[Part]:
    """Return the parts: of the built folder as they were when it was made, from source as they are now."""
    shipped = shelf("licences", SHIPPED)
    return from_cyclonedx(shipped.read_text(encoding="utf-8")) if shipped.is_file() else collect()


def collect(only: Collection[str] | None = None) -> list[Part]:
    """Make the list from the shelf and the pinned packages; ``only`` may name those that are there."""
    pinned = pins((shelf().parent / "requirements.txt").read_text(encoding="utf-8"))
    versions = {fact.label: fact.value for fact in about.versions()} | {"OpenSSL": _openssl()}
    told = json.loads(shelf("licences", "licences.json").read_text(encoding="utf-8"))["parts"]
    found = [part for item in told for part in _parts(item, pinned, versions)]
    kept = [part for part in found if only is None or not part.package or part.package in only]
    names = {part.name for part in kept}
    inside = [part for part in _inside(versions) if part.within in names]
    return [*kept, *inside, *_tables()]


def packages_of(item: Mapping[str, object], pinned: Collection[str]) -> list[str]:
    """Return the packages a part of the licence list stands for: those it names, else the one of its name."""
    named = item.get("packages")
    if isinstance(named, list):
        return [str(name) for name in named]
    name = str(item["part"]).casefold()
    return [name] if name in pinned else []


def _parts(
    item: Mapping[str, object], pinned: Mapping[str, str], versions: Mapping[str, str]
) -> Iterator[Part]:
    files = item["files"]
    plain = Part(
        str(item["part"]),
        str(item.get("version") or versions.get(str(item["part"]), "")),
        str(item.get("spdx") or item["licence"]),
        str(item["use"]),
        tuple(files) if isinstance(files, list) else (),
        str(item.get("kind", LIBRARY)),
    )
    packages = packages_of(item, pinned)
    if not packages:
        yield plain
    for package in packages:
        name = plain.name if len(packages) == 1 else package
        yield Part(name, pinned[package], plain.licence, plain.use, plain.files, plain.kind, package)


def _inside(versions: Mapping[str, str]) -> Iterator[Part]:
    """Yield the libraries that stand inside the compiled part of a package."""
    cipher = "pysqlite (sqlcipher3)"
    yield Part("SQLite", versions.get("SQLite", ""), "blessing", "berkas Bimtek", within=cipher)
    # SQLCipher and OpenSSL stand in the list of licences, with texts of their own.
    pdfium = _pdfium()
    yield Part(
        "PDFium",
        pdfium,
        "BSD-3-Clause",
        "gambar halaman PDF",
        ("pypdfium2.txt",),
        within="pypdfium2 dan PDFium",
    )
    from PIL import features

    for name, word, licence in _PICTURES:
        version = features.version(word)
        if version:
            yield Part(name, str(version), licence, "gambar", ("pillow.txt",), within="Pillow")


def _openssl() -> str:
    """Return the version of the OpenSSL inside the database, which does not tell it when asked."""
    for library in _places("sqlcipher3", "_sqlite3*"):
        told = _OPENSSL.search(library.read_bytes())
        if told:
            return told[1].decode("ascii")
    return ""


def _pdfium() -> str:
    for file in _places("pypdfium2_raw", "version.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        return ".".join(str(told[word]) for word in ("major", "minor", "build", "patch"))
    return ""


def _places(package: str, pattern: str) -> Iterator[Path]:
    spec = find_spec(package)
    for place in spec.submodule_search_locations or () if spec else ():
        yield from sorted(Path(place).glob(pattern))


def _tables() -> Iterator[Part]:
    """Yield the tables of reference with the sources they name in their first line."""
    for table in sorted(shelf("reference").glob("*.csv")):
        first = table.read_text(encoding="utf-8").partition("\n")[0]
        source = _SOURCE.match(first)
        yield Part(table.name, use=source[1] if source else "", kind=DATA)


def table(parts: Iterable[Part]) -> str:
    """Return the parts as text to read: name, version, licence, use, texts; then the tables of reference."""
    listed = list(parts)
    rows = [("Bagian", "Versi", "Lisensi", "Gunanya", "Teks lisensi")]
    for part in listed:
        if part.kind != DATA or part.licence:
            name = f"  {part.name}" if part.within else part.name
            rows.append((name, part.version or "–", part.licence, part.use, ", ".join(part.files) or "–"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    sources = [f"- {part.name}: {part.use}" for part in listed if part.kind == DATA and not part.licence]
    return "\n".join(
        [lines[0], "-" * max(map(len, lines)), *lines[1:], "", "Tabel acuan dan sumbernya", *sources]
    )


def to_cyclonedx(parts: Iterable[Part]) -> str:
    """Return the parts as CycloneDX 1.6 JSON; the same parts give the same bytes."""
    listed = [_component(part) for part in parts]
    serial = uuid.uuid5(_NAMESPACE, json.dumps([__version__, listed], sort_keys=True))
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "smartcity-desktop",
                "name": _NAME,
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": listed,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _component(part: Part) -> dict[str, object]:
    found: dict[str, object] = {
        "type": _KINDS[part.kind],
        "bom-ref": f"{part.kind}:{part.within}/{part.name}",
        "name": part.name,
    }
    if part.version:
        found["version"] = part.version
    if part.package:
        found["purl"] = f"pkg:pypi/{part.package}@{part.version}"
    if part.licence:
        is_spdx = set(re.findall(r"[\w.-]+", part.licence)) <= _SPDX
        found["licenses"] = [{"expression": part.licence} if is_spdx else {"license": {"name": part.licence}}]
    told = {"kind": part.kind, "use": part.use, "files": " ".join(part.files), "within": part.within}
    found["properties"] = [{"name": _OURS + word, "value": value} for word, value in told.items() if value]
    return found


def from_cyclonedx(text: str) -> list[Part]:
    """Return the parts of a list that ``to_cyclonedx`` wrote."""
    return [_read(item) for item in json.loads(text)["components"]]


def _read(item: Mapping[str, Any]) -> Part:
    told = {word["name"].removeprefix(_OURS): word["value"] for word in item["properties"]}
    spoken: dict[str, Any] = item["licenses"][0] if "licenses" in item else {"expression": ""}
    return Part(
        item["name"],
        item.get("version", ""),
        spoken["expression"] if "expression" in spoken else spoken["license"]["name"],
        told.get("use", ""),
        tuple(told.get("files", "").split()),
        told["kind"],
        item.get("purl", "").removeprefix("pkg:pypi/").partition("@")[0],
        told.get("within", ""),
    )
