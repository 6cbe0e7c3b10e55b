"""Drawings made to break a reader, built here so that no such file lies about; and a child process to read them in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="100mm" height="100mm" viewBox="0 0 100 100">'
)
SQUARE = '<rect x="10" y="10" width="20" height="20"/>'


def svg(*body: str) -> bytes:
    """Return a page of 100 mm with ``body`` in it."""
    return (HEAD + "".join(body) + "</svg>").encode()


def billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "L 1 1 ">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE svg [{entities}]>{HEAD}<path d="M 0 0 &a9;"/></svg>'.encode()


def outside_entity() -> bytes:
    doctype = '<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    return f"{doctype}{HEAD}<text>&secret;</text>{SQUARE}</svg>".encode()


def use_bomb(levels: int = 7) -> bytes:
    """10 to the power of ``levels`` squares in a kilobyte."""
    groups = [f'<g id="g0">{SQUARE}</g>']
    for i in range(1, levels + 1):
        repeated = f'<use xlink:href="#g{i - 1}"/>' * 10
        groups.append(f'<g id="g{i}">{repeated}</g>')
    return svg("<defs>", *groups, "</defs>", f'<use xlink:href="#g{levels}"/>')


def use_cycle() -> bytes:
    a = f'<g id="a">{SQUARE}<use href="#b"/></g>'
    b = f'<g id="b">{SQUARE}<use href="#a"/></g>'
    return svg(a, b)


def huge_page() -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9999999" height="9999999">{SQUARE}</svg>'.encode()


def impossible_numbers() -> bytes:
    return svg(
        '<path d="M nan nan L 10 10"/><path d="M 0 0 L 1e999 5 L 3 3 z"/><path d="M 0 0 L -inf 5"/>',
        f'<g transform="matrix(1e308 0 0 1e308 1e308 0)">{SQUARE}</g>',
        SQUARE,
    )


def deep() -> bytes:
    return svg("<g>" * 20_000, SQUARE, "</g>" * 20_000)


def million_segments() -> bytes:
    return svg('<path d="M0 0', *(f"L{i % 97} {i % 89}" for i in range(1_000_000)), '"/>')


def bad_arcs() -> bytes:
    return svg(
        '<path d="M1 1A0 0 0 0 1 20 20A1e-300 1e300 0 1 1 30 5A1e300 1e-300 45 0 0 50 50A5 5 1e308 0 0 60 60z"/>'
    )


def fine_dashes() -> bytes:
    return svg('<path d="M0 0L1000000 0" fill="none" stroke="black" stroke-dasharray="0.00001"/>')


def outside_image() -> bytes:
    return svg('<image href="file:///etc/hostname" width="10" height="10"/>', SQUARE)


CASES: dict[str, Callable[[], bytes]] = {
    "billion laughs": billion_laughs,
    "outside entity": outside_entity,
    "use bomb": use_bomb,
    "use cycle": use_cycle,
    "huge page": huge_page,
    "impossible numbers": impossible_numbers,
    "20,000 deep": deep,
    "million segments": million_segments,
    "bad arcs": bad_arcs,
    "fine dashes": fine_dashes,
    "outside image": outside_image,
}
"""The eleven cases; each must be refused or read in under a second and 200 MB."""


def wide_use_bomb() -> bytes:
    """49,000 uses of a group of a thousand squares: few uses, many elements."""
    return svg('<g id="g">', SQUARE * 1000, "</g>", '<use href="#g"/>' * 49_000)


def long_path_bomb() -> bytes:
    """A path of 10,000 points used 40,000 times: few elements, many points."""
    path = '<path id="p" d="M0 0' + "L1 1" * 10_000 + '"/>'
    return svg(path, '<use href="#p"/>' * 40_000)


def use_chain() -> bytes:
    """40,000 uses, each of the next: deep only once it is followed."""
    links = "".join(f'<use id="u{i}" href="#u{i + 1}"/>' for i in range(40_000))
    return svg("<defs>", links, '<rect id="u40000" width="9" height="9"/></defs>', '<use href="#u0"/>')


def long_attributes() -> bytes:
    """A symbol whose attributes are a megabyte long, used 40,000 times."""
    long = " " * 1_000_000
    symbol = f'<symbol id="s" width="{long}1" viewBox="{long}0 0 1 1" class="{"a " * 400_000}">{SQUARE}</symbol>'
    return svg(symbol, '<use href="#s"/>' * 40_000)


def unclosed_comments() -> bytes:
    return svg("<style>", "/*" * 1_000_000, "</style>", SQUARE)


def many_rules() -> bytes:
    """100,000 rules for the class of 20,000 elements."""
    return svg("<style>", ".a{fill:red}" * 100_000, "</style>", '<rect class="a" width="9" height="9"/>' * 20_000)


def digits_without_end() -> bytes:
    return svg(f'<path d="M0 0L{"1" * 5_000_000} 5L3 3A{"1" * 5_000_000}"/>', SQUARE)


def gradient_cycle() -> bytes:
    a = '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
    return svg(a, '<rect width="9" height="9" fill="url(#a)"/>')


def gzip_bomb() -> bytes:
    import gzip

    return gzip.compress(HEAD.encode() + b" " * 200_000_000, compresslevel=1)


def _scribble(edges: int) -> str:
    return "M0 0" + "".join(f"L{i * 7919 % 1009} {i * 104729 % 1013}" for i in range(edges))


def scribbled_clip() -> bytes:
    """A clip path that crosses itself a hundred million times."""
    clip = f'<clipPath id="c"><path d="{_scribble(40_000)}"/></clipPath>'
    return svg(clip, f'<g clip-path="url(#c)">{SQUARE}</g>')


def clip_everywhere() -> bytes:
    """20,000 shapes, each cut by a clip path of 2,000 edges."""
    clip = f'<clipPath id="c"><path d="{"".join(f"M{i} 0h.5v99h-.5z" for i in range(500))}"/></clipPath>'
    return svg(clip, '<g clip-path="url(#c)">', '<rect width="90" height="9"/>' * 20_000, "</g>")


def clip_of_clips() -> bytes:
    """40 clip paths in a chain, and two that clip each other."""
    chain = "".join(f'<clipPath id="c{i}" clip-path="url(#c{i + 1})">{SQUARE}</clipPath>' for i in range(40))
    pair = "".join(f'<clipPath id="{a}" clip-path="url(#{b})">{SQUARE}</clipPath>' for a, b in ("ab", "ba"))
    return svg(chain, pair, f'<g clip-path="url(#c0)">{SQUARE}</g><g clip-path="url(#a)">{SQUARE}</g>')


def wide_scribble() -> bytes:
    """A wide line with pointed joins that crosses itself without end."""
    return svg(f'<path d="{_scribble(40_000)}" fill="none" stroke="red" stroke-width="50"/>')


def dashes_everywhere() -> bytes:
    """40,000 lines of a thousand dashes."""
    lines = '<path d="M0 0H1000"/>' * 40_000
    return svg(f'<g stroke="red" stroke-dasharray=".5" stroke-width="2">{lines}</g>')


MORE_CASES: dict[str, Callable[[], bytes]] = {
    "wide use bomb": wide_use_bomb,
    "long path bomb": long_path_bomb,
    "use chain": use_chain,
    "long attributes": long_attributes,
    "unclosed comments": unclosed_comments,
    "many rules": many_rules,
    "digits without end": digits_without_end,
    "gradient cycle": gradient_cycle,
    "gzip bomb": gzip_bomb,
    "scribbled clip": scribbled_clip,
    "clip everywhere": clip_everywhere,
    "clip of clips": clip_of_clips,
    "wide scribble": wide_scribble,
    "dashes everywhere": dashes_everywhere,
}
"""Files that a reader with only the usual limits would take minutes for."""


@dataclass(frozen=True)
class Reading:
    """What came of reading a file in a process of its own: shapes, or the code of the refusal with its facts."""

    shapes: int
    left_out: dict[str, int]
    code: str
    facts: dict[str, object]
    seconds: float
    peak_mib: float


_CHILD = """
import json, sys, time
from pathlib import Path
from batikstudio.base.errors import BatikError
from batikstudio.motifs.svg import motif_from_svg, read_svg
data = Path(sys.argv[1]).read_bytes()
result = {"shapes": 0, "left_out": {}, "code": "", "facts": {}}
started = time.process_time()
try:
    drawing = read_svg(data)
    result |= {"shapes": len(drawing.shapes), "left_out": dict(drawing.left_out)}
except BatikError as error:
    result |= {"code": error.code, "facts": error.facts}
result["seconds"] = time.process_time() - started
try:
    status = Path("/proc/self/status").read_text()
    peak_kib = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
except OSError:
    import resource
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
result["peak_mib"] = peak_kib / 1024
print(json.dumps(result))
"""


def read_in_child(data: bytes, folder: Path) -> Reading:
    """Read ``data`` with `read_svg` in a process of its own, which is ended after 20 s; CPU time is told."""
    file = folder / "hostile.svg"
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(file)], capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return Reading(**json.loads(done.stdout))
