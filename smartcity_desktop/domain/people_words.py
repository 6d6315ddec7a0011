"""The words of a list of participants: heads of columns, unsur, roles, L/P, and what an institution is."""

import re
from typing import Final

from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.match import key_of, plain
from smartcity_desktop.domain.people import BODIES
from smartcity_desktop.domain.wording import label

COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    ("name", "Nama"),
    ("position", "Jabatan"),
    ("opd", "OPD / instansi"),
    ("element", "Unsur"),
    ("body", "Peran"),
    ("gender", "L/P"),
    ("male", "Kolom L"),
    ("female", "Kolom P"),
    ("rank", "Pangkat/gol"),
    ("nip", "NIP"),
    ("phone", "HP"),
    ("access", "Kebutuhan akses"),
    ("note", "Catatan"),
)
"""What a column may be taken for, with its word; every other column is left out and said so."""

_HEADS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("nip", r"\bn\s*[.]?\s*i\s*[.]?\s*p\b|\bnrp\b|nomor induk|\bnip/|\bnipppk\b|\bni pppk\b"),
        (
            "phone",
            r"\bhp\b|\bwa\b|whatsapp|handphone|telepon|\btelp|\bponsel|no\.? ?kontak|^kontak$|\bphone\b",
        ),
        ("gender", r"^l ?/ ?p$|^p ?/ ?l$|jenis kelamin|^jk$|^j\.k\.?$|\bgender\b|^kelamin$|^l ?p$|^sex$"),
        ("male", r"^(?:jenis kelamin |l ?/ ?p |jk )?(?:l|laki|laki[- ]laki|lk)$"),
        ("female", r"^(?:jenis kelamin |l ?/ ?p |jk )?(?:p|perempuan|wanita|pr)$"),
        ("rank", r"pangkat|\bgol\b|golongan|\bgol\.|\bgrade\b"),
        ("element", r"\bunsur\b|penta ?-?helix|pentahelix|kategori|stakeholder"),
        (
            "body",
            r"\bperan\b|kedudukan|sebagai|^badan$|jabatan dalam|jabatan (?:di )?tim|^tim$|keanggotaan",
        ),
        ("position", r"jabatan|\bposisi\b|pekerjaan"),
        (
            "opd",
            (
                r"\bopd\b|instansi|unit kerja|perangkat daerah|\bskpd\b|satuan kerja|\bsatker\b|lembaga"
                r"|organisasi|\basal\b|\binstitusi\b|^(?:nama )?dinas(?:$| ?/)|perusahaan|\bunker\b|mewakili"
            ),
        ),
        ("access", r"disabilitas|difabel|akses|kebutuhan khusus|penyandang"),
        ("note", r"^ket\b|keterangan|catatan"),
        ("name", r"\bnama\b|\bname\b|^peserta$"),
    )
)
"""The first pattern that fits a head decides; "Nama OPD" and "Nama Instansi" are settled before "Nama"."""
_NUMBERING: Final = re.compile(r"^(?:no|nomor|nomer|urut|no urut|nomor urut|#)[.]?(?: ?urut)?$")
_IGNORED: Final = re.compile(r"kelompok|tanda tangan|\bttd\b|paraf|e-?mail|alamat|tempat.*lahir|tanggal")

_ELEMENT_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "pemerintah": ("pemerintah", "pemerintahan", "government", "pemda", "opd", "asn", "birokrasi"),
    "akademisi": (
        "akademisi",
        "akademik",
        "akademisidanpakar",
        "academic",
        "academia",
        "pergurantinggi",
        "kampus",
    ),
    "dunia_usaha": (
        "duniausaha",
        "bisnis",
        "swasta",
        "pengusaha",
        "business",
        "pelakuusaha",
        "industri",
        "b",
    ),
    "komunitas": ("komunitas", "masyarakat", "community", "tokohmasyarakat", "lsm", "masyarakatkomunitas"),
    "media": ("media", "pers", "mediamassa", "wartawan", "jurnalis"),
}
_BODY_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("dewan", "Dewan"),
    ("pelaksana", "Tim Pelaksana"),
    ("teknis", "Tim Teknis"),
    ("forum", "Forum"),
    ("narasumber", "Narasumber"),
    ("pemateri", "Narasumber"),
    ("tenagaahli", "Tenaga Ahli"),
    ("pembimbing", "Tenaga Ahli"),
    ("panitia", "Panitia"),
    ("tamu", "Tamu"),
    ("undangan", "Tamu"),
)
_MALE: Final = frozenset({"l", "lk", "laki", "lakilaki", "pria", "m", "male", "bapak", "lelaki"})
_FEMALE: Final = frozenset({"p", "pr", "perempuan", "wanita", "w", "f", "female", "ibu"})

_GOVERNMENT: Final = re.compile(
    r"^(?:dinas|badan(?! usaha| eksekutif| kerja sama)|kantor|kecamatan|kec\b|kelurahan|kel\b|desa\b"
    r"|inspektorat|sekretariat|setda|sekretaris daerah|setwan|bagian|bag\b|bidang|rsud|rumah sakit umum"
    r"|puskesmas|satuan polisi|satpol|satuan|polres|polda|polsek|kepolisian|kodim|kodam|koramil|lanal|lanud"
    r"|kejaksaan|pengadilan|kementerian|kemenag|kanwil|bps\b|bpn\b|bnn|basarnas|dprd|dewan perwakilan|pemkot"
    r"|pemerintah|pemkab|pemprov|uptd?\b|balai|bpkad|bapp|bapel|bkpsdm|bpbd|kesbangpol"
    r"|dis(?:arp|bud|bun|dag|dal|dam|dik|duk|hub|kan|kes|ket|kom|kop|lut|nak|pan|par|pen|per|pmd|por|pus|sos"
    r"|tan|tar)|din(?:aker|dik|duk|hub|kes|ket|kom|kop|lut|nak|pen|per|pmd|por|sos|tan)"
    r"|asisten|staf ahli|camat|lurah|wali kota|bupati|gubernur|lapas|imigrasi|perpustakaan)"
)
_OUTSIDE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "media",
        re.compile(
            r"\bmedia\b|\bradio\b|\brri\b|\btvri\b|\btv\b|televisi|\bkoran\b|surat kabar|\bharian\b|\bpers\b"
            r"|\bpwi\b|\baji\b|\bsmsi\b|\bamsi\b|\bjmsi\b|\bijti\b|wartawan|jurnalis|redaksi|redaktur|tribun"
            r"|\bantara\b|reporter|\.com\b|\.co\.id\b|\bfm\b|\bnews\b|\bpost\b"
        ),
    ),
    (
        "akademisi",
        re.compile(
            r"universitas|\buniv\b|institut|politeknik|poltek|akademi\b|akbid|akper|sekolah tinggi|\bstie\b"
            r"|\bstmik\b|\bstikes\b|\bstai|\biain\b|\buin\b|\bstisip\b|kampus|dosen|rektor|dekan|fakultas"
            r"|guru besar|akademisi|peneliti|\bbrin\b|lppm"
        ),
    ),
    (
        "dunia_usaha",
        re.compile(
            r"\bpt\b|\bcv\b|\bud\b|\bbank\b|\bbpd\b|\bbpr\b|\bhotel\b|kadin|hipmi|apindo|\bphri\b|asita|iwapi"
            r"|koperasi|umkm|\bukm\b|pengusaha|perusahaan|\bpersero\b|perumda|perseroda|\bpdam\b|\bbumd\b"
            r"|\bbumn\b|badan usaha|\btelkom|\bpln\b|pertamina|\btoko\b|\busaha\b|\brestoran\b|ritel|startup"
            r"|industri|pelindo|\bpos indonesia|\bstartup\b|direktur utama|\bgapensi\b|\brei\b"
        ),
    ),
    (
        "komunitas",
        re.compile(
            r"komunitas|\bforum\b|karang taruna|\blsm\b|\bngo\b|yayasan|\brtik\b|relawan|\bpkk\b|lembaga adat"
            r"|\bfkub\b|himpunan|ikatan|paguyuban|pokdarwis|gerakan|pramuka|\bmui\b|\bknpi\b|asosiasi|persatuan"
            r"|perhimpunan|sanggar|\blpm\b|tokoh|masyarakat|pemuda|mahasiswa|\bbem\b|perkumpulan|aisyiyah"
            r"|muslimat|nahdlatul|muhammadiyah|\bppdi\b|\bhwdi\b|\bgenre\b|penggiat|pegiat|bank sampah"
        ),
    ),
)
_ALSO_NAMES: Final = frozenset({"aji", "rei", "antara", "genre"})
"""Short names of institutions that people bear too: as an institution they stand in capitals."""
_LISTED: Final = re.compile(r"^(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+", re.IGNORECASE)
"""What counts the headings of a list: ``A.``, ``II.``, ``3)``."""


def field_of(head: str) -> str:
    """Return what the column under these words holds; empty where it is none of ``COLUMNS``."""
    words = " ".join(plain(head).replace("\n", " ").split()).strip(" .:*")
    if not words or is_numbering(words):
        return ""
    found = next((field for field, pattern in _HEADS if pattern.search(words)), "")
    if found == "nip" and re.search(r"\bnama\b", words):
        # Both stand in one cell, the number below the name.
        return "name"
    return "" if found in {"", "note", "name"} and _IGNORED.search(words) else found


def is_numbering(head: str) -> bool:
    """Return whether a head stands over the running numbers of a list."""
    return bool(_NUMBERING.match(" ".join(plain(head).split()).strip(" .:")))


def element_of(text: str) -> str:
    """Return the unsur that was written, empty where the word is none."""
    letters = key_of(text)
    if letters in {key_of(item) for item in ELEMENTS}:
        return next(item for item in ELEMENTS if key_of(item) == letters)
    for element, words in _ELEMENT_WORDS.items():
        if letters in words or letters == key_of(label("element", element)):
            return element
    return next(
        (
            item
            for item, words in _ELEMENT_WORDS.items()
            if letters and letters.removeprefix("unsur") in words
        ),
        "",
    )


def guessed_element(institution: str, position: str = "") -> str:
    """Return the unsur that the words of an institution, else of a position, propose; empty where none do."""
    for text in (institution, position):
        words = " ".join(plain(text).split())
        if not words:
            continue
        if _GOVERNMENT.match(words):
            return "pemerintah"
        found = next((element for element, pattern in _OUTSIDE if pattern.search(words)), "")
        if found:
            return "komunitas" if "bank sampah" in words else found
    return ""


def is_institution(text: str) -> bool:
    """Return whether words name an institution or an unsur, as a line over its people does."""
    words = _LISTED.sub("", " ".join(text.split())).split()
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    told = plain(
        " ".join(
            word for word in words if key_of(word) not in _ALSO_NAMES or (word.isupper() and not shouted)
        )
    )
    return bool(told) and bool(element_of(told) or guessed_element(told))


def body_of(text: str) -> str:
    """Return the role that was written: one of ``BODIES`` where it is meant, else the words as they stand."""
    letters = key_of(text)
    meant = next((body for body in BODIES if key_of(body) == letters), "")
    return meant or next((body for word, body in _BODY_WORDS if word in letters), " ".join(text.split()))


def gender_of(text: str) -> str:
    """Return ``L`` or ``P``, empty where the text says neither."""
    letters = key_of(text)
    return "L" if letters in _MALE else "P" if letters in _FEMALE else ""
