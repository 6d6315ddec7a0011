"""A small sound plan for the tests of the domain."""

from smartcity_desktop.domain.plan_code import is_support
from smartcity_desktop.domain.renstra import Draft, IndicatorDraft, LineDraft, Origin
from smartcity_desktop.domain.renstra_decide import with_parents

YEARS = ("2025", "2026")
NOMENCLATURE = {
    "2.16.02": "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK",
    "2.16.02.2.01": "Pengelolaan Informasi dan Komunikasi Publik",
    "2.21.02": "PROGRAM PENYELENGGARAAN PERSANDIAN",
    "2.21.02.2.01": "Penyelenggaraan Persandian",
    "2.21.02.2.02": "Penetapan Pola Hubungan Komunikasi Sandi",
    "X.XX.01": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH",
    "X.XX.01.2.02": "Administrasi Keuangan Perangkat Daerah",
}


def indicator(name="Persentase layanan", baseline="10%", targets=("20%", "30%"), **more):
    return IndicatorDraft(name, "%", baseline, targets=dict(zip(YEARS, targets, strict=False)), **more)


def line(rank, name, code="", pagu=(), *, row=1, indicators=None, **more):
    return LineDraft(
        rank,
        code,
        name,
        (indicator(),) if indicators is None else indicators,
        dict(zip(YEARS, pagu, strict=False)),
        origin=Origin("Renstra", row),
        support=is_support(code),
        cells={"name": f"D{row}", "code": f"C{row}", "pagu@2025": f"H{row}", "indicator": f"E{row}"},
        **more,
    )


def plan():
    return with_parents(
        [
            line("tujuan", "Layanan publik yang baik", row=3),
            line("sasaran", "Layanan digital dipakai", row=4),
            line("program", "Informasi dan Komunikasi Publik", "2.16.02", (5_000, 6_000), row=5),
            line("kegiatan", "Pengelolaan Informasi", "2.16.02.2.01", (5_000, 6_000), row=6),
            line("program", "Penunjang Urusan", "2.16.01", (900, 900), row=7),
            line("kegiatan", "Administrasi Keuangan", "2.16.01.2.02", (900, 900), row=8),
        ]
    )


def draft(**more):
    return Draft(years=YEARS, lines=plan(), sheet="Renstra", **more)
