"""Screen Catatan: the minutes of a session, and its photos."""
