"""Only actions change what is stored, each with who does it and when, and each leaves a trace."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from .looking import Fault, python_trees

ALWAYS = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "acreate", "asave", "aupdate", "adelete", "copy_from", "copy_expert"}
"""Calls that change rows whoever they are called on."""

_RAW = re.compile(r"\b(?:INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|TRUNCATE\s+(?!ON\b)\w|COPY\s+[\w{]+[^;]*\bFROM\b)", re.I)

ELSEWHERE = {
    "src/alongside/pictures/redrawing.py": "saves a picture into memory, and no row",
    "src/alongside/site/demo/drawn.py": "saves a picture into memory, and no row",
    "src/alongside/desk/at_meetings/minutes.py": "saves a file for Word into memory, and no row",
    "src/alongside/places/copying.py": "fills a temporary table from which an action then takes",
}
"""Files beside actions.py that may change rows, each with why."""

WITHOUT_A_TRACE = {
    "src/alongside/exchange/actions/feeds_read.py": "what waits of a feed is in nobody's directory yet; loading it has its line",
    "src/alongside/mine/actions/unfinished.py": "what is begun is nobody's record yet",
    "src/alongside/notices/actions/carrying.py": "that a worker takes a notice is nothing yet; what became of it has its line",
    "src/alongside/web/actions.py": "drafts are nobody's record",
}
"""Actions whose changes have no line in the trail, each with why."""


def is_actions(path: str) -> bool:
    """`people/actions.py`, or a file of the folder `people/actions/`."""
    return path.endswith("/actions.py") or "/actions/" in path


@cache
def many_to_many() -> frozenset[str]:
    """The names of fields that link many to many: adding to one writes a row."""
    names = set()
    for path, tree in python_trees():
        if path.endswith("models.py"):
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _name(node.value.func) == "ManyToManyField":
                    names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(names)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _chain(node: ast.expr) -> set[str]:
    """Every name on the way from the left to this: `Person.objects.filter(…)` is {Person, objects, filter}."""
    names: set[str] = set()
    while True:
        if isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
            node = node.value
        elif isinstance(node, ast.Name):
            return names | {node.id}
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return names


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words of everything in a file that changes rows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            verb, held = node.func.attr, _chain(node.func.value)
            rows = bool(held & {"objects", "_base_manager", "_default_manager", "filter", "exclude", "all", "using", "rows", "queryset"})
            if (
                verb in ALWAYS
                or (verb == "save" and "session" not in held)
                or (verb == "update" and (rows or (node.keywords and not node.args)))
                or (verb == "delete" and (rows or not node.args) and not held & {"session", "cache"})
                or (verb in {"add", "remove", "set", "clear"} and isinstance(node.func.value, ast.Attribute) and node.func.value.attr in many_to_many())
                or (verb == "copy" and any(isinstance(arg, ast.Constant | ast.JoinedStr) and _RAW.search(ast.unparse(arg)) for arg in node.args))
            ):
                yield node.lineno, f".{verb}(…)"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _RAW.search(node.value) and not _is_docstring(node, tree):
            yield node.lineno, " ".join(node.value.split())[:50]


def _is_docstring(node: ast.Constant, tree: ast.AST) -> bool:
    return any(isinstance(holder, ast.Expr) and holder.value is node for holder in ast.walk(tree))


def written_outside_actions(path: str, tree: ast.AST) -> Iterator[Fault]:
    """Rows changed anywhere but in a room's actions."""
    if not is_actions(path) and path not in ELSEWHERE:
        for line, what in writes(tree):
            yield Fault(path, line, f"{what} changes rows: only actions.py does.")


def careless_actions(path: str, tree: ast.Module) -> Iterator[Fault]:
    """Actions without @action, without who and when, or without a trace."""
    if not is_actions(path):
        return
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    writers = {name for name, node in functions.items() if any(True for _ in writes(node))}
    for name, node in functions.items():
        decorated = "action" in {_name(d.func if isinstance(d, ast.Call) else d) for d in node.decorator_list}
        given = {argument.arg: argument.annotation for argument in [*node.args.args, *node.args.kwonlyargs]}
        if decorated:
            if "by" not in given or given["by"] is None or "Actor" not in ast.unparse(given["by"]):
                yield Fault(path, node.lineno, f"{name} does not say who does it: by: Actor.")
            if "at" not in given or given["at"] is None or "datetime" not in ast.unparse(given["at"]):
                yield Fault(path, node.lineno, f"{name} does not say when: at: datetime.")
            if not _leaves_a_trace(name, functions, set()):
                yield Fault(path, node.lineno, f"{name} leaves no trace.")
        elif not name.startswith("_") and path not in WITHOUT_A_TRACE and (name in writers or _calls(node) & writers):
            yield Fault(path, node.lineno, f"{name} changes rows and is not an @action.")


def _calls(node: ast.AST) -> set[str]:
    return {_name(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}


def _leaves_a_trace(name: str, functions: dict[str, ast.FunctionDef], seen: set[str]) -> bool:
    if name in seen:
        return False
    seen.add(name)
    calls = _calls(functions[name])
    return "leave_trace" in calls or any(_leaves_a_trace(other, functions, seen) for other in calls & set(functions))


def faults() -> list[Fault]:
    """Every careless write of the house."""
    found = [fault for path, tree in python_trees() for check in (written_outside_actions, careless_actions) for fault in check(path, tree)]
    trees = dict(python_trees())
    idle = [path for path in ELSEWHERE if path not in trees or not any(True for _ in writes(trees[path]))]
    found += [Fault(path, 1, "may change rows but does not: take it off the list.") for path in idle]
    return found
