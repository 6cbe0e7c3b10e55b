"""Edits of the guides: help lines that are pulled out of the rulers."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, Guide

MOST = 200
BEYOND_MM = 1000.0
"""How far beside the cloth a guide may be left: a cloth made smaller keeps its guides."""


def add(design: Design, axis: Literal["x", "y"], at_mm: float) -> Design:
    """Lay a guide, upright at a place along ``x`` or level at one along ``y``.

    Raises
    ------
    BatikError
        ``value.out_of_range`` more than a metre beside the cloth; ``guide.too_many`` beyond 200.
    """
    if len(design.guides) >= MOST:
        raise BatikError("guide.too_many", most=MOST)
    return replace(design, guides=(*design.guides, _placed(design, Guide(axis=axis, at_mm=at_mm))))


def move(design: Design, number: int, at_mm: float) -> Design:
    """Lay a guide elsewhere; ``number`` counts from 0. Raises `BatikError` ``value.out_of_range``."""
    _check(design, number)
    moved = _placed(design, replace(design.guides[number], at_mm=at_mm))
    return replace(design, guides=(*design.guides[:number], moved, *design.guides[number + 1 :]))


def remove(design: Design, number: int) -> Design:
    """Take a guide away; ``number`` counts from 0. Raises `BatikError` ``value.out_of_range``."""
    _check(design, number)
    return replace(design, guides=(*design.guides[:number], *design.guides[number + 1 :]))


def clear(design: Design) -> Design:
    """Take all guides away."""
    return replace(design, guides=()) if design.guides else design


def _check(design: Design, number: int) -> None:
    if not 0 <= number < len(design.guides):
        raise BatikError("value.out_of_range", key="guide", value=number, minimum=0, maximum=len(design.guides) - 1)


def _placed(design: Design, guide: Guide) -> Guide:
    """Return the guide at a tenth of a mm, which is as near as a hand can lay it."""
    most = (design.cloth.length_mm if guide.axis == "x" else design.cloth.width_mm) + BEYOND_MM
    if not -BEYOND_MM <= guide.at_mm <= most:
        raise BatikError("value.out_of_range", key="at_mm", value=guide.at_mm, minimum=-BEYOND_MM, maximum=most)
    return replace(guide, at_mm=round(guide.at_mm, 1))
