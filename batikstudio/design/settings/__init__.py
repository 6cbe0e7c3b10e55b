"""Every value of a design that can be set by a key and a text: the command line's ``--set``, listed as data."""

from __future__ import annotations

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.design.settings.fields import of_fields
from batikstudio.design.settings.isen import of_items
from batikstudio.design.settings.layout import of_layout
from batikstudio.design.settings.setting import Setting
from batikstudio.design.settings.steps import of_process, of_steps
from batikstudio.design.settings.whole import of_cloth, of_title_and_look

__all__ = ["Setting", "apply", "settings_of"]


def settings_of(design: Design) -> dict[str, Setting]:
    """Return every setting of a design by its key; ``default`` of each parameter is the present value."""
    found = [
        *of_title_and_look(design),
        *of_cloth(design),
        *of_layout(design),
        *of_fields(design),
        *of_items(design),
        *of_process(design),
        *of_steps(design),
    ]
    return {setting.key: setting for setting in found}


def apply(design: Design, key: str, text: str) -> Design:
    """Return the design with one value set.

    Raises
    ------
    BatikError
        ``value.unknown_key`` with the nearest keys, or what the value's parameter or edit raises.
    """
    known = settings_of(design)
    setting = known.get(key)
    if setting is None:
        from difflib import get_close_matches

        raise BatikError("value.unknown_key", key=key, known=get_close_matches(key, known, 4, 0.4) or sorted(known)[:8])
    return setting.change(design, setting.parameter.parse(text))
