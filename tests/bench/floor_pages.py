"""The floor of reading a PDF: the text and the drawn lines of every page, fetched through pypdfium2.

``floor_pages.py FILE`` tells the seconds, the loading of the library included.
"""

import json
import sys
import time


def fetch(path):
    """Return how many pages, letters and drawn paths a file has."""
    import pypdfium2
    from pypdfium2 import raw

    letters = paths = 0
    document = pypdfium2.PdfDocument(path)
    for page in document:
        letters += len(page.get_textpage().get_text_range())
        paths += sum(bool(found.get_bounds()) for found in page.get_objects([raw.FPDF_PAGEOBJ_PATH]))
    return {"pages": len(document), "letters": letters, "paths": paths}


if __name__ == "__main__":
    begun = time.monotonic()
    told = fetch(sys.argv[1])
    sys.stdout.write(json.dumps({"spent": time.monotonic() - begun, **told}) + "\n")
