"""What tests ask of the drawing of a motif: its parts by role, what a map changes, what each choice draws."""

from __future__ import annotations

import numpy as np
from shapely import affinity

from batikstudio.base.parameter import Parameter, Value
from batikstudio.motifs.generator import Generator
from batikstudio.motifs.motif import Motif, Part
from tests.support.laid import area, laid

TURN, HALF, MIRROR, DIAGONAL = [0, -1, 1, 0], [-1, 0, 0, -1], [-1, 0, 0, 1], [0, 1, 1, 0]
"""Maps about the origin, row by row."""


def by_role(motif: Motif, kind: str, role: str) -> list[Part]:
    return [part for part in motif.parts if part.kind == kind and part.role == role]


def differs(motif: Motif, part: Part, matrix: list[float], half_mm: float, reach: int = 4) -> float:
    """Return the share of a part's cloth that a map about the origin changes."""
    cloth = laid(motif, area(part), half_mm, reach)
    return cloth.symmetric_difference(affinity.affine_transform(cloth, [*matrix, 0, 0])).area / cloth.area


def other_values(parameter: Parameter) -> list[Value]:
    """Return the ends of a number's range, or what else may be chosen."""
    if parameter.kind in ("float", "int"):
        return [value for value in (parameter.minimum, parameter.maximum) if value is not None]
    if parameter.kind == "bool":
        return [not parameter.default]
    return [choice for choice in parameter.choices if choice != parameter.default]


def assert_every_choice_draws_something_else(generator: Generator) -> None:
    def look(motif: Motif) -> list[tuple[object, ...]]:
        return [(p.kind, p.role, p.width_mm, p.path.points.tolist()) for p in motif.parts]

    usual = generator.motif()
    for parameter in generator.parameters:
        for value in other_values(parameter):
            motif = generator.motif({parameter.key: value})
            assert all(np.isfinite(part.path.points).all() for part in motif.parts)
            assert look(motif) != look(usual), (parameter.key, value)
