"""The locked packages: all platforms, every file with its hash, and no address."""

import re
import tomllib

import pytest

from tests.house.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(
    r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)( ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = re.sub(r"^ *#.*\n", "", PIN.sub("", text), flags=re.MULTILINE)
    assert rest.strip() == "", "a line that is neither a pin with hashes nor a comment"
    return {match[1]: match[2] for match in PIN.finditer(text)}


def plain(requirement: str) -> str:
    return re.split(r"[<>=~!;\[ ]", requirement)[0].lower().replace("_", "-")


def test_run_time_packages_are_pinned_with_hashes():
    found = pins("requirements.txt")
    assert {plain(need) for need in PROJECT["project"]["dependencies"]} <= set(found)
    assert found["pyside6-essentials"].startswith("6.11.")


def test_developers_run_the_same_versions():
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert run.items() <= dev.items()
    assert {plain(need) for need in PROJECT["dependency-groups"]["dev"]} <= set(dev)


def test_windows_is_locked_too():
    assert "colorama" in pins("requirements-dev.txt")


@pytest.mark.parametrize("wrong", ["pyside6==6.11.3\n", "-r other.txt\n", "--index-url somewhere\n"])
def test_a_loose_line_would_be_seen(wrong):
    assert not PIN.match(wrong)
