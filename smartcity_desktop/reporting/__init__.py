"""The only place with paper; knows no database."""
