"""A motif as an SVG: what `import` writes, and the copy that travels in a design's file."""

from __future__ import annotations

import math
from collections.abc import Sequence

from batikstudio.geometry.path import CLOSE, CUBIC, LINE, MOVE, Path
from batikstudio.motifs.motif import Motif, Part
from batikstudio.motifs.svg.header import header_text

DIGITS = 3
"""Of a number in mm: a thousandth is far below any thread."""
EXACT_DIGITS = 7
"""Of a number in mm in a file that other programs are to work on: they see no step even under the strongest lens."""
_COLOURS = {
    "outline": "#8a5522",
    "inline": "#8a5522",
    "body": "#f3efe4",
    "heart": "#23406f",
    "filler": "#f3efe4",
    "accent": "#8a5522",
    "ground": "#2a2d30",
}
"""For the eye in a browser only: a design gives each role its slot."""
_LETTERS = {MOVE: ("M", 1), LINE: ("L", 1), CUBIC: ("C", 3), CLOSE: ("Z", 0)}


def motif_to_svg(motif: Motif, digits: int = DIGITS, colours: Sequence[str] = ()) -> bytes:
    """Write a motif in the form that `motif_from_svg` reads whole: names, parameters, repeat and every part.

    Equal motifs give equal bytes, and writing what was read changes nothing.

    Parameters
    ----------
    motif : Motif
    digits : int
        Numbers, in mm, are rounded to so many digits after the point.
    colours : sequence of str
        A colour for each part as SVG writes it, for the eye; by their roles where it is empty.
    """
    x0, y0, x1, y1 = _page(motif)
    width, height = _number(x1 - x0), _number(y1 - y0)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="{_number(x0)} {_number(y0)} {width} {height}" style="background:{_COLOURS["ground"]}">',
        f"<metadata>\n{_escaped(header_text(motif))}\n</metadata>",
    ]
    opened = ""
    for part, colour in zip(motif.parts, colours or [_COLOURS[part.role] for part in motif.parts], strict=True):
        opening = _group(part, colour, digits)
        if opening != opened:
            lines += ["</g>"] * bool(opened) + [opening]
            opened = opening
        lines.append(f'<path d="{_path_data(part.path, digits)}"/>')
    lines += ["</g>"] * bool(opened) + ["</svg>", ""]
    return "\n".join(lines).encode()


def _page(motif: Motif) -> tuple[int, int, int, int]:
    """Return a box of whole mm that holds the drawing and its repeat."""
    x0, y0, x1, y1 = motif.bounds
    half_width, half_height = motif.repeat.width_mm / 2, motif.repeat.height_mm / 2
    # The bounds are rounded first: what is read back differs by half a thousandth and must give the same page.
    low = [math.floor(round(min(a, -b), DIGITS - 1)) for a, b in ((x0, half_width), (y0, half_height))]
    high = [math.ceil(round(max(a, b), DIGITS - 1)) for a, b in ((x1, half_width), (y1, half_height))]
    return (low[0], low[1], max(high[0], low[0] + 1), max(high[1], low[1] + 1))


def _group(part: Part, colour: str, digits: int) -> str:
    named = f'<g data-kind="{part.kind}" data-role="{part.role}"'
    if part.width_mm is None:
        rule = ' fill-rule="evenodd"' if part.even_odd else ""
        return f'{named} fill="{colour}"{rule}>'
    width = _number(max(part.width_mm, 10.0**-digits), digits)
    return (
        f'{named} fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="{part.cap}" '
        'stroke-linejoin="round">'
    )


def _path_data(path: Path, digits: int) -> str:
    words: list[str] = []
    points = [f"{_number(x, digits)} {_number(y, digits)}" for x, y in path.points.tolist()]
    at, before = 0, -1
    verbs = path.verbs.tolist()
    for i, verb in enumerate(verbs):
        letter, count = _LETTERS[verb]
        words += [letter] * (verb != before or verb in (MOVE, CLOSE)) + points[at : at + count]
        at += count
        before = verb
        if verb == MOVE and (i + 1 == len(verbs) or verbs[i + 1] == MOVE):
            words.append("h0")  # SVG draws nothing for a lone move; a line of no length is a dot
            before = -1
    return " ".join(words)


def _number(value: float, digits: int = DIGITS) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
