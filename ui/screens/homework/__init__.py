"""The screen Pekerjaan rumah: what every agency still owes, and what changed since the stage before."""
