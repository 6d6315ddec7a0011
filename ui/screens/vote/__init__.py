"""The screen Suara: votes on any list."""
