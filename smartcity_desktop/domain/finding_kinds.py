"""What the kinds of findings in a plan are called, how much they weigh, and what to do about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Weight = Literal["berat", "sedang", "ringan"]
Sure = Literal["pasti", "mungkin"]
WEIGHTS: Final[Mapping[str, str]] = {
    "berat": "Perlu diperbaiki dahulu",
    "sedang": "Perlu dijelaskan atau diperbaiki",
    "ringan": "Baik bila dilengkapi",
}
"""The weights, heaviest first, and what a group of findings of that weight is headed with."""
STATES: Final[Mapping[str, str]] = {
    "diperbaiki": "Diperbaiki",
    "dijelaskan": "Dijelaskan",
    "keliru": "Keliru",
}
"""What an agency says: it will mend the plan, explains why it is right, or the program read it wrongly."""
STATE_NOTES: Final[Mapping[str, str]] = {
    "diperbaiki": "OPD memperbaiki Renstranya",
    "dijelaskan": "Renstra sudah benar, dan ini alasannya",
    "keliru": "temuan ini salah baca",
}


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding: its code, title, weight, how sure it usually is, and what to do."""

    code: str
    title: str
    weight: Weight
    sure: Sure
    advice: str


KINDS: Final = (
    FindingKind(
        "wrong-agency",
        "Berkas OPD lain",
        "berat",
        "mungkin",
        "Pastikan ini Renstra OPD sendiri. Bila bukan, serahkan berkas yang benar.",
    ),
    FindingKind(
        "past-period",
        "Renstra periode lalu",
        "berat",
        "pasti",
        "Serahkan Renstra yang berlaku sekarang, atau rancangannya.",
    ),
    FindingKind(
        "money-unit",
        "Satuan uang meragukan",
        "berat",
        "mungkin",
        "Cocokkan dengan dokumen asli: apakah angkanya dalam rupiah, ribuan, atau jutaan.",
    ),
    FindingKind(
        "years-missing",
        "Tahun belum lengkap",
        "berat",
        "mungkin",
        "Lengkapi target dan pagu setiap tahun, atau jelaskan mengapa tahun itu tidak ada.",
    ),
    FindingKind(
        "sums-differ",
        "Jumlah pagu berbeda menurut tingkat",
        "berat",
        "pasti",
        "Hitung ulang jumlah program, kegiatan, dan subkegiatan, lalu samakan.",
    ),
    FindingKind(
        "sasaran-without-program",
        "Sasaran tanpa program",
        "berat",
        "pasti",
        "Tetapkan program untuk sasaran ini, atau jelaskan siapa yang menjawabnya.",
    ),
    FindingKind(
        "program-without-pagu",
        "Program tanpa pagu",
        "berat",
        "pasti",
        "Isi pagu setiap tahun, atau jelaskan mengapa belum ada.",
    ),
    FindingKind(
        "children-differ",
        "Pagu tidak sama dengan rinciannya",
        "berat",
        "pasti",
        "Samakan pagu dengan jumlah rincian di bawahnya.",
    ),
    FindingKind(
        "frame-differs",
        "Pagu berbeda dari RPJMD",
        "berat",
        "pasti",
        "Samakan dengan pagu RPJMD, atau jelaskan perubahannya.",
    ),
    FindingKind(
        "code-unknown",
        "Kode tidak dikenal",
        "berat",
        "pasti",
        "Tulis kode menurut nomenklatur yang berlaku.",
    ),
    FindingKind(
        "code-foreign",
        "Kode bidang OPD lain",
        "berat",
        "mungkin",
        "Pastikan OPD mengampu bidang ini. Bila tidak, pindahkan ke OPD pengampunya.",
    ),
    FindingKind(
        "name-differs",
        "Nama tidak cocok dengan kode",
        "berat",
        "mungkin",
        "Betulkan kodenya atau namanya.",
    ),
    FindingKind(
        "code-twice",
        "Kode dipakai dua kali",
        "berat",
        "pasti",
        "Beri setiap baris kodenya sendiri.",
    ),
    FindingKind(
        "line-twice",
        "Baris yang sama dua kali",
        "berat",
        "mungkin",
        "Hapus salah satunya supaya pagunya tidak terhitung dua kali.",
    ),
    FindingKind(
        "wrong-parent",
        "Berada di bawah induk yang salah",
        "berat",
        "pasti",
        "Pindahkan ke bawah program atau kegiatan yang kodenya sama, atau betulkan kodenya.",
    ),
    FindingKind(
        "target-wrong-way",
        "Target berjalan ke arah yang salah",
        "berat",
        "mungkin",
        "Periksa urutan target, atau arah indikatornya.",
    ),
    FindingKind(
        "target-jumps",
        "Target melompat",
        "berat",
        "mungkin",
        "Periksa koma dan nolnya. Bila lompatan itu benar, jelaskan penyebabnya.",
    ),
    FindingKind(
        "percent-above",
        "Persentase lebih dari 100",
        "berat",
        "mungkin",
        "Periksa komanya, atau ganti satuannya.",
    ),
    FindingKind(
        "program-without-indicator",
        "Program tanpa indikator",
        "berat",
        "pasti",
        "Tulis indikator hasil program ini.",
    ),
    FindingKind(
        "goal-without-indicator",
        "Tujuan atau sasaran tanpa indikator",
        "berat",
        "pasti",
        "Tulis indikator yang mengukur tercapainya.",
    ),
    FindingKind(
        "activity-as-program",
        "Kegiatan ditulis sebagai program",
        "sedang",
        "mungkin",
        "Tulis programnya, dan letakkan ini sebagai kegiatan di bawahnya.",
    ),
    FindingKind(
        "claimed-twice",
        "Program yang sama pada dua OPD",
        "sedang",
        "mungkin",
        "Sepakati siapa pengampunya, atau bagi tugasnya sebagai program bersama.",
    ),
    FindingKind(
        "program-without-sasaran",
        "Program tanpa sasaran di atasnya",
        "sedang",
        "pasti",
        "Sebut sasaran yang didukung program ini.",
    ),
    FindingKind(
        "kegiatan-without-indicator",
        "Kegiatan tanpa indikator",
        "sedang",
        "pasti",
        "Tulis keluaran kegiatan ini.",
    ),
    FindingKind(
        "target-falls",
        "Target turun",
        "sedang",
        "mungkin",
        "Katakan apakah makin kecil makin baik. Bila tidak, betulkan targetnya.",
    ),
    FindingKind(
        "direction-unclear",
        "Arah target tidak jelas",
        "sedang",
        "mungkin",
        "Katakan apakah makin kecil makin baik, dan jelaskan naik turunnya.",
    ),
    FindingKind(
        "targets-missing",
        "Target tahun di tengah kosong",
        "sedang",
        "pasti",
        "Isi target tahun itu, atau jelaskan mengapa kosong.",
    ),
    FindingKind(
        "indicator-without-baseline",
        "Indikator tanpa kondisi awal",
        "sedang",
        "pasti",
        "Isi kondisi awal dengan tahun dan sumbernya.",
    ),
    FindingKind(
        "outcome-missing",
        "Program tanpa hasil (outcome)",
        "sedang",
        "pasti",
        "Tulis hasil yang dituju program ini.",
    ),
    FindingKind(
        "code-retired",
        "Kode sudah tidak dipakai",
        "ringan",
        "pasti",
        "Ganti dengan kode pemutakhiran untuk anggaran 2027 dan sesudahnya.",
    ),
    FindingKind(
        "code-newer",
        "Kode baru ada dalam pemutakhiran",
        "ringan",
        "pasti",
        "Pakai kode lama untuk tahun sebelum 2027, atau jelaskan.",
    ),
    FindingKind(
        "indicator-without-unit",
        "Indikator tanpa satuan",
        "ringan",
        "mungkin",
        "Tulis satuannya (%, orang, dokumen, indeks).",
    ),
    FindingKind(
        "targets-same",
        "Target sama setiap tahun",
        "ringan",
        "mungkin",
        "Naikkan bertahap, atau jelaskan mengapa cukup dipertahankan.",
    ),
    FindingKind(
        "period-short",
        "Renstra hanya mencakup sebagian tahun masterplan",
        "ringan",
        "pasti",
        "Bawa juga rancangan Renstra periode berikutnya.",
    ),
    FindingKind(
        "unit-missing",
        "Unit penanggung jawab kosong",
        "ringan",
        "pasti",
        "Isi bidang atau unit yang bertanggung jawab.",
    ),
    FindingKind(
        "location-missing",
        "Lokasi kosong",
        "ringan",
        "pasti",
        "Isi lokasinya.",
    ),
)
"""Every kind, in the order in which findings are listed: by weight, then by what weighs most."""
_BY_CODE: Final = {item.code: item for item in KINDS}
ORDER: Final[Mapping[str, int]] = {item.code: place for place, item in enumerate(KINDS)}


def kind_of(code: str) -> FindingKind:
    """Return the kind of a finding; one that is not known weighs "sedang" under its own code."""
    return _BY_CODE.get(code) or FindingKind(code, code, "sedang", "mungkin", "Periksa pada dokumen asli.")


def weighs(code: str) -> bool:
    """Tell whether a finding is more than a hint: what a worksheet and a dossier ask about."""
    return kind_of(code).weight != "ringan"
