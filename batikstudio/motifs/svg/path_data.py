"""Path data: the ``d`` of a path, read as far as it is well written."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from batikstudio.base.errors import BatikError
from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE
from batikstudio.motifs.svg.arc import arc_cubics
from batikstudio.motifs.svg.limits import MOST_PATH_VALUES

# Possessive quantifiers: no number is ever read twice, so reading is linear in a stranger's text.
NUMBER = r"[-+]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+"
_TOKEN = re.compile(rf"{NUMBER}|[^\s,]")
_SEPARATOR = r"[\s,]*+"
_ARC = re.compile(_SEPARATOR + _SEPARATOR.join([f"({NUMBER})"] * 3 + ["([01])"] * 2 + [f"({NUMBER})"] * 2))
_LETTERS = "MmZzLlHhVvCcSsQqTtAa"
_COMMAND = re.compile(rf"[{_LETTERS}][^{_LETTERS}]*+")


class Outline(NamedTuple):
    """A path in plain arrays, in the units of its element: cheap to keep, to count and to lay many times.

    Attributes
    ----------
    verbs : bytes
        As `geometry.path.Path` has them.
    points : array of float
        x, y, x, y…
    """

    verbs: bytes
    points: array[float]


class Budget:
    """How many path values may still be read from this file."""

    def __init__(self) -> None:
        self.room = MOST_PATH_VALUES

    def spend(self, values: int) -> None:
        """Take ``values`` off; raises `BatikError` ``svg.too_many_points`` when there were not that many."""
        self.room -= values
        if self.room < 0:
            raise BatikError("svg.too_many_points", limit=MOST_PATH_VALUES)


def numbers(text: str, budget: Budget) -> tuple[list[float], bool]:
    """Return the numbers of a list up to the first mistake, and whether there was none."""
    if len(text) > 2 * budget.room:  # a number and what parts it from the next take two characters
        tokens = [match[0] for match in islice(_TOKEN.finditer(text), budget.room + 1)]
    else:
        tokens = _TOKEN.findall(text)
    budget.spend(len(tokens))
    try:
        return list(map(float, tokens)), True
    except ValueError:
        sound = []
        for word in tokens:
            if len(word) == 1 and word not in "0123456789":
                break
            sound.append(float(word))
        return sound, False


def read_path(text: str, budget: Budget) -> tuple[Outline, bool]:
    """Read path data.

    Returns
    -------
    outline : Outline
        What was drawn before the first mistake. A lone move draws nothing; a line of no length is a lone MOVE, which
        a round cap makes a dot.
    sound : bool
        Whether there was no mistake.

    Raises
    ------
    BatikError
        ``svg.too_many_points``.
    """
    pen = _Pen()
    first = _COMMAND.search(text)
    if first is None or text[: first.start()].strip() or first[0][0] not in "Mm":
        return pen.outline(), not text.strip() or text.strip() == "none"
    for match in _COMMAND.finditer(text, first.start()):
        letter, given = match[0][0], match[0][1:]
        budget.spend(1)
        name = letter.upper()
        if name == "A":
            values, sound = _arc_numbers(given, budget)
        else:
            values, sound = numbers(given, budget)
        count, draw = _COMMANDS[name]
        if count == 0:
            draw(pen, [], False)
            sound = sound and not values
        else:
            whole = len(values) - len(values) % count
            sound = sound and whole == len(values) > 0
            draw(pen, values[:whole], letter.islower())
        if not sound:
            return pen.outline(), False
    return pen.outline(), True


def _arc_numbers(text: str, budget: Budget) -> tuple[list[float], bool]:
    """Return the numbers of arcs, whose two flags need nothing between them and the next number."""
    values: list[float] = []
    at = 0
    while match := _ARC.match(text, at):
        budget.spend(7)
        values += map(float, match.groups())
        at = match.end()
    return values, not text[at:].strip(" \t\r\n,")


class _Pen:
    """Where path data has come to: the current point, the start of the subpath, the last handle."""

    def __init__(self) -> None:
        self.verbs = bytearray()
        self.points: list[float] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.begun = False
        self.handle: tuple[str, float, float] | None = None

    def outline(self) -> Outline:
        self._settle_dot()
        return Outline(bytes(self.verbs), array("d", self.points))

    def _settle_dot(self) -> None:
        if self.verbs[-2:] == bytes((MOVE, LINE)) and self.points[-4:-2] == self.points[-2:]:
            del self.verbs[-1:], self.points[-2:]

    def _begin(self) -> None:
        """Begin the subpath if nothing has been drawn since the last move or close."""
        if self.begun:
            return
        self._settle_dot()
        self.verbs.append(MOVE)
        self.points += (self.start_x, self.start_y)
        self.begun = True

    def move(self, values: list[float], relative: bool) -> None:
        if len(values) < 2:
            return
        base_x, base_y = (self.x, self.y) if relative else (0.0, 0.0)
        self.x = self.start_x = base_x + values[0]
        self.y = self.start_y = base_y + values[1]
        self.begun, self.handle = False, None
        if len(values) > 2:
            self.line(values[2:], relative)

    def close(self, _values: list[float], _relative: bool) -> None:
        self._begin()
        self.verbs.append(CLOSE)
        self.x, self.y, self.begun, self.handle = self.start_x, self.start_y, False, None

    def line(self, values: list[float], relative: bool) -> None:
        if not values:
            return
        self._begin()
        if relative:
            x, y = self.x, self.y
            for i in range(0, len(values), 2):
                values[i] = x = x + values[i]
                values[i + 1] = y = y + values[i + 1]
        self.verbs += bytes((LINE,)) * (len(values) // 2)
        self.points += values
        self.x, self.y = values[-2:]
        self.handle = None

    def across(self, values: list[float], relative: bool) -> None:
        for value in values:
            self.line([value, 0.0 if relative else self.y], relative)

    def down(self, values: list[float], relative: bool) -> None:
        for value in values:
            self.line([0.0 if relative else self.x, value], relative)

    def cubic(self, values: list[float], relative: bool) -> None:
        if not values:
            return
        self._begin()
        if relative:
            x, y = self.x, self.y
            for i in range(0, len(values), 6):
                values[i : i + 6] = (
                    x + values[i],
                    y + values[i + 1],
                    x + values[i + 2],
                    y + values[i + 3],
                    x + values[i + 4],
                    y + values[i + 5],
                )
                x, y = values[i + 4], values[i + 5]
        self.verbs += bytes((CUBIC,)) * (len(values) // 6)
        self.points += values
        self.handle = ("C", values[-4], values[-3])
        self.x, self.y = values[-2:]

    def smooth_cubic(self, values: list[float], relative: bool) -> None:
        for i in range(0, len(values), 4):
            base_x, base_y = (self.x, self.y) if relative else (0.0, 0.0)
            x2, y2, x, y = values[i : i + 4]
            self.cubic([*self._reflected("C"), base_x + x2, base_y + y2, base_x + x, base_y + y], False)

    def quadratic(self, values: list[float], relative: bool) -> None:
        for i in range(0, len(values), 4):
            base_x, base_y = (self.x, self.y) if relative else (0.0, 0.0)
            qx, qy, x, y = values[i : i + 4]
            self._quadratic_to(base_x + qx, base_y + qy, base_x + x, base_y + y)

    def smooth_quadratic(self, values: list[float], relative: bool) -> None:
        for i in range(0, len(values), 2):
            base_x, base_y = (self.x, self.y) if relative else (0.0, 0.0)
            self._quadratic_to(*self._reflected("Q"), base_x + values[i], base_y + values[i + 1])

    def _quadratic_to(self, qx: float, qy: float, x: float, y: float) -> None:
        first_x, first_y = self.x + 2 / 3 * (qx - self.x), self.y + 2 / 3 * (qy - self.y)
        self.cubic([first_x, first_y, x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y), x, y], False)
        self.handle = ("Q", qx, qy)

    def _reflected(self, kind: str) -> tuple[float, float]:
        if self.handle is None or self.handle[0] != kind:
            return self.x, self.y
        return 2 * self.x - self.handle[1], 2 * self.y - self.handle[2]

    def arc(self, values: list[float], relative: bool) -> None:
        for i in range(0, len(values), 7):
            rx, ry, turn, large, sweep, x, y = values[i : i + 7]
            if relative:
                x, y = self.x + x, self.y + y
            pieces = list(arc_cubics(self.x, self.y, rx, ry, turn, large == 1, sweep == 1, x, y))
            for piece in pieces:
                self.cubic(list(piece), False)
            if not pieces:
                self.line([x, y], False)
            self.handle = None


_COMMANDS: dict[str, tuple[int, Callable[[_Pen, list[float], bool], None]]] = {
    "M": (2, _Pen.move),
    "Z": (0, _Pen.close),
    "L": (2, _Pen.line),
    "H": (1, _Pen.across),
    "V": (1, _Pen.down),
    "C": (6, _Pen.cubic),
    "S": (4, _Pen.smooth_cubic),
    "Q": (4, _Pen.quadratic),
    "T": (2, _Pen.smooth_quadratic),
    "A": (7, _Pen.arc),
}
