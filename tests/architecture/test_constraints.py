"""``constraints.txt`` pins everything that is installed, by name and version and nothing else."""

from __future__ import annotations

import importlib.metadata
import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.closure import PACKAGE, PYTHONS, Target, closure, pins
from tools.environment import BOOTSTRAP, ROOT

TARGETS = [Target(system, python) for system in ("linux", "windows") for python in PYTHONS]
CONSTRAINTS = ROOT / "constraints.txt"


def test_lines_are_names_and_versions():
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*==[0-9][0-9a-z.]*", line), line


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: f"{target.system}-{target.python}")
def test_everything_needed_is_pinned(target: Target):
    needed = closure(PACKAGE, target, ["dev"])
    assert {"numpy", "shiboken6", "pytest"} <= needed  # ours, a dependency's own, and the tests'
    assert needed <= pins(CONSTRAINTS).keys()


def test_nothing_else_is_pinned():
    needed = {name for target in TARGETS for name in closure(PACKAGE, target, ["dev"])}
    assert pins(CONSTRAINTS).keys() == needed | {canonicalize_name(name) for name in BOOTSTRAP}


def test_the_pins_fit_the_ranges_of_the_project():
    pinned = pins(CONSTRAINTS)
    for requirement in map(Requirement, importlib.metadata.requires(PACKAGE) or []):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement


def test_what_only_windows_needs_is_seen_from_any_system():
    assert "colorama" in closure(PACKAGE, Target("windows", "3.12"), ["dev"])
    assert "colorama" not in closure(PACKAGE, Target("linux", "3.12"), ["dev"])
