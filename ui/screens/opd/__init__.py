"""The agencies at the table."""
