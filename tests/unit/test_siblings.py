"""Twelve sisters: all different, all sound, the same for a seed, each told in both languages."""

from __future__ import annotations

import msgspec
import pytest

from batikstudio.cli import main
from batikstudio.design.invariants import problems
from batikstudio.design.siblings import COUNT, siblings
from batikstudio.design.templates import from_motif, from_template
from batikstudio.studio import files
from batikstudio.studio.i18n import Translator
from batikstudio.studio.siblings import LABELS, label

DESIGNS = {name: from_motif(name) for name in ("kawung", "parang_rusak", "mangga")}
DESIGNS["manggur-kawung"] = from_template("manggur-kawung")


def told(design):
    return msgspec.msgpack.encode((design.fields, design.colourways, design.motifs), order="deterministic")


def bad(design):
    return {(one.code, one.where) for one in problems(design) if one.severity != "note"}


@pytest.mark.parametrize("name", DESIGNS)
def test_twelve_come_all_different_and_sound(name):
    design = DESIGNS[name]
    found = siblings(design)
    assert len(found) == COUNT
    assert len({told(one.design) for one in found} | {told(design)}) == COUNT + 1
    for one in found:
        assert 1 <= len(one.changes) <= 2
        assert bad(one.design) <= bad(design)
        assert [slot.id for slot in one.design.slots]


def test_the_same_round_gives_the_same_and_another_gives_others():
    design = DESIGNS["mangga"]
    first = [told(one.design) for one in siblings(design, 1)]
    assert [told(one.design) for one in siblings(design, 1)] == first
    assert len(set(first) & {told(one.design) for one in siblings(design, 2)}) < COUNT


def test_a_sister_has_sisters_of_her_own():
    chosen = siblings(DESIGNS["mangga"])[4].design
    assert len(siblings(chosen)) == COUNT


def test_what_closes_on_its_lattice_is_never_torn_and_upright_figures_are_not_mirrored():
    for name in ("kawung", "parang_rusak"):
        for number in range(1, 5):
            for one in siblings(DESIGNS[name], number):
                assert one.design.fields[0].repeat.name == DESIGNS[name].fields[0].repeat.name
    for number in range(1, 5):
        for one in siblings(DESIGNS["mangga"], number):
            assert one.design.fields[0].repeat.group == "p1"


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_says_what_changed(language):
    tr = Translator(language)
    codes = set()
    for design in DESIGNS.values():
        for number in (1, 2, 3):
            for one in siblings(design, number):
                said = label(one, tr)
                assert said
                assert "{" not in said
                codes |= {change.code for change in one.changes}
    assert codes <= set(LABELS)
    assert len(codes) >= 8


def test_the_command_writes_a_file_each(tmp_path, capsys):
    files.save(DESIGNS["kawung"], tmp_path / "k.batik")
    assert main(["siblings", str(tmp_path / "k.batik"), "--out", str(tmp_path / "s"), "--json"]) == 0
    written = sorted((tmp_path / "s").glob("*.batik"))
    assert len(written) == COUNT
    assert files.load(written[0]) != DESIGNS["kawung"]
    assert capsys.readouterr().out.count('"changes"') == COUNT
