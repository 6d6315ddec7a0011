"""README is held against the code: folders, commands, flags, make targets, packages, words."""

import ast
import re
import tomllib

from smartcity_desktop import settings
from tests.house.source import CORE, ROOT, WINDOW, called, own_files, parse, python_files

README = (ROOT / "README.md").read_text(encoding="utf-8")
BEGIN, END = "<!-- pengaturan: awal -->\n", "<!-- pengaturan: akhir -->\n"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def constants_given_to(function: str, tree: ast.AST) -> set[str]:
    """Return the texts that are handed to calls of this name: ``add_parser("contoh")`` gives ``contoh``."""
    return {
        arg.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == function
        for arg in node.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    }


def test_every_folder_of_the_top_level_is_named():
    folders = {path.relative_to(ROOT).parts[0] for path in own_files() if path.parent != ROOT}
    assert {folder for folder in folders if f"`{folder}/`" not in README} == set()


def test_every_command_and_flag_is_named():
    tree = parse(CORE / "cli.py")
    commands = constants_given_to("add_parser", tree)
    assert {"contoh", "baca-renstra", "cetak", "periksa"} <= commands
    assert {word for word in commands if not re.search(rf"`{word}\b", README)} == set()
    flags = {flag for flag in constants_given_to("add_argument", tree) if flag.startswith("--")}
    assert {flag for flag in flags if flag not in README} == set()


def test_every_make_target_that_is_shown_is_there():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    shown = set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE))
    assert {"run", "test", "soak", "lock", "clean"} <= shown
    assert shown <= targets


def test_every_package_has_its_reason():
    needs = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    rows = "\n".join(line for line in README.splitlines() if line.startswith("|"))
    assert {need for need in needs if re.split(r"[<>=]", need)[0] not in rows} == set()


def test_every_word_that_runs_through_the_floors_is_named():
    domain = {path.stem for path in python_files(CORE / "domain")}
    above = {path.stem for path in python_files(CORE / "services", WINDOW)}
    words = (domain & above) - {"__init__"}
    assert len(words) > 5
    assert {word for word in words if f"`{word}`" not in README} == set()


def test_the_build_machine_runs_what_a_developer_runs():
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_table_of_settings_is_the_one_that_the_settings_give():
    """After a change of settings: empty the place between the marks, run this twice, read the difference."""
    head, rest = README.split(BEGIN)
    shown, tail = rest.split(END)
    if not shown.strip():
        (ROOT / "README.md").write_text(f"{head}{BEGIN}{settings.table()}\n{END}{tail}", encoding="utf-8")
    assert shown == f"{settings.table()}\n"


def test_the_manual_names_every_setting():
    manual = (ROOT / "resources" / "manual" / "pengaturan.md").read_text(encoding="utf-8")
    assert {item.label for item in settings.asked() if item.label.split(":")[0] not in manual} == set()


def test_commands_are_found_in_a_parser():
    tree = ast.parse('sub.add_parser("ekspor", help="x")\nadd_argument("-k", "--kertas")')
    assert constants_given_to("add_parser", tree) == {"ekspor"}
    assert constants_given_to("add_argument", tree) == {"-k", "--kertas"}
