"""Cetak: every document of the event, its pages, and the way to paper or a file."""
