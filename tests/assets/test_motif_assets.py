"""Every motif that comes with the program is tested by being there."""

from __future__ import annotations

import re
import time
from pathlib import Path

import numpy as np
import pytest

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.resources import asset_files
from batikstudio.base.words import Words
from batikstudio.motifs import generators
from batikstudio.motifs.catalogue import Catalogue, catalogue, drawn
from batikstudio.motifs.motif import PART_KINDS, ROLES, About, Motif
from batikstudio.motifs.svg import motif_from_svg, motif_to_svg

_FAMILIES = """
    parang lereng kawung ceplok truntum nitik banji semen buketan lung pesisir probolinggo tumpal pinggiran latar mega
    sido
"""
FAMILIES = frozenset(_FAMILIES.split())
"""The families of motifs that may have a folder."""
RESERVED_FAMILIES = frozenset({"parang", "kawung"})
"""Of which every motif tells that it was reserved for the court."""
RANKS = frozenset({"kept", "line", "ground", "keep1", "keep2", "keep3"})

FILES = list(asset_files("motifs", ".svg"))
ENTRIES = catalogue().entries()


def test_the_catalogue_is_not_empty_and_has_every_file_and_module():
    modules = {file.stem for file in Path(generators.__path__[0]).glob("*.py")} - {"__init__"}
    assert len(ENTRIES) > 0
    assert len(modules) > 0
    assert {file.name.removesuffix(".svg") for file in FILES} | modules == {about.id for about in ENTRIES}


@pytest.mark.parametrize("about", ENTRIES, ids=lambda about: about.id)
def test_what_is_known_of_it_is_whole(about: About):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", about.id)
    assert about.version >= 1
    assert about.family in FAMILIES
    assert_both_languages(about.name, may_be_equal=True)
    assert_both_languages(about.meaning)
    assert_both_languages(about.region, may_be_equal=True)
    assert len(about.source) > 10
    assert about.ground in RANKS
    assert set(about.ranks) <= set(ROLES)
    assert set(about.ranks.values()) <= RANKS
    if about.family in RESERVED_FAMILIES:
        assert about.larangan is not None
    if about.larangan is not None:
        assert_both_languages(about.larangan)


def assert_both_languages(words: Words, may_be_equal: bool = False) -> None:
    assert words.id.strip() == words.id != ""
    assert words.en.strip() == words.en != ""
    assert may_be_equal or words.id != words.en


@pytest.mark.parametrize("about", ENTRIES, ids=lambda about: about.id)
def test_it_can_be_drawn_and_travels_in_a_file(about: About):
    motif = catalogue().motif(about.id)
    assert_sound(motif)
    x0, y0, x1, y1 = motif.bounds
    assert 5 <= x1 - x0 <= 400
    assert 5 <= y1 - y0 <= 400
    copy = motif_from_svg(motif_to_svg(motif), "copy")
    assert copy.left_out == ()
    assert (copy.motif.about, copy.motif.parameters) == (motif.about, motif.parameters)
    assert motif_to_svg(copy.motif) == motif_to_svg(motif)


def assert_sound(motif: Motif) -> None:
    assert motif.repeat.name
    assert 3 <= motif.repeat.width_mm <= 600
    assert 3 <= motif.repeat.height_mm <= 600
    assert motif.parts
    for part in motif.parts:
        assert part.kind in PART_KINDS
        assert part.role in ROLES
        assert len(part.path.points)
        assert np.isfinite(part.path.points).all()
        if part.width_mm is not None:
            assert part.kind != "areas"
            assert 0.3 <= part.width_mm <= 6


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_drawing_loses_nothing_and_is_where_it_says(file: Path):
    header = drawn(file).header
    assert header.licence == "CC0-1.0"
    assert header.id == file.name.removesuffix(".svg")
    assert file.parent.name == header.family
    assert motif_from_svg(file.read_bytes(), header.id).left_out == ()


def extremes(parameter: Parameter) -> list[Value]:
    if parameter.kind in ("float", "int"):
        assert parameter.minimum is not None
        assert parameter.maximum is not None
        assert parameter.minimum <= float(str(parameter.default)) <= parameter.maximum
        return [parameter.check(parameter.minimum), parameter.check(parameter.maximum)]
    if parameter.kind == "bool":
        return [False, True]
    return list(parameter.choices)


SETTINGS = [
    pytest.param(about.id, parameter.key, value, id=f"{about.id}-{parameter.key}-{value}")
    for about in ENTRIES
    for parameter in catalogue().parameters(about.id)
    for value in extremes(parameter)
]


@pytest.mark.parametrize(("motif_id", "key", "value"), SETTINGS)
def test_a_generator_draws_at_the_ends_of_each_parameter(motif_id: str, key: str, value: Value):
    assert_sound(catalogue().motif(motif_id, {key: value}))


@pytest.mark.parametrize("about", ENTRIES, ids=lambda about: about.id)
def test_parameters_have_their_words(about: About):
    for parameter in catalogue().parameters(about.id):
        assert_both_languages(parameter.words, may_be_equal=True)
        assert parameter.unit == "mm" or not parameter.key.endswith("_mm")


def test_listing_every_drawing_is_quick():
    catalogue()
    started = time.process_time()
    listed = Catalogue([drawn(file) for file in FILES], []).entries()
    assert time.process_time() - started < 0.05 + 0.002 * len(listed)
