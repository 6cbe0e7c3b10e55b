"""Every code that the package may say to a person, with the facts that are given along, found in the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.places import ROOT

PACKAGE = ROOT / "batikstudio"
SEVERITIES = ("fault", "warning", "note")


@dataclass(frozen=True)
class Said:
    """One place that says a code. ``facts`` is None where they come from elsewhere, such as from another error."""

    code: str
    facts: frozenset[str] | None
    where: str


def said_codes() -> Iterator[Said]:
    """Yield every place: errors raised, findings of step guards, problems of a design."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for code, facts in _of(node):
                yield Said(code, facts, f"{file.relative_to(ROOT)}:{node.lineno}")


def computed_codes() -> list[str]:
    """Return the places that make an error of a code that the source does not spell out."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if _called(node) == "BatikError" and _texts(node.args[0]) == []:
                found.append(f"{file.relative_to(ROOT)}: {ast.unparse(node.args[0])}")
    return found


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _texts(node: ast.expr) -> list[str]:
    """Return the texts that an expression may be: a constant, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return []


def _of(node: ast.AST) -> Iterator[tuple[str, frozenset[str] | None]]:
    if _called(node) == "BatikError":
        keys = [keyword.arg for keyword in node.keywords]
        facts = None if None in keys else frozenset(key for key in keys if key)
        yield from ((code, facts) for code in _texts(node.args[0]))
    elif _called(node) == "Problem" and len(node.args) >= 2:
        given = node.args[3] if len(node.args) > 3 else ast.Dict([], [])
        yield from ((code, _keys(given)) for code in _texts(node.args[1]))
    elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and not isinstance(node.elts[2], ast.Constant):
        severity, code, facts = node.elts
        if set(_texts(severity)) & set(SEVERITIES):
            yield from ((one, _keys(facts)) for one in _texts(code))


def _keys(node: ast.expr) -> frozenset[str] | None:
    if not isinstance(node, ast.Dict) or None in node.keys:
        return None
    return frozenset(text for key in node.keys if key is not None for text in _texts(key))
