"""How the choices of any field are called where no screen words them: history of rows, tables of data."""

from collections.abc import Mapping
from typing import Final

from smartcity_desktop.domain.wording import LABELS

_LABELLED: Final[Mapping[tuple[str, str], str]] = {
    ("workshop", "region_kind"): "region",
    ("opd", "kind"): "opd_kind",
    ("person", "element"): "element",
    ("initiative", "partner_element"): "element",
    ("plan_point", "kind"): "plan_point",
    ("renstra_line", "level"): "level",
    ("typed_line", "level"): "level",
    ("analysis", "relevant"): "relevant",
    ("second_tag", "relevant"): "relevant",
    ("analysis", "horizon"): "horizon_long",
    ("initiative", "horizon"): "horizon_long",
    ("sheet", "status"): "status",
    ("note", "kind"): "note",
    ("note", "state"): "state",
}
"""Fields whose choices are worded by a group of ``wording.LABELS``."""
_WORDS: Final[Mapping[str, str]] = {
    "sk_dewan": "SK Dewan Smart City",
    "sk_tim": "SK Tim Pelaksana",
    "perkada": "Perkada",
    "perda": "Perda",
    "sk": "SK",
    "renstra": "Renstra",
    "rpjmd": "RPJMD",
    "rpd": "RPD",
    "rpjpd": "RPJPD",
    "rtrw": "RTRW",
    "masterplan_tik": "Masterplan TIK",
    "spbe": "Arsitektur SPBE",
    "lain": "Lainnya",
    "dunia_usaha": "Dunia usaha",
    "tidak_ada": "Tidak ada",
    "tidak_perlu": "Tidak perlu",
    "tata_kelola": "Tata kelola",
    "layanan_administrasi": "Layanan administrasi",
    "layanan_publik": "Layanan publik",
    "tindak_lanjut": "Tindak lanjut",
    "apbd": "APBD",
    "dak": "DAK",
    "csr": "CSR",
    "kpbu": "KPBU",
    "desa": "Dana desa",
    "sdm": "Literasi dan SDM",
    "opd": "OPD",
    "kppn_ikn": "KPPN dan IKN",
    "reguler": "Reguler (2017–2019)",
    "ife": "IFE/EFE",
    "kabupaten": "Kabupaten",
    "L": "Laki-laki",
    "P": "Perempuan",
}
_OF: Final[Mapping[tuple[str, str, str], str]] = {
    ("action", "head", "kebijakan"): "Kebijakan dan kelembagaan",
    ("evaluation", "group", "baru"): "Baru (2021)",
    ("candidate", "decision", "tidak"): "Tidak terpilih",
    ("quickwin", "step", "masalah"): "Perumusan masalah",
    ("signature", "state", "tidak"): "Tidak menandatangani",
    ("shared_program", "place", "dalam"): "Di dalam OPD",
    ("shared_program", "place", "antar"): "Antar-OPD",
    ("shared_program", "place", "luar"): "Dengan pihak luar",
    ("attendance", "state", "tidak"): "Tidak hadir",
}


def choice_word(ent: str, name: str, value: str) -> str:
    """Return the words of a stored choice of a field, or of a part of one (``fund@apbd``)."""
    field = name.partition("@")[0]
    group = _LABELLED.get((ent, field))
    if group in LABELS and value in LABELS[group]:
        return LABELS[group][value]
    return (
        _OF.get((ent, field, value)) or _WORDS.get(value) or value[:1].upper() + value[1:].replace("_", " ")
    )
