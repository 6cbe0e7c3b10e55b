"""Every code has its sentence, in both languages, and no sentence asks for a fact that is not given."""

from __future__ import annotations

import errno
import os
import re
import string
from typing import get_args

import pytest

from batikstudio.base.errors import BatikError
from batikstudio.pattern.groups import LatticeType
from batikstudio.studio.i18n import LANGUAGES, Translator
from batikstudio.studio.messages import MESSAGES, left_out_message, message
from tests.support.places import ROOT
from tests.support.said_codes import computed_codes, said_codes

LONGEST = 260
CODES = sorted({one.code for one in said_codes()})
TYPICAL = {
    "path": "/home/sri/batik/kain-panjang-manggur.batik",
    "reason": "Permission denied",
    "known": ["kawung", "kawung_picis", "kawung_sen"],
    "choices": ["klowong", "tembok", "biron"],
    "where": "$.fields[0].layers[1].items[12].transform",
}


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_scan_finds_what_is_there():
    assert len(CODES) > 60
    assert {"file.cannot_write", "step.wax_too_cold", "design.id_twice", "process.wax_left", "svg.too_deep"} <= set(
        CODES
    )


def test_only_what_is_told_again_has_a_code_from_elsewhere():
    """Problems of a design, and faults of the program, which have no sentence of their own."""
    assert {one.rpartition(": ")[2] for one in computed_codes()} <= {"one.code", "type(error).__name__"}
    assert {one.split("/")[1] for one in computed_codes()} <= {"cli", "gui"}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence(code):
    assert code in MESSAGES


@pytest.mark.parametrize("said", list(said_codes()), ids=lambda one: f"{one.code} at {one.where}")
def test_a_sentence_asks_only_for_facts_that_are_given(said):
    if said.facts is not None and said.code in MESSAGES:
        assert _names(MESSAGES[said.code]) <= said.facts


def test_no_sentence_is_said_by_nobody():
    assert set(MESSAGES) - set(CODES) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_is_one_short_line_in_each_language(code, language):
    tr = Translator(language)
    facts = {name: TYPICAL.get(name, "12.5") for name in _names(MESSAGES[code])}
    said = message(BatikError(code, **facts), tr)
    assert "\n" not in said
    assert len(said) <= LONGEST
    assert "{" not in said
    assert said[-1] in ".?"
    if language == "id":
        assert tr(MESSAGES[code]) != MESSAGES[code]
        assert _names(tr(MESSAGES[code])) == _names(MESSAGES[code])


def test_an_unknown_code_and_a_missing_fact_still_make_a_sentence():
    for language in LANGUAGES:
        tr = Translator(language)
        assert "no.such_code" in message(BatikError("no.such_code"), tr)
        assert "–" in message(BatikError("file.not_found"), tr)


def test_facts_are_written_as_the_language_writes_them_and_cannot_break_the_line():
    error = BatikError("value.out_of_range", key="size_mm", value=1234.5, minimum=5.0, maximum=3000.0)
    assert message(error, Translator("en")).startswith("1,234.50 is outside 5 to 3,000;")
    assert message(error, Translator("id")).startswith("1.234,50 ")
    evil = BatikError("file.not_found", path="a\n\x1b[31m\u202eb{path}")
    said = message(evil, Translator("en"))
    assert said.startswith("“a  [31m b{path}” is not there")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(200_000, "200.000"), (float("nan"), "nan"), (float("inf"), "inf"), (-1e300, "-1e+300"), (True, "True")],
)
def test_any_number_can_be_told(value, shown):
    error = BatikError("value.out_of_range", key="dpi", value=value, minimum=5, maximum=2400)
    assert message(error, Translator("id")).startswith(f"{shown} di luar 5 sampai 2.400;")


def test_the_reasons_of_the_system_are_told_in_each_language():
    codes = (errno.EACCES, errno.EPERM, errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EFBIG)
    for code in (*codes, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE):
        error = BatikError("file.cannot_write", path="a", reason=os.strerror(code))
        assert os.strerror(code) in message(error, Translator("en"))
        assert os.strerror(code) not in message(error, Translator("id"))
    unknown = BatikError("file.cannot_write", path="a", reason="a reason of another system")
    assert "a reason of another system" in message(unknown, Translator("id"))


def _said_of(code, key, words):
    for word in words:
        facts = dict.fromkeys(_names(MESSAGES[code]), "x") | {key: word}
        assert word in message(BatikError(code, **facts), Translator("en"))
        assert word not in message(BatikError(code, **facts), Translator("id"))


def test_words_of_the_program_are_told_in_each_language():
    _said_of("pattern.lattice_does_not_fit", "lattice", get_args(LatticeType))
    _said_of("design.id_twice", "kind", ("colourway", "field", "slot", "step", "layer", "item"))
    found = {
        text
        for file in (ROOT / "batikstudio" / "export").glob("*.py")
        for text in re.findall(r'Mismatch\("([a-z]+)"\)', file.read_text(encoding="utf-8"))
    }
    assert {"structure", "pixels"} <= found
    _said_of("export.verify_failed", "what", found)


def test_what_a_person_wrote_is_never_translated():
    error = BatikError("layer.locked", layer="square")
    assert "“square”" in message(error, Translator("id"))


def test_what_was_left_out_of_a_drawing_is_told_in_each_language():
    from batikstudio.motifs.svg.left_out import LEFT_OUT

    for language in LANGUAGES:
        lines = left_out_message([(kind, 2) for kind in LEFT_OUT], Translator(language))
        assert len(lines) == len(set(lines)) == len(LEFT_OUT)
        assert all("(2)" in line for line in lines)
