"""Where a tool lays what it makes: into which layer, and from the copy under the pointer back to the cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from batikstudio.base.errors import BatikError
from batikstudio.design.copies import field_at, frame_of, images
from batikstudio.design.document import Design, Field, Layer
from batikstudio.geometry.affine import Affine
from batikstudio.pattern.instances import Box, shifts_mm, translations
from batikstudio.pattern.lattice import is_far

MOST_LIVE = 12
"""So many copies follow a stroke while it is drawn: more than the eye follows."""


@dataclass(frozen=True)
class Home:
    """A field, and the copy of its cell that a pointer is on: ``copy`` maps the cell's frame to the cloth."""

    field: Field
    copy: Affine

    def point(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return a point of the cloth in the frame of the cell."""
        home = self.copy.inverse()
        return home.a * x_mm + home.c * y_mm + home.e, home.b * x_mm + home.d * y_mm + home.f

    def live(self, box: Box) -> list[Affine]:
        """Return the maps from what is drawn at this copy to its nearest other copies, at most `MOST_LIVE`.

        Parameters
        ----------
        box : (x0, y0, x1, y1)
            Around what is drawn, mm on the cloth.
        """
        home, basis = self.copy.inverse(), self.field.repeat.basis
        reach = max(np.hypot(*basis[0]), np.hypot(*basis[1])) * 2.2
        rect = (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)
        frame = frame_of(self.field)
        vectors = (frame.linear @ np.array(basis).T).T
        lattice = ((vectors[0, 0], vectors[0, 1]), (vectors[1, 0], vectors[1, 1]))
        middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
        found = []
        for image in images(self.field.repeat):
            there = frame @ image @ home
            x, y = there.apply(middle[None])[0]
            for shift in shifts_mm(lattice, translations(lattice, (x, y, x, y), rect)):
                copy = Affine.translation(float(shift[0]), float(shift[1])) @ there
                far = float(np.hypot(*(copy.apply(middle[None])[0] - middle)))
                if not np.allclose(copy, (1, 0, 0, 1, 0, 0), atol=1e-6):
                    found.append((far, copy))
        found.sort(key=lambda one: one[0])
        return [copy for _, copy in found[:MOST_LIVE]]


def home_at(design: Design, x_mm: float, y_mm: float) -> Home:
    """Return the topmost field at a point of the cloth, and the copy of its cell that the point lies in."""
    field = field_at(design, x_mm, y_mm)
    frame = frame_of(field)
    vectors = np.array(field.repeat.basis, np.float64)
    point = frame.inverse().apply(np.array([[x_mm, y_mm]]))[0]
    steps = np.floor(np.round(point @ np.linalg.inv(vectors), 9))
    steps[list(is_far(field.repeat.basis))] = 0.0  # no copy follows that way
    x, y = steps @ vectors
    return Home(field, frame @ Affine.translation(float(x), float(y)))


def free_layer(field: Field) -> Layer:
    """Return the topmost layer that is visible and not locked; raises `BatikError` ``layer.locked``."""
    for layer in reversed(field.layers):
        if layer.visible and not layer.locked:
            return layer
    raise BatikError("layer.locked", layer=field.layers[-1].name)
