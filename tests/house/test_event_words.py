"""Sentences of the window that name an agency or a dimension take the words of the event."""

import ast
import re

import pytest

from tests.house.source import WINDOW, parse, python_files, seen, short

USUAL = re.compile(r"\b(OPD|(?:[Ss]ub|SUB)?(?:[Dd]imensi|DIMENSI)(?:nya)?)\b")
SAYERS = {"worded", "say"}
ELSEWHERE = {
    "ui/screens/analysis/tabs.py": "titles of tabs: the screen words them when it is built",
    "ui/shell/all_screens.py": "titles of screens: the page of the workshop words them when it is built",
    "ui/shell/new_workshop.py": "there is no event yet whose words could be spoken",
    "ui/widgets/event_words.py": "where the words are chosen, the usual ones stand beside the others",
}
"""Files whose literals are not worded where they stand, and why."""


def names_in(node):
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def calls_of_sayers(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAYERS:
                yield node


def flows(tree):
    """Yield (names, from which names) for every assignment and loop of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield set().union(*map(names_in, node.targets)), names_in(node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield names_in(node.target), names_in(node.value)
        elif isinstance(node, ast.For | ast.comprehension):
            yield names_in(node.target), names_in(node.iter)


def worded_names(tree):
    """Return the names whose texts are worded, also where a loop or another name lies between."""
    found = set().union(*(names_in(argument) for call in calls_of_sayers(tree) for argument in call.args))
    steps = list(flows(tree))
    while more := {name for into, source in steps if into & found for name in source} - found:
        found |= more
    return found


def not_worded(tree):
    """Return the literals with a usual word that are neither said by a sayer nor kept under a worded name."""
    fine = {id(part) for call in calls_of_sayers(tree) for part in ast.walk(call)}
    known = worded_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(id(node.value))
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        is_set = isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        if is_set and any(names_in(target) & known for target in targets):
            fine |= {id(part) for part in ast.walk(node.value)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and USUAL.search(node.value)
        and id(node) not in fine
    ]


def test_every_sentence_of_the_window_takes_the_words_of_the_event():
    found = {short(path): not_worded(parse(path)) for path in python_files(WINDOW)}
    assert {path: said for path, said in found.items() if said and path not in ELSEWHERE} == {}
    assert [path for path in ELSEWHERE if not found.get(path)] == []


def test_faults_are_explained_in_the_words_of_the_event():
    said = [
        short(path)
        for path in python_files(WINDOW)
        if "smartcity_desktop.domain.wording.sentence" in seen(path).imports
    ]
    assert said == ["ui/faults.py", "ui/translate.py"]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('label.setText("Semua OPD")', 1),
        ('label.setText(worded("Semua OPD"))', 0),
        ('label.setText(f"{count} OPD")', 1),
        ('label.setText(worded("{all} OPD").format(all=count))', 0),
        ('HEADS = ("OPD", "Meja")\ndef head(place):\n    return HEADS[place]', 1),
        ('HEADS = ("OPD", "Meja")\ndef head(place):\n    return worded(HEADS[place])', 0),
        ('STEPS = (("a", "OPD"),)\nfor key, title in STEPS:\n    show(key, worded(title))', 0),
        ('said = "Belum ada dimensi."\nshow(said)', 1),
        ('"""About OPD."""\nent = "opd"', 0),
    ],
)
def test_the_rule_sees_a_sentence_that_is_not_worded(source, count):
    assert len(not_worded(ast.parse(source))) == count
