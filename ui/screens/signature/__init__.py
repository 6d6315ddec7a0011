"""Cetak, Komitmen: who signs the shared commitment, and who has."""
