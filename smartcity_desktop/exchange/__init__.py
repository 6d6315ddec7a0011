"""Foreign files in and out, except prints; knows no database."""
