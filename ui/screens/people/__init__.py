"""Screen Peserta: the list of participants, and what happens at the door."""
