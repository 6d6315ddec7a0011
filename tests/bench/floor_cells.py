"""The floor of reading a spreadsheet: a child reads it with calamine, the parent parses all its cells.

``floor_cells.py FILE`` tells the seconds; ``floor_cells.py --child FILE`` is the child.
"""

import json
import subprocess
import sys
import time


def give(path):
    """Write every row of every sheet as one line of JSON."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False):
            sys.stdout.write(json.dumps(row, default=str) + "\n")


def take(path):
    """Read the file in a child process and return the rows."""
    with subprocess.Popen([sys.executable, __file__, "--child", path], stdout=subprocess.PIPE) as child:
        return [json.loads(line) for line in child.stdout]


if __name__ == "__main__":
    if sys.argv[1] == "--child":
        give(sys.argv[2])
    else:
        begun = time.monotonic()
        rows = take(sys.argv[1])
        sys.stdout.write(json.dumps({"spent": time.monotonic() - begun, "rows": len(rows)}) + "\n")
