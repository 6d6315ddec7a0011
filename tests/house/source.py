"""Reading the source of this project: files, imports, names and calls, for the rules linters cannot see."""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

CORE = ROOT / "smartcity_desktop"
WINDOW = ROOT / "ui"
BUILT = frozenset({"build", "dist", "out", "__pycache__"})
DOTTED = frozenset({".ci", ".github", ".gitignore", ".pre-commit-config.yaml"})


def python_files(*folders: Path) -> list[Path]:
    """Return the Python files of these folders, sorted."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def own_files() -> list[Path]:
    """Return the files of the project: those git knows, or without git all that is not built or cached."""
    listed = _known_to_git(ROOT)
    return [ROOT / name for name in listed if (ROOT / name).is_file()] if listed else list(walked(ROOT))


def _known_to_git(folder: Path) -> list[str]:
    try:
        done = subprocess.run(["git", "-C", str(folder), "ls-files", "-z"], capture_output=True, text=True)
    except FileNotFoundError:
        return []
    return [name for name in done.stdout.split("\0") if name]


def walked(folder: Path) -> Iterator[Path]:
    """Walk over a folder without caches, dotted folders and what was built."""
    for path in sorted(folder.iterdir()):
        if path.name in BUILT or (path.name.startswith(".") and path.name not in DOTTED):
            continue
        if path.is_dir():
            yield from walked(path)
        else:
            yield path


def short(path: Path) -> str:
    """Return the path as it is written in this project."""
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    """Return the dotted name under which a file of the project is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@dataclass(frozen=True)
class Raised:
    """A fault made in the source: its code, the names of its values, None where they are not spelt out."""

    code: str
    values: frozenset[str] | None
    line: int


@dataclass(frozen=True)
class Seen:
    """What the rules look for in one file: see the functions of the same names."""

    imports: frozenset[str]
    names: frozenset[str]
    calls: frozenset[str]
    texts: frozenset[str]
    faults: tuple[Raised, ...]


@cache
def seen(path: Path) -> Seen:
    """Read a file once for all rules: its tree is large, what they look for is little."""
    nodes = list(ast.walk(parse(path)))
    calls = frozenset(called(node) for node in nodes if isinstance(node, ast.Call))
    found = frozenset(imports(nodes))
    return Seen(found, frozenset(names(nodes)), calls, frozenset(texts(nodes)), tuple(faults(nodes)))


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """Return what is imported, anywhere in the file; ``from a import b`` counts as ``a.b``."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            found |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    return found


def within(name: str, roots: set[str] | frozenset[str]) -> bool:
    """Tell whether a dotted name is one of these modules or lies in one of them."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def called(node: ast.Call) -> str:
    """Return the last name of what is called: ``a.b.C(...)`` gives ``C``."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def names(nodes: Sequence[ast.AST]) -> set[str]:
    """Return every name that the code uses: variables, attributes and imports, not its texts."""
    found = {part for name in imports(nodes) for part in name.split(".")}
    for node in nodes:
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


def files_that_name(words: set[str], files: list[Path]) -> dict[str, set[str]]:
    """Return file -> which of the words its code uses."""
    hits = {short(path): {*seen(path).names & words} for path in files}
    return {path: found for path, found in hits.items() if found}


def files_that_call(name: str, files: list[Path]) -> list[str]:
    """Return the files in which something of this name is called."""
    return [short(path) for path in files if name in seen(path).calls]


def faults(nodes: Iterable[ast.AST]) -> list[Raised]:
    """Return the expected faults that a file makes with a code that is written out."""
    found = []
    for node in nodes:
        if not (isinstance(node, ast.Call) and called(node) in {"UserFault", "DiskFault"} and node.args):
            continue
        spelt = [word.arg for word in node.keywords]
        values = None if None in spelt else frozenset(word for word in spelt if word)
        found += [Raised(code, values, node.lineno) for code in _written_out(node.args[0])]
    return found


def _written_out(code: ast.expr) -> list[str]:
    if isinstance(code, ast.Constant):
        return [str(code.value)]
    if isinstance(code, ast.IfExp):
        return [*_written_out(code.body), *_written_out(code.orelse)]
    return []


def texts(nodes: Iterable[ast.AST]) -> set[str]:
    """Return every text constant of a file."""
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def writers_without_changes(tree: ast.AST) -> list[str]:
    """Return the public methods that write to the journal and do not say what they changed."""
    silent = []
    for owner in ast.walk(tree):
        if not isinstance(owner, ast.ClassDef):
            continue
        for method in owner.body:
            if not isinstance(method, ast.FunctionDef) or method.name.startswith("_"):
                continue
            promise = ast.unparse(method.returns) if method.returns else ""
            if _writes(method) and not re.search(r"\b(Changes|RowId)\b", promise):
                silent.append(f"{owner.name}.{method.name}")
    return silent


def _writes(method: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call)
        and re.search(r"\b(journal|store)\.write$", ast.unparse(node.func).replace("_", ""))
        for node in ast.walk(method)
    )
