"""The readers of the source find what was planted, so that the rules that stand on them can fail."""

import ast

from tests.house import source


def nodes(code: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(code)))


def test_imports_are_found_wherever_and_however_they_are_written():
    code = """
import socket as s
def later():
    from urllib import request
    import importlib
    importlib.import_module("http.client")
"""
    assert source.imports(nodes(code)) == {"socket", "urllib.request", "importlib", "http.client"}


def test_a_module_lies_within_its_parents_and_not_within_a_namesake():
    assert source.within("http.client", {"http"})
    assert source.within("http", {"http"})
    assert not source.within("httpx.client", {"http"})


def test_names_are_those_of_the_code_and_not_of_its_texts():
    code = 'from PySide6.QtCore import QThread as T\napp.processEvents()\ntext = "QRunnable"'
    found = source.names(nodes(code))
    assert {"QThread", "processEvents"} <= found
    assert "QRunnable" not in found


def test_fault_codes_are_found_with_their_values_and_both_arms_of_a_choice():
    code = """
raise UserFault("file-missing", name=path.name)
fault = errors.DiskFault("full" if full else "locked", **values)
raise UserFault(answer["code"])
raise ValueError("no-code")
"""
    found = [(item.code, item.values) for item in source.faults(nodes(code))]
    assert found == [("file-missing", frozenset({"name"})), ("full", None), ("locked", None)]


def test_a_writing_method_that_keeps_its_changes_to_itself_is_found():
    code = """
class Notes:
    def add(self) -> RowId:
        self._journal.write([])
    def both(self) -> tuple[Changes, RowId]:
        self.journal.write([])
    def hidden(self) -> None:
        self._journal.write([], who="a")
    def bare(self):
        self._store.write([])
    def read(self) -> None:
        self._file.write("")
    def _private(self) -> None:
        self._journal.write([])
"""
    assert source.writers_without_changes(ast.parse(code)) == ["Notes.hidden", "Notes.bare"]


def test_what_was_built_is_not_the_project(tmp_path):
    for name in ("build/a.py", ".venv/b.py", "out/c.pdf", ".ci/run", "ui/__pycache__/d.pyc", "ui/e.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in source.walked(tmp_path)]
    assert found == [".ci/run", "ui/e.py"]
