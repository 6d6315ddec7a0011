"""Buku: the books of the masterplan, chapter by chapter."""
