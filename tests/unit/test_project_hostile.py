"""A stranger's file: refused with its own code, quickly, without a trace; or opened with its problems named."""

from __future__ import annotations

import json
import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from batikstudio.base.errors import BatikError
from batikstudio.design.invariants import problems
from batikstudio.design.schema import encode
from batikstudio.design.templates import from_template
from batikstudio.project import load, save
from batikstudio.project.container import DOCUMENT
from batikstudio.studio.i18n import Translator
from batikstudio.studio.messages import MESSAGES, message
from tests.support.hostile_zip import edited, hostile, members_of, sound

REFUSED_WITHIN_S = 2.0
LARGEST_RISE_MB = 200


@pytest.fixture(scope="module")
def design():
    return from_template("kawung")


@pytest.fixture(scope="module")
def files(design):
    return {one.name: one for one in hostile(design)}


def _refusal(path):
    with pytest.raises(BatikError) as caught:
        load(path)
    return caught.value


def test_every_hostile_file_is_refused_with_its_code_in_time(files, tmp_path):
    """One test for all: the files are made once, and none may hide behind the failure of another."""
    wrong = {}
    for name, one in files.items():
        path = tmp_path / "a.batik"
        path.write_bytes(one.data)
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            load(path)
        except BatikError as refusal:
            error = refusal
        else:
            wrong[name] = "opened"
            continue
        seconds = time.perf_counter() - start
        rise_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        if error.code not in one.codes or seconds > REFUSED_WITHIN_S or rise_mb > LARGEST_RISE_MB:
            wrong[name] = (str(error)[:120], round(seconds, 2), round(rise_mb))
        assert error.code in MESSAGES
        for language in ("id", "en"):
            said = message(error, Translator(language))
            assert "\n" not in said
            assert "–" not in said
        assert path.read_bytes() == one.data
        assert [entry.name for entry in tmp_path.iterdir()] == ["a.batik"]
    assert not wrong, "\n".join(f"{name}: {what}" for name, what in wrong.items())
    assert len(files) > 100


def test_what_the_refused_files_were_made_of_is_sound(design, tmp_path):
    path = tmp_path / "a.batik"
    path.write_bytes(sound(design))
    assert load(path).design == design
    path.write_bytes(edited(design, lambda plain: None))
    assert load(path).design == design


def test_what_is_no_file_is_not_read_to_its_end(tmp_path):
    """A device never ends, and a pipe that nobody writes to never begins."""
    pipe = tmp_path / "pipe.batik"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        assert _refusal(path).code == "file.not_a_design"


def test_the_largest_design_s_values_are_still_read(design, tmp_path):
    """The limit on values is one on what a stranger can make the program build, not on what a person can draw."""
    path = tmp_path / "a.batik"
    many = "," * 1_000_000
    path.write_bytes(edited(design, lambda plain: plain.update(notes=many)))
    assert load(path).design.notes == many


def test_a_flipped_bit_is_detected_or_harmless(design, tmp_path):
    good, path = sound(design), tmp_path / "a.batik"
    generator = np.random.default_rng(20261124)
    detected = 0
    for at in generator.choice(len(good) * 8, 200, replace=False):
        data = bytearray(good)
        data[at // 8] ^= 1 << int(at % 8)
        path.write_bytes(data)
        try:
            opened = load(path)
        except BatikError:
            detected += 1
        else:
            assert opened.design == design
            assert opened.preview_png == b"preview"
    assert detected > 150


def test_every_bit_of_the_headers_is_detected_or_harmless(design, tmp_path):
    """Random bits fall into the drawing most of the time: here every bit of the zip's own tables."""
    good, path = sound(design), tmp_path / "a.batik"
    table = good.index(b"PK\x01\x02")
    for at in [*range(30 * 8), *range(table * 8, len(good) * 8)]:
        data = bytearray(good)
        data[at // 8] ^= 1 << (at % 8)
        path.write_bytes(data)
        try:
            opened = load(path)
        except BatikError:
            continue
        assert opened.design == design


def test_how_many_parts_can_still_be_read_is_told(design, tmp_path):
    good, path = sound(design), tmp_path / "a.batik"
    path.write_bytes(good[: good.index(b"PK\x01\x02") + 10])
    assert _refusal(path).facts["readable"] == len(members_of(good))


@dataclass(frozen=True)
class Newer:
    """What a newer program, or a hand, wrote; and the code of the problem that it shows as."""

    change: object
    code: str


def _first_step(plain):
    return plain["colourways"][0]["steps"][0]


def _bath(plain):
    return next(step for step in plain["colourways"][0]["steps"] if step["kind"] == "dye")


NEWER = {
    "motif": Newer(lambda one: one["motifs"]["m1"].update(id="naga", copy="0" * 64), "motif.missing"),
    "motif key": Newer(lambda one: one["fields"][0]["layers"][0]["items"][0].update(motif="m9"), "motif.missing"),
    "step": Newer(
        lambda one: _first_step(one).update(kind="colet", settings={"paint": ["a", "b"]}), "step.unknown_kind"
    ),
    "setting": Newer(lambda one: _bath(one)["settings"].update(ph=11.5), "value.unknown_key"),
    "wild setting": Newer(lambda one: _bath(one)["settings"].update(dips="many"), "value.not_a_number"),
    "dye": Newer(lambda one: _bath(one)["settings"].update(dye="jelawe"), "step.unknown_dye"),
    "slot": Newer(lambda one: one["fields"][0].update(ground="merah"), "slot.unknown"),
    "role": Newer(
        lambda one: one["fields"][0]["layers"][0]["items"][0]["slots"].update(fringe="soga"), "item.unknown_role"
    ),
    "fabric": Newer(lambda one: one["cloth"].update(fabric="sutra"), "fabric.unknown"),
    "group": Newer(lambda one: one["fields"][0]["repeat"].update(group="p5"), "group.unknown"),
    "colourway": Newer(lambda one: one.update(process="w9"), "design.process_missing"),
}


@pytest.mark.parametrize("newer", NEWER.values(), ids=NEWER)
def test_what_is_unknown_opens_shows_as_a_problem_and_is_kept(newer, design, tmp_path):
    path, again = tmp_path / "a.batik", tmp_path / "b.batik"
    path.write_bytes(edited(design, newer.change))
    opened = load(path).design
    assert newer.code in {one.code for one in problems(opened)}
    save(opened, again, b"")
    assert load(again).design == opened
    written = json.loads(members_of(again.read_bytes())[DOCUMENT])
    expected = json.loads(encode(design))
    newer.change(expected)
    assert written == expected
