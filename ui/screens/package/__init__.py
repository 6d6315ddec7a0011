"""Cetak, Serah terima data: everything in one folder that proves itself."""
