"""Whatever is done to a design: it stays sound, and the history gives every state back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.edits import items
from batikstudio.design.history import History
from batikstudio.design.invariants import problems
from batikstudio.design.process import baths, stages
from batikstudio.design.schema import decode, encode
from batikstudio.design.settings import apply, settings_of
from batikstudio.design.workshop import processes
from batikstudio.geometry.affine import Affine
from tests.support.designs import deeds, designs, done, starts, wild_designs


def faults(design):
    return [one for one in problems(design) if one.severity == "fault"]


@settings(max_examples=80)
@given(starts(), st.lists(deeds(), max_size=14))
def test_edits_leave_no_fault_and_undo_gives_every_state_back(start, made):
    history, states = History(start), [start]
    for deed in made:
        new = done(history.design, deed)
        assert faults(new) == [], deed
        if history.commit(deed.name, new):
            states.append(new)
    assert history.position == len(states) - 1
    for state in reversed(states[:-1]):
        assert history.undo()
        assert history.design == state
    assert not history.undo()
    assert history.design is start
    for state in states[1:]:
        assert history.redo()
        assert history.design == state
    assert not history.redo()


@settings(max_examples=60)
@given(designs(6), deeds())
def test_an_edit_never_changes_the_design_that_it_was_given(design, deed):
    before = encode(design), dict(design.assets)
    done(design, deed)
    assert (encode(design), dict(design.assets)) == before


@settings(max_examples=60)
@given(designs(3), st.lists(st.tuples(st.integers(1, 3), deeds()), max_size=12), st.data())
def test_gestures_merge_and_every_gesture_is_one_undo(start, made, data):
    """A model of the history: the states at the end of each gesture, without those that end where they began."""
    history, model = History(start), [(start, "")]
    open_key = ""
    for gesture, deed in made:
        key = f"drag-{gesture}"
        new = done(history.design, deed)
        if not history.commit(deed.name, new, key):
            continue
        if model[-1][1] == key == open_key:
            model.pop()
        if new != model[-1][0]:
            model.append((new, key))
        open_key = key
        assert history.design == model[-1][0]
        assert history.position == len(model) - 1
    for state, _ in reversed(model[:-1]):
        history.undo()
        assert history.design == state


@settings(max_examples=80)
@given(wild_designs())
def test_problems_and_stages_never_raise_and_the_document_survives_writing(design):
    for one in problems(design):
        assert one.severity in ("fault", "warning", "note")
        assert one.code
    assert len(stages(design)) == sum(step.enabled for step in design.steps)
    baths(design)
    assert decode(encode(design), design.assets) == design


@settings(max_examples=30)
@given(designs(5))
def test_every_setting_takes_its_own_present_value_and_changes_nothing(design):
    if design.title != design.title.strip() or any(one.severity == "fault" for one in problems(design)):
        return
    for key, setting in settings_of(design).items():
        if key == "process" and design.steps != processes()[design.colourway.process].steps:
            continue  # following the process anew is how an edited one is put back
        present = setting.parameter.default
        text = ",".join(present) if isinstance(present, list) else str(present)
        try:
            same = apply(design, key, text) == design
        except BatikError as error:
            assert error.code == "layer.locked"  # noqa: PT017
            locked = [item.id for field in design.fields for one in field.layers if one.locked for item in one.items]
            assert key.partition(".")[0] in locked
            continue
        assert same, key


@settings(max_examples=60)
@given(designs(6), st.sets(st.integers(0, 9)), st.integers(-12, 12))
def test_what_is_raised_or_lowered_together_keeps_its_order(design, chosen, by):
    layer = design.fields[0].layers[0]
    ids = [item.id for item in layer.items]
    wanted = [one for index, one in enumerate(ids) if index in chosen]
    try:
        after = [item.id for item in items.shift_order(design, wanted, by).fields[0].layers[0].items]
    except BatikError as error:
        assert error.code == "layer.locked"  # noqa: PT017
        return
    assert sorted(after) == sorted(ids)
    assert [one for one in after if one in wanted] == wanted
    assert [one for one in after if one not in wanted] == [one for one in ids if one not in wanted]
    if abs(by) >= len(ids):
        assert (after[len(after) - len(wanted) :] if by > 0 else after[: len(wanted)]) == wanted


@settings(max_examples=40)
@given(designs(4), st.floats(0.2, 5), st.floats(-170, 170))
def test_a_transform_and_its_inverse_come_back(design, factor, angle):
    if any(layer.locked for layer in design.fields[0].layers):
        return
    ids = [item.id for item in design.fields[0].items()]
    there = Affine.scaling(factor) @ Affine.rotation(angle) @ Affine.translation(3.5, -7.25)
    try:
        back = items.transform(items.transform(design, ids, there), ids, there.inverse())
    except BatikError as error:
        assert error.code == "item.too_small_or_large"  # noqa: PT017
        return
    for old, new in zip(design.fields[0].items(), back.fields[0].items(), strict=True):
        assert replace(new, transform=old.transform) == old
        for was, now in zip(old.transform, new.transform, strict=True):
            assert abs(was - now) < 1e-6
