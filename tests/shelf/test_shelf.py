"""What lies on the shelf: complete, readable, licensed, and fit for eyes, paper and printers."""

import json
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageFont

from smartcity_desktop.paths import shelf
from smartcity_desktop.storage import reference

ICONS = (
    "beranda",
    "opd",
    "kertas-kerja",
    "dokumen",
    "catatan",
    "cetak",
    "cari",
    "tayangkan",
    "undo",
    "redo",
    "tambah",
    "hapus",
    "buka",
    "baru",
    "contoh",
    "pulihkan",
    "peringatan",
    "panah-kiri",
    "panah-kanan",
    "centang",
    "jam",
)
DARK_TEXT = "#1F2933"
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear light.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(color: str) -> tuple[float, ...]:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def luminance(color: str) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(color: str, blindness: str) -> tuple[float, float, float]:
    seen = [
        min(1, max(0, sum(a * b for a, b in zip(row, linear(color), strict=True))))
        for row in BLINDNESS[blindness]
    ]
    x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505
    y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089
    cube = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * cube[1] - 16, 500 * (cube[0] - cube[1]), 200 * (cube[1] - cube[2])


def distance(one: str, other: str, blindness: str) -> float:
    pairs = zip(lab(one, blindness), lab(other, blindness), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("chosen", reference.dimension_sets(), ids=lambda item: item.code)
def test_dimension_colours_survive_colour_blindness_grey_paper_and_dark_text(chosen):
    colors = [item.color for item in chosen.dimensions]
    for color in colors:
        assert (luminance(color) + 0.05) / (luminance(DARK_TEXT) + 0.05) >= 4.5
    for one, other in combinations(colors, 2):
        assert min(distance(one, other, blindness) for blindness in BLINDNESS) >= 15
        assert abs(lab(one, "none")[0] - lab(other, "none")[0]) >= 5


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_a_plain_line_drawing_of_one_colour(name):
    root = ET.fromstring(shelf("icons", f"{name}.svg").read_text(encoding="utf-8"))
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke"] == "#334155"
    assert root.attrib["fill"] == "none"
    assert len(root) > 0
    assert not any({"stroke", "fill"} & set(part.attrib) for part in root.iter() if part is not root)


def test_program_icon_and_arms_are_there_as_pictures():
    with Image.open(shelf("icons", "aplikasi.png")) as icon:
        assert icon.size == (256, 256)
    with Image.open(shelf("icons", "lambang-contoh.png")) as arms:
        assert arms.width == 600
        assert arms.getpixel((300, 360)) == (255, 255, 255, 255)


FONTS = [
    "LiberationSans-Regular",
    "LiberationSans-Bold",
    "LiberationSans-Italic",
]


@pytest.mark.parametrize("name", [*FONTS, "DejaVuSans", "DejaVuSans-Bold"])
def test_a_font_opens_and_draws_the_signs_of_the_hall(name):
    font = ImageFont.truetype(str(shelf("fonts", f"{name}.ttf")), 20)
    missing = bytes(font.getmask("\U0010ffff"))
    for sign in "AÉé–—×²°’“”½≤":
        assert bytes(font.getmask(sign)) != missing, sign


def test_every_foreign_part_has_its_licence_text_and_every_text_is_used():
    read = json.loads(shelf("licences", "licences.json").read_text(encoding="utf-8"))
    named = {name for part in read["parts"] for name in part["files"]}
    texts = {path.name for path in shelf("licences").iterdir()} - {"licences.json"}
    assert named == texts
    assert all(part["part"] and part["licence"] and part["use"] for part in read["parts"])
    assert all(shelf("licences", name).stat().st_size > 200 for name in named)


def test_every_shipped_package_is_named_in_the_licences():
    lock = Path(__file__).resolve().parents[2] / "requirements.txt"
    packages = {line.split("==")[0] for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line}
    parts = json.loads(shelf("licences", "licences.json").read_text(encoding="utf-8"))["parts"]
    told = " ".join(part["part"].casefold() for part in parts)
    same = {"pyside6-essentials": "pyside6", "shiboken6": "shiboken6"}
    unnamed = {name for name in packages if same.get(name, name) not in told}
    assert unnamed <= {"pip"}


def test_every_table_names_its_source_in_its_first_line():
    for path in shelf("reference").glob("*.csv"):
        assert path.read_text(encoding="utf-8").startswith("# Sumber: "), path.name
    for path in shelf("reference").glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["_about"], path.name
