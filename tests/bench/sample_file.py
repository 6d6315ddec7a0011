"""Makes the sample workshop of the program: ``sample_file.py TARGET``."""

import sys
import tempfile
from pathlib import Path

from smartcity_desktop import sample

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as profile:
        sample.build(Path(sys.argv[1]), profile=Path(profile)).close()
