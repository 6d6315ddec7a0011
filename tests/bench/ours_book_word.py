"""Writes a made-up book for Word: ``ours_book_word.py JOB`` tells the seconds; see ``ours_book.py``."""

import io
import json
import pickle
import sys
import time
from pathlib import Path


def main(path):
    """Tell how long the job took, loading python-docx included, and how many tables Word finds in it."""
    from smartcity_desktop.services import report

    job = pickle.loads(path.read_bytes())
    begun = time.monotonic()
    made = report.render_word(job)
    spent = time.monotonic() - begun
    from docx import Document

    told = {"spent": spent, "tables": len(Document(io.BytesIO(made)).tables), "bytes": len(made)}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
