"""The screen Hasil: rows of all tables beside each other, merged and carried on."""
