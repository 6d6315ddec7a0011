"""Slides of every kind with as much on them as a full hall brings, and what watches how they are painted."""

import random
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject

from smartcity_desktop.domain import hall

DIMENSIONS = (
    ("GOV", "Smart Governance", "#1d4ed8"),
    ("BRD", "Smart Branding", "#b45309"),
    ("ECO", "Smart Economy", "#047857"),
    ("LIV", "Smart Living", "#be185d"),
    ("SOC", "Smart Society", "#7c3aed"),
    ("ENV", "Smart Environment", "#4d7c0f"),
)
BADGES = tuple(
    hall.Badge(name, code, color, str(at), "Aula" if at < 4 else "Ruang Rapat B")
    for at, (code, name, color) in enumerate(DIMENSIONS, start=1)
)
OPDS = (
    "Dinas Komunikasi, Informatika, Statistik dan Persandian",
    "Badan Perencanaan Pembangunan Daerah",
    "Dinas Kesehatan",
)
CLOCK = hall.Ticking(hall.COUNTS_DOWN, 41 * 60 + 20, 75 * 60, below="selesai pukul 10.45 WITA")
TEACHER = "Prof. Dr. Ir. Suhono Harso Supangkat, M.Eng. (Institut Teknologi Bandung)"
STEPS = (
    "Pembimbing menunjukkan kertas kerja kosong dan satu contoh terisi.",
    "Tetapkan ketua dan notulis.",
    "Tandai program yang relevan: Ya, Sebagian, atau Tidak.",
)


FUNNEL = (
    hall.Figure("program Renstra", 412),
    hall.Figure("relevan", 138),
    hall.Figure("program smart city", 75),
    hall.Figure("quick win", 6),
)


def people(count, seed=5):
    rng = random.Random(seed)
    first = ("Andi", "Sitti Rahmawati", "La Ode Muhammad", "Drs. H. Abdul Rahman", "Ir. Hj. Fatmawati Daeng")
    last = ("Arsyad, S.Kom.", "Tahir, M.Si.", "Saleh", "Mappangara, S.T., M.T.", "Yunus, S.Sos., M.A.P.")
    return tuple(f"{rng.choice(first)} {rng.choice(last)}" for _ in range(count))


def groups(members=28):
    return tuple(
        hall.TableGroup(badge, "Nurhayati Saleh", OPDS[:2], people(members, at))
        for at, badge in enumerate(BADGES)
    )


def states():
    tones = (hall.GOOD, hall.WARNING, hall.CALM) * 2
    words = ("Menyerahkan", "Bekerja", "Belum mulai") * 2
    return tuple(hall.StateLine(*item) for item in zip(BADGES, words, tones, strict=True))


def missions(texts):
    return tuple(hall.MissionLine(text, "RPJMD: Misi 1, Misi 3 · GOV, LIV") for text in texts)


MEANS = tuple(
    hall.MeanLine("2,67", f"{word} · Kuesioner kesiapan OPD · sedang", 0.67)
    for word in ("Struktur", "Infrastruktur", "Suprastruktur")
)
CODES = ("GOV", "BRD", "ECO", "LIV", "SOC", "ENV", "")
SUMS = tuple(
    hall.SumLine(str(138 - 20 * at), "Smart Governance (+3)", code, "#8E9FC6" * bool(code), 1 - at / 7)
    for at, code in enumerate(CODES)
)
MONEY = tuple(
    hall.SumLine("Rp222,09 miliar", "Smart Environment, 12 program", code, "#86E097", 0.5)
    for code in CODES[:6]
)
WEIGHED = (
    "x = S − W = 1,90 − 1,10 = +0,80",
    "y = O − T = 1,20 − 1,60 = −0,40",
    "Kuadran II (diversifikasi)",
)


def factors(count=3):
    return tuple(
        hall.Factors(
            f"{kind} {word}",
            tuple(f"{kind}{at} {text}" for at, text in enumerate((STEPS * count)[:count], 1)),
        )
        for kind, word in (("S", "Kekuatan"), ("W", "Kelemahan"), ("O", "Peluang"), ("T", "Ancaman"))
    )


def hall_matrix(count):
    """A matrix of so many agencies, most of its cells empty."""
    heads = tuple(hall.Badge(code=code, color="#8E9FC6") for code in CODES[:6])

    def line(at, name):
        cells = tuple(hall.Figure(code, (at * 7 + place) % 5 % 3) for place, code in enumerate(CODES[:6]))
        return hall.MatrixLine(name, cells, str(sum(item.count for item in cells)))

    names = ("Diskominfo", "Dinas Perumahan Rakyat dan Kawasan Permukiman", "Kecamatan Wara Timur", "BPBD")
    lines = tuple(line(at, names[at % 4]) for at in range(count))
    return hall.MatrixBody(heads, lines, replace(line(1, "Jumlah"), whole="412"), ("Urut daftar OPD.",))


def hall_road(count):
    """Return a road map of so many programs, one of them without years."""
    lines = (
        hall.RoadLine(
            f"Layanan adminduk sampai di kelurahan {at + 1} · Disdukcapil",
            *(at % 6, min(at % 6 + 3, 10) if at % 6 else 0),
            "#2f6165" if at % 2 else "#c9dcdd",
            "Menengah",
            at % 5 == 4,
        )
        for at in range(count)
    )
    told = "Rp85,54 miliar dari 68 program yang sudah ada biayanya; 7 program belum ada biayanya."
    return hall.RoadBody(("1", "2", "3", "4", "5", "6–10"), tuple(lines), (told,))


def slides():
    """Return every kind of slide by a name."""
    head = ("Tahap II · Kerja kelompok", "Kerja kelompok 2: analisis Renstra per OPD")
    turns = tuple(
        hall.TurnLine(badge, at, "Berbicara" if at == 3 else "Menunggu", at == 3, at < 3)
        for at, badge in enumerate(BADGES, start=1)
    )
    unsur = tuple(hall.Figure(word, count) for word, count in (("Pemerintah", 131), ("Media", 0)))
    figures = tuple(hall.Figure(item.name, 12, item.code, item.color) for item in BADGES)
    follows = ("10.45 · Istirahat", "11.00 · Presentasi kelompok")
    bodies = {
        "block": (hall.BLOCK, hall.BlockBody("", "", follows)),
        "block-told": (hall.BLOCK, hall.BlockBody("Siapkan Renstra.\nKertas dibagikan.", "Prof. A", follows)),
        "block-full": (
            hall.BLOCK,
            hall.BlockBody("Siapkan Renstra.", TEACHER, follows, "Aula Bupati"),
        ),
        "groups": (hall.GROUPS, hall.GroupsBody(groups())),
        "groups-few": (hall.GROUPS, hall.GroupsBody(groups(4))),
        "states": (hall.STATES, hall.StatesBody(states())),
        "queue": (hall.QUEUE, hall.QueueBody(turns)),
        "guide": (hall.GUIDE, hall.GuideBody(STEPS, ("Bisakah tanpa aplikasi baru?",), states())),
        "guide-long": (hall.GUIDE, hall.GuideBody(STEPS * 8, STEPS * 3)),
        "text": (hall.TEXT, hall.TextBody("Makan siang di lantai 2.\n\nKembali pukul 13.00 WITA.")),
        "text-long": (hall.TEXT, hall.TextBody(" ".join(STEPS * 22))),
        "photo": (hall.PHOTO, hall.PhotoBody(b"jpeg", "Kelompok Environment membahas sampah pesisir")),
        "review": (hall.REVIEW, hall.ReviewBody(STEPS, figures, 12, unsur, (b"jpeg",))),
        "funnel": (hall.FUNNEL, hall.FunnelBody(FUNNEL)),
        "helix": (hall.HELIX, hall.HelixBody(unsur)),
        "quickwin": (hall.QUICKWIN, hall.RankBody(turns, ("DESAKU dan Edu Sampah sama persis 3,42.",))),
        "vision": (hall.VISION, hall.VisionBody(STEPS[0], missions(STEPS))),
        "vision-long": (hall.VISION, hall.VisionBody(" ".join(STEPS * 2), missions(STEPS * 5))),
        "readiness": (hall.READINESS, hall.MeansBody(MEANS, ("Terendah: Anggaran 1,20, SDM 1,40.",))),
        "spread": (hall.SPREAD, hall.SumsBody(SUMS, ("412 program: 138 relevan, 73 belum ditelaah.",))),
        "matrix": (hall.MATRIX, hall_matrix(12)),
        "matrix-long": (hall.MATRIX, hall_matrix(60)),
        "money": (hall.MONEY, hall.SumsBody(MONEY, ("Rp1,2 triliun dari 41 program yang punya pagu.",))),
        "swot": (hall.SWOT, hall.SwotBody(factors(), ())),
        "swot-long": (hall.SWOT, hall.SwotBody(factors(12), ())),
        "swot-weighed": (hall.SWOT, hall.SwotBody(factors(), WEIGHED, (0.4, -0.2))),
        "roadmap-long": (hall.ROADMAP, hall_road(40)),
        "empty": (hall.GROUPS, hall.GroupsBody()),
    }
    with_clock = {hall.BLOCK, hall.STATES, hall.QUEUE, hall.GUIDE}
    return {
        name: hall.Slide(
            kind,
            name,
            *head,
            CLOCK if kind in with_clock else hall.Ticking(),
            body,
            "Belum ada." * (name == "empty"),
        )
        for name, (kind, body) in bodies.items()
    }


class Painted(QObject):
    """Writes down which part of a widget is painted."""

    def __init__(self, watched):
        super().__init__(watched)
        self.regions = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - a name of Qt
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region().boundingRect())
        return False
