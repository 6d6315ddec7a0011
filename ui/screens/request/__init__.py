"""Screen Permintaan data: what every agency is asked to bring, and what has come."""
