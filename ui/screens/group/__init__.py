"""Screen Kelompok."""
