"""The settings of the process and its steps."""

from __future__ import annotations

from dataclasses import replace

from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.words import Words
from batikstudio.design.document import Design, Step
from batikstudio.design.edits import process
from batikstudio.design.settings.setting import Setting, named
from batikstudio.design.steps import step_kinds
from batikstudio.design.workshop import processes
from batikstudio.dyes.catalogue import dyes


def of_process(design: Design) -> list[Setting]:
    """Return the setting of the process."""
    return [
        Setting(
            Parameter(
                "process",
                "choice",
                design.colourway.process,
                Words("Proses", "Process"),
                choices={key: one.name for key, one in processes().items()},
            ),
            lambda one, value: process.set_process(one, str(value))[0],
        )
    ]


def of_steps(design: Design) -> list[Setting]:
    """Return the settings of each step: ``STEP.key``, by the step's id and by its 1-based number."""
    found = []
    for number, step in enumerate(design.steps, 1):
        own = _of_step(design, step)
        found += [named(one, f"{step.id}.{one.key}") for one in own]
        found += [named(one, f"{number}.{one.key}") for one in own]
    return found


def _of_step(design: Design, step: Step) -> list[Setting]:
    step_id = step.id
    found = [
        Setting(
            Parameter("enabled", "bool", step.enabled, Words("Dikerjakan", "Done")),
            lambda one, value: process.enable(one, step_id, bool(value)),
        )
    ]
    kind = step_kinds().get(step.kind)
    for parameter in kind.parameters if kind else ():
        choices = parameter.choices
        if parameter.key == "dye":
            choices = {key: one.name for key, one in dyes().items()}
        elif parameter.key == "slots":
            choices = {slot.id: slot.name for slot in design.slots}
        present = replace(parameter, default=step.settings.get(parameter.key, parameter.default), choices=choices)
        if parameter.key == "dye":
            present = replace(present, kind="choice")

        def change(one: Design, value: Value, key: str = parameter.key) -> Design:
            return process.set_setting(one, step_id, key, value)

        found.append(Setting(present, change))
    return found
