"""The list of what fills itself in a book: key, title, way, books, what limits it, what is missing."""

from typing import Final

_T, _G = "tabel", "grafik"
_AS, _MP, _QW, _RM, _ES = "AS", "MP", "QW", "RM", "ES"
BY_DIMENSION, BY_HEAD, BY_HORIZON = "dimensi", "kepala", "jangka"
_ALL: Final = (_AS, _MP, _QW, _RM)
_PLAN: Final = "Belum ada Renstra yang dibaca. Baca berkasnya di Dokumen."
_SPREAD: Final = "Belum ada program Renstra yang dipilah. Isi kolom analisis di Dokumen."
_FRAME: Final = "RPJMD atau RPD belum dimasukkan. Isi di Dokumen."
_ISSUE: Final = "Belum ada isu. Isi Kertas Kerja L1."
_READY: Final = "Belum ada skor kesiapan. Isi Kertas Kerja L2 atau L2K."
_BASIS: Final = "Dasar belum ditulis. Isi di Profil Bimtek."
_SWOT: Final = "Belum ada faktor SWOT. Isi Kertas Kerja L3."
_TOWS: Final = "Belum ada strategi TOWS. Isi Kertas Kerja L3T."
_PROGRAM: Final = "Belum ada program smart city. Isi Program Smart City atau Kertas Kerja L7."
_COST: Final = "Belum ada biaya. Isi biaya di Program Smart City atau Kertas Kerja L9."
_ACTION: Final = "Belum ada rencana aksi. Isi Program Smart City atau Kertas Kerja L8."
_STONE: Final = "Belum ada titik capai. Isi peta jalan di Program Smart City atau Kertas Kerja L9."
_WIN: Final = "Belum ada kandidat quick win. Isi Kertas Kerja L10."
_SCORE: Final = "Belum ada nilai. Isi Kertas Kerja L10N."
_CHOSEN: Final = "Belum ada quick win yang ditetapkan. Tetapkan di Analisis, tab Quick win."
_PEOPLE: Final = "Belum ada peserta. Isi di Peserta."
_COME: Final = "Belum ada kehadiran yang tercatat. Catat di Peserta."
_ASSET: Final = "Belum ada aplikasi atau inovasi. Isi Kertas Kerja L0."
_DUTY: Final = "Belum ada tindak lanjut masterplan. Isi di Program Smart City, tab Tindak lanjut."
_MONITOR: Final = "Belum ada pemantauan. Isi di Program Smart City, tab Pemantauan."
_ESTIMATE: Final = "Belum ada butir evaluasi yang diperkirakan. Isi di Program Smart City, tab Evaluasi."

Listed = tuple[str, str, str, tuple[str, ...], str, str]

_STRATEGIC: Final[tuple[Listed, ...]] = (
    ("dasar", "Dasar hukum dan kesepakatan", _T, (_AS, _MP), "", _BASIS),
    ("dokumen", "Dokumen yang dipakai", _T, _ALL, "", "Belum ada dokumen. Masukkan di Dokumen."),
    ("jadwal", "Tahap dan jadwal Bimtek", _T, (_AS, _MP), "", "Belum ada tahap."),
    ("acara", "Acara setiap tahap", _T, (_AS,), "", "Belum ada susunan acara. Isi di Agenda."),
    ("opd", "OPD yang menyusun masterplan", _T, (_AS, _MP), "", "Belum ada OPD. Isi di OPD."),
    ("peserta.unsur", "Peserta menurut unsur", _T, (_AS,), "", _PEOPLE),
    ("peserta.unsur.grafik", "Peserta menurut unsur", _G, (_AS,), "", _PEOPLE),
    ("peserta.opd", "Peserta menurut OPD", _T, (_AS,), "", _PEOPLE),
    ("hadir", "Kehadiran setiap hari", _T, (_AS,), "", _COME),
    ("hadir.grafik", "Kehadiran setiap hari", _G, (_AS,), "", _COME),
    ("rpjmd.visi", "Visi dan misi RPJMD", _T, (_AS, _MP), "", _FRAME),
    ("rpjmd.isu", "Isu strategis RPJMD", _T, (_AS,), "", _FRAME),
    ("rpjmd.sasaran", "Tujuan dan sasaran RPJMD", _T, (_AS, _MP), "", _FRAME),
    ("aplikasi", "Aplikasi yang sudah ada", _T, (_AS,), "", _ASSET),
    ("inovasi", "Inovasi yang sudah ada", _T, (_AS,), "", _ASSET),
    ("aplikasi.keadaan", "Aplikasi dan inovasi menurut keadaan", _T, (_AS,), "", _ASSET),
    ("aplikasi.grafik", "Aplikasi dan inovasi menurut keadaan", _G, (_AS,), "", _ASSET),
    ("isu", "Isu daerah", _T, (_AS,), BY_DIMENSION, _ISSUE),
    ("isu.jumlah", "Isu daerah menurut dimensi dan prioritas", _T, (_AS, _ES), "", _ISSUE),
    ("isu.grafik", "Isu daerah menurut dimensi", _G, (_AS, _ES), "", _ISSUE),
    ("kesiapan", "Skor kesiapan setiap butir", _T, (_AS,), "", _READY),
    ("kesiapan.rata", "Rata-rata kesiapan menurut komponen", _T, (_AS, _ES), "", _READY),
    ("kesiapan.radar", "Kesiapan menurut komponen", _G, (_AS, _ES), "", _READY),
    ("kesiapan.batang", "Kesiapan menurut unsur dan komponen", _G, (_AS,), "", _READY),
    ("kesenjangan", "Kesenjangan dan rekomendasi", _T, (_AS,), "", _READY),
    ("swot", "Faktor SWOT", _T, (_AS,), BY_DIMENSION, _SWOT),
    ("swot.jumlah", "Faktor SWOT menurut dimensi", _T, (_AS,), "", _SWOT),
    ("swot.grafik", "Faktor SWOT menurut jenis", _G, (_AS,), BY_DIMENSION, _SWOT),
    ("tows", "Strategi TOWS", _T, (_AS, _MP), BY_DIMENSION, _TOWS),
    ("tows.jumlah", "Strategi TOWS menurut dimensi", _T, (_AS,), "", _TOWS),
    ("tows.grafik", "Strategi TOWS menurut pasangan", _G, (_AS,), "", _TOWS),
    ("renstra.opd", "Program Renstra setiap OPD", _T, (_AS, _MP), "", _PLAN),
    ("renstra.grafik", "Program Renstra yang relevan setiap OPD", _G, (_AS,), "", _SPREAD),
    ("renstra.program", "Program Renstra yang relevan", _T, (_AS, _MP), BY_DIMENSION, _SPREAD),
    ("sebaran", "Sebaran program Renstra menurut OPD dan dimensi", _T, (_AS, _MP), "", _SPREAD),
    ("sebaran.grafik", "Program Renstra yang relevan menurut dimensi", _G, (_AS, _MP, _ES), "", _SPREAD),
    ("pagu", "Pagu program relevan menurut dimensi dan tahun", _T, (_AS, _MP), "", _SPREAD),
    ("pagu.grafik", "Pagu program relevan menurut dimensi", _G, (_AS, _MP), "", _SPREAD),
    ("pagu.tahun", "Pagu program relevan menurut tahun", _G, (_AS, _MP), "", _SPREAD),
    (
        "lintas",
        "Program lintas OPD",
        _T,
        (_AS, _MP),
        "",
        "Belum ada program lintas OPD. Isi di Analisis, tab Lintas OPD.",
    ),
    ("kata-kunci", "Kata kunci visi", _T, (_AS, _MP), "", "Belum ada kata kunci. Isi Kertas Kerja L4."),
)
_MASTER: Final[tuple[Listed, ...]] = (
    (
        "visi",
        "Visi dan misi smart city",
        _T,
        (_AS, _MP, _ES),
        "",
        "Visi belum ditulis. Isi di Analisis, tab Visi dan misi.",
    ),
    ("program", "Program smart city", _T, (_MP, _RM), BY_DIMENSION, _PROGRAM),
    ("program.uraian", "Uraian program smart city", _T, (_MP,), BY_DIMENSION, _PROGRAM),
    ("program.lembar", "Lembar program smart city", _T, (_MP, _RM), BY_DIMENSION, _PROGRAM),
    ("program.sub", "Program smart city menurut subdimensi", _T, (_MP, _ES), "", _PROGRAM),
    ("program.dimensi", "Program smart city menurut dimensi", _G, (_MP, _ES), "", _PROGRAM),
    ("program.jangka", "Program smart city menurut jangka", _G, (_MP, _RM, _ES), BY_DIMENSION, _PROGRAM),
    ("program.jangka.jumlah", "Program smart city menurut jangka dan dimensi", _T, (_MP, _RM), "", _PROGRAM),
    ("program.inovasi", "Program smart city menurut jenis inovasi", _T, (_MP,), "", _PROGRAM),
    ("program.inovasi.grafik", "Program smart city menurut jenis inovasi", _G, (_MP,), "", _PROGRAM),
    ("program.opd", "Program smart city setiap OPD", _T, (_MP, _RM), "", _PROGRAM),
    ("program.opd.grafik", "Program smart city setiap OPD", _G, (_MP, _RM), "", _PROGRAM),
    ("program.asal", "Asal program smart city", _T, (_MP,), BY_DIMENSION, _PROGRAM),
    ("program.rpjmd", "Kaitan program smart city dengan RPJMD", _T, (_MP,), BY_DIMENSION, _PROGRAM),
    ("program.risiko", "Risiko program smart city", _T, (_MP,), BY_DIMENSION, _PROGRAM),
    ("program.aturan", "Aturan dan prasyarat", _T, (_MP, _RM), BY_DIMENSION, _PROGRAM),
    ("program.mitra", "Mitra program smart city", _T, (_MP,), BY_DIMENSION, _PROGRAM),
    ("program.unsur", "Unsur yang bermitra", _T, (_MP,), "", _PROGRAM),
    ("program.unsur.grafik", "Unsur yang bermitra", _G, (_MP,), "", _PROGRAM),
    ("sasaran", "Indikator dan target", _T, (_MP, _RM), BY_DIMENSION, _PROGRAM),
    ("biaya", "Perkiraan biaya menurut dimensi dan tahun", _T, (_MP, _RM), "", _COST),
    ("biaya.grafik", "Perkiraan biaya menurut tahun", _G, (_MP, _RM, _ES), BY_DIMENSION, _COST),
    ("biaya.dimensi", "Perkiraan biaya menurut dimensi", _G, (_MP, _RM), "", _COST),
    ("dana", "Sumber dana program smart city", _T, (_MP, _RM), "", _PROGRAM),
    ("dana.grafik", "Sumber dana program smart city", _G, (_MP,), "", _PROGRAM),
    ("aksi", "Rencana aksi", _T, (_MP,), BY_HEAD, _ACTION),
    ("aksi.jumlah", "Rencana aksi menurut kepala dan dimensi", _T, (_MP,), "", _ACTION),
    ("aksi.grafik", "Rencana aksi menurut kepala", _G, (_MP, _ES), "", _ACTION),
    ("aksi.opd", "Rencana aksi setiap OPD", _T, (_MP, _RM), "", _ACTION),
    ("aksi.biaya", "Biaya rencana aksi menurut kepala dan tahun", _T, (_MP, _RM), "", _ACTION),
    ("aksi.biaya.grafik", "Biaya rencana aksi menurut tahun", _G, (_MP, _RM), "", _ACTION),
)
_WINS: Final[tuple[Listed, ...]] = (
    ("qw.kriteria", "Kriteria penilaian quick win", _T, (_QW,), "", _SCORE),
    ("qw.kandidat", "Kandidat quick win", _T, (_QW,), "", _WIN),
    ("qw.dimensi", "Kandidat quick win menurut dimensi", _G, (_QW,), "", _WIN),
    ("qw.peringkat", "Peringkat kandidat quick win", _T, (_QW, _ES), "", _SCORE),
    ("qw.peringkat.grafik", "Nilai rata-rata kandidat quick win", _G, (_QW,), "", _SCORE),
    ("qw.nilai", "Nilai setiap kriteria", _T, (_QW,), "", _SCORE),
    ("qw.keputusan", "Quick win yang ditetapkan", _T, (_QW, _MP, _ES), "", _CHOSEN),
    ("qw.lembar", "Lembar quick win", _T, (_QW,), "", _CHOSEN),
    ("qw.bulan", "Jadwal dua belas bulan", _T, (_QW,), "", _CHOSEN),
    ("qw.mitra", "Mitra quick win", _T, (_QW,), "", _CHOSEN),
    ("qw.kemajuan", "Kemajuan quick win", _G, (_QW,), "", _CHOSEN),
)
_ROAD: Final[tuple[Listed, ...]] = (
    ("jalan", "Peta jalan", _T, (_RM, _MP), BY_HORIZON, _STONE),
    ("jalan.dimensi", "Titik capai program smart city", _T, (_RM, _MP), BY_DIMENSION, _STONE),
    ("jalan.gantt", "Peta jalan program smart city", _G, (_RM, _MP), BY_DIMENSION, _PROGRAM),
    ("jalan.tahun", "Program yang berjalan setiap tahun", _T, (_RM,), "", _PROGRAM),
    ("jalan.tahun.grafik", "Program yang berjalan setiap tahun", _G, (_RM, _ES), "", _PROGRAM),
    ("jalan.prasyarat", "Program yang menunggu program lain", _T, (_RM,), "", _PROGRAM),
    ("tindak-lanjut", "Tindak lanjut masterplan", _T, (_MP, _RM, _ES), "", _DUTY),
    ("janji", "Komitmen OPD", _T, (_MP, _RM), "", "Belum ada janji OPD. Isi Kertas Kerja L12."),
    (
        "tanda-tangan",
        "Yang menandatangani komitmen bersama",
        _T,
        (_MP,),
        "",
        "Belum ada daftar tanda tangan komitmen.",
    ),
    ("pantau", "Pemantauan program dan quick win", _T, (_RM, _MP), "", _MONITOR),
    ("pantau.grafik", "Keadaan program dan quick win yang dipantau", _G, (_RM, _MP), "", _MONITOR),
    ("evaluasi", "Indeks evaluasi menurut bagian", _T, (_RM, _MP, _ES), "", _ESTIMATE),
    ("evaluasi.grafik", "Indeks evaluasi menurut bagian", _G, (_RM, _MP, _ES), "", _ESTIMATE),
    ("evaluasi.terlemah", "Butir evaluasi yang terlemah", _T, (_RM, _MP), "", _ESTIMATE),
)
LISTED: Final[tuple[Listed, ...]] = (*_STRATEGIC, *_MASTER, *_WINS, *_ROAD)
