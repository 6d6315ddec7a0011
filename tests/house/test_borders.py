"""Borders that import contracts cannot draw: the standard library, the network, threads, paper, Qt."""

import os
import re
import subprocess
import sys

from tests.house.source import (
    CORE,
    ROOT,
    WINDOW,
    files_that_call,
    files_that_name,
    module_name,
    python_files,
    seen,
    short,
    within,
)

EVERYTHING = [*python_files(CORE, WINDOW), ROOT / "main.py"]
DOMAIN_MAY = sys.stdlib_module_names | {"smartcity_desktop.errors", "smartcity_desktop.domain"}
NETWORK = {
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "webbrowser",
    "asyncio",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}
BRING_THE_NETWORK = {"logging.handlers", "xml.sax", "importlib.metadata", "email", "multiprocessing"}
"""Parts of the standard library that load it; the built program leaves them out with it."""
THREADS = {"QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor"}


def outside(path, allowed):
    return sorted(name for name in seen(path).imports if not within(name, allowed))


def test_the_domain_stands_on_the_standard_library_and_errors_alone():
    found = {short(path): outside(path, DOMAIN_MAY) for path in python_files(CORE / "domain")}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_rule_of_the_domain_would_see_a_stranger(tmp_path):
    stranger = tmp_path / "opd.py"
    stranger.write_text("import json\nfrom smartcity_desktop.storage import journal\nimport reportlab.lib\n")
    assert outside(stranger, DOMAIN_MAY) == ["reportlab.lib", "smartcity_desktop.storage.journal"]


def test_nothing_talks_to_a_network():
    found = {
        short(path): sorted(name for name in seen(path).imports if within(name, NETWORK))
        for path in EVERYTHING
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_nothing_loads_the_network_by_the_back_door():
    found = {
        short(path): sorted(name for name in seen(path).imports if within(name, BRING_THE_NETWORK))
        for path in EVERYTHING
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_only_what_writes_for_word_knows_its_library():
    found = {
        short(path)
        for path in python_files(CORE, WINDOW)
        if any(within(name, {"docx", "lxml"}) for name in seen(path).imports)
    }
    assert found
    assert {name for name in found if "/reporting/docx_" not in f"/{name}"} == set()


def test_only_the_lane_makes_threads():
    assert set(files_that_name(THREADS, EVERYTHING)) == {"ui/lane.py"}
    assert set(files_that_name({"Thread"}, python_files(WINDOW))) <= {"ui/lane.py"}


def test_nobody_turns_the_event_loop_by_hand():
    assert files_that_name({"processEvents", "sendPostedEvents"}, EVERYTHING) == {}


def test_no_text_of_a_person_is_read_as_markup_in_the_window():
    markup = {"setHtml", "insertHtml", "setMarkdown", "RichText", "MarkdownText"}
    assert files_that_name(markup, python_files(WINDOW)) == {}


def test_text_is_shown_by_the_one_label_that_never_guesses_markup():
    # QLabel and QMessageBox take what looks like HTML for HTML: a name with "<b" in it would change the page.
    assert files_that_name({"QLabel", "QMessageBox"}, python_files(WINDOW)) == {
        "ui/widgets/label.py": {"QLabel"}
    }
    assert "PlainText" in seen(WINDOW / "widgets" / "label.py").names


def test_user_text_reaches_a_paragraph_in_one_file_only():
    assert len(files_that_call("Paragraph", python_files(CORE / "reporting"))) == 1
    # The text of a chapter has paragraphs of its own, which are plain values.
    others = [p for p in EVERYTHING if "reporting" not in p.parts]
    assert [p for p in others if any(within(name, {"reportlab"}) for name in seen(p).imports)] == []


PROBE = """
import importlib
import os
import sys

opened = []
shelf = os.path.join(os.getcwd(), "resources", "")
def listen(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = args[0] if isinstance(args[0], str) else args[0].decode(errors="replace")
        writes = isinstance(args[1], str) and set(args[1]) & set("wax+")
        if os.path.abspath(path).startswith(shelf) or writes:
            opened.append(path)
    elif event in {"socket.connect", "subprocess.Popen", "sqlite3.connect"}:
        opened.append(event)

sys.dont_write_bytecode = True
sys.addaudithook(listen)
for name in sys.argv[1:]:
    importlib.import_module(name)
print("qt:", sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}))
print("opened:", [path for path in opened if "site-packages" not in path])
"""


def imported_alone(modules, folder=ROOT):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE, *modules],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_importing_the_core_loads_no_qt_and_opens_no_file():
    modules = [module_name(path) for path in python_files(CORE) if path.stem != "__main__"]
    assert len(modules) > 30
    assert imported_alone(modules) == ["qt: []", "opened: []"]


def test_a_module_that_reads_the_shelf_or_loads_qt_when_imported_would_be_seen(tmp_path):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "opd.csv").write_text("x", encoding="utf-8")
    (tmp_path / "greedy.py").write_text(
        "import PySide6\nfrom pathlib import Path\nTEXT = Path('resources/opd.csv').read_text('utf-8')\n"
        "Path('log.txt').write_text('x', 'utf-8')\n",
        encoding="utf-8",
    )
    qt, opened = imported_alone(["greedy"], tmp_path)
    assert "PySide6" in qt
    assert re.search(r"resources.opd\.csv.*log\.txt", opened)
