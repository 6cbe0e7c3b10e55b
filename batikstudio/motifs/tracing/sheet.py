"""The drawing sheet of a class: printed with marks and a number, found again in a photograph, squared and scaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Language, Words
from batikstudio.motifs.tracing.code import bits_of, crc24
from batikstudio.motifs.tracing.rectify import PAPERS

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARK_MM, MARK_INSET_MM = 14.0, 16.0
"""A corner mark is a square ring about a square, as wide as this; its middle lies so far from both edges."""
STRIP_GAP_MM, FIELD_MM = 12.0, 3.5
"""The strip begins so far from the middle of a mark; each of its two rows is so high."""
FRAME_SIDE_MM, FRAME_TOP_MM, FRAME_BOTTOM_MM = 12.0, 39.0, 34.0
"""Of the frame to draw in, from the edges of the paper."""
INSIDE_MM = 1.0
"""So far inside its line the drawing is read."""
MOST_SHEETS = 255
"""In one class: the number of a sheet has eight bits for it."""
LONGEST_NAME = 60
_PAPER_IDS = ("A4", "F4", "A3")
_CLASS_BITS, _SHEET_BITS = 14, 8

_NAME = Words("Nama", "Name")
_SHEET = Words("Lembar", "Sheet")
_HOW = Words(
    "Gambar di dalam bingkai dengan pensil tebal atau spidol. Foto seluruh lembar; keempat tanda sudut harus terlihat.",
    "Draw inside the frame with a soft pencil or a marker. Photograph the whole sheet with all four corner marks.",
)
_RULER = Words("10 cm bila dicetak 100 %", "10 cm where it is printed at 100 %")


class Entry(msgspec.Struct, frozen=True):
    """One printed sheet: its number in the strip, whose it is and its place in the class."""

    id: int
    name: str
    number: int


class ClassList(msgspec.Struct, frozen=True, tag="batikstudio-sheets", tag_field="format"):
    """What was printed for a class; it is kept beside the PDF and tells names from numbers."""

    exercise: str
    paper: str
    sheets: tuple[Entry, ...]
    version: int = 1


@dataclass(frozen=True)
class Layout:
    """Where things lie on a sheet of some paper, in mm from its top left, y down."""

    width_mm: float
    height_mm: float

    @property
    def marks(self) -> tuple[tuple[float, float], ...]:
        """The middles of the corner marks, clockwise from the top left."""
        far_x, far_y, near = self.width_mm - MARK_INSET_MM, self.height_mm - MARK_INSET_MM, MARK_INSET_MM
        return ((near, near), (far_x, near), (far_x, far_y), (near, far_y))

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """The frame to draw in: x0, y0, x1, y1."""
        return (
            FRAME_SIDE_MM,
            FRAME_TOP_MM,
            self.width_mm - FRAME_SIDE_MM,
            self.height_mm - FRAME_BOTTOM_MM,
        )

    @property
    def strip(self) -> tuple[float, float]:
        """Where the strips begin and end, x."""
        near = MARK_INSET_MM + STRIP_GAP_MM
        return near, self.width_mm - near

    @property
    def strip_rows(self) -> tuple[float, float]:
        """The middle line of the upper and the lower strip, y."""
        return MARK_INSET_MM, self.height_mm - MARK_INSET_MM


def layout_of(paper: str) -> Layout:
    """Return the layout for a paper of `PAPERS`; raises `BatikError` ``sheet.unknown_paper``."""
    if paper not in PAPERS:
        raise BatikError("sheet.unknown_paper", paper=paper, known=sorted(PAPERS))
    return Layout(*PAPERS[paper])


def paper_of(sheet_id: int) -> str | None:
    """Return the paper that a sheet's number names, or None."""
    index = sheet_id >> (_CLASS_BITS + _SHEET_BITS)
    return _PAPER_IDS[index] if index < len(_PAPER_IDS) else None


def number_in_class(sheet_id: int) -> int:
    """Return a sheet's place in its class, from 1."""
    return sheet_id & ((1 << _SHEET_BITS) - 1)


def class_list(names: Sequence[str], exercise: str, paper: str = "A4") -> ClassList:
    """Return the list of a class: each name with a number that hardly any sheet of another class has.

    Raises
    ------
    BatikError
        ``sheet.no_names``, ``sheet.too_many_names`` or ``sheet.unknown_paper``.
    """
    layout_of(paper)
    kept = [name for name in map(plain, names) if name]
    if not kept:
        raise BatikError("sheet.no_names")
    if len(kept) > MOST_SHEETS:
        raise BatikError("sheet.too_many_names", count=len(kept), limit=MOST_SHEETS)
    exercise = plain(exercise)
    own = crc24("\n".join((exercise, *kept)).encode()) >> (24 - _CLASS_BITS)
    first = (_PAPER_IDS.index(paper) << _CLASS_BITS | own) << _SHEET_BITS
    entries = tuple(Entry(first | k, name, k) for k, name in enumerate(kept, 1))
    return ClassList(exercise, paper, entries)


def plain(text: str) -> str:
    """Return a name on one line, without what cannot be seen, and not too long."""
    seen = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(seen.split())[:LONGEST_NAME]


def write_class_list(found: ClassList) -> bytes:
    """Return a class list as JSON."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def read_class_list(data: bytes) -> ClassList:
    """Read what `write_class_list` wrote; raises `BatikError` ``sheet.not_a_class_list``."""
    try:
        found = msgspec.json.decode(data, type=ClassList)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise BatikError("sheet.not_a_class_list") from None
    entries = tuple(Entry(one.id, plain(one.name), one.number) for one in found.sheets)
    return ClassList(plain(found.exercise), plain(found.paper), entries)


def drawing_sheets(classed: ClassList, language: Language = "id") -> bytes:
    """Return a PDF with one sheet for each name, ready to print at 100 %; equal lists give equal bytes."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    layout = layout_of(classed.paper)
    target = BytesIO()
    font, size = _font(), (layout.width_mm * mm, layout.height_mm * mm)
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1, initialFontName=font)
    canvas.setTitle(classed.exercise)
    canvas.setViewerPreference("PrintScaling", "None")
    for entry in classed.sheets:
        canvas.saveState()
        canvas.translate(0, layout.height_mm * mm)
        canvas.scale(mm, -mm)  # mm, y down, as everywhere
        _draw_sheet(canvas, layout, entry, classed, language, font)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawing_sheet(name: str, exercise: str, paper: str = "A4", language: Language = "id") -> bytes:
    """Return the PDF of a single sheet."""
    return drawing_sheets(class_list([name], exercise, paper), language)


def _font() -> str:
    """Have the program's typeface put into the PDF, and return the name it goes by."""
    from importlib.resources import as_file, files

    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    with as_file(files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf") as path:
        registerFont(TTFont("Inter", str(path)))
    return "Inter"


def _draw_sheet(
    canvas: Canvas, layout: Layout, entry: Entry, classed: ClassList, language: Language, font: str
) -> None:
    for x, y in layout.marks:
        _draw_mark(canvas, x, y)
    for y in layout.strip_rows:
        _draw_strip(canvas, layout, y, entry.id)
    x0, y0, x1, y1 = layout.frame
    canvas.setLineWidth(0.25)
    canvas.setStrokeGray(0.55)
    canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=1, fill=0)
    number = f"{_SHEET[language]} {entry.number} / {len(classed.sheets)}"
    _write(canvas, font, x0, y0 - 9.5, 5.6, f"{_NAME[language]}: {entry.name}", x1 - x0 - 34)
    _write(canvas, font, x0, y0 - 3.2, 4.0, classed.exercise, x1 - x0 - 34)
    _write(canvas, font, x1 - 32, y0 - 9.5, 3.6, number, 32)
    _write(canvas, font, x1 - 32, y0 - 3.2, 3.6, f"{entry.id:08d}", 32)
    _write(canvas, font, x0, y1 + 4.6, 2.9, _HOW[language], x1 - x0)
    canvas.setStrokeGray(0.0)
    canvas.line(x0, y1 + 8.2, x0 + 100, y1 + 8.2)
    for end in (x0, x0 + 100):
        canvas.line(end, y1 + 7.2, end, y1 + 9.2)
    _write(canvas, font, x0 + 103, y1 + 9.2, 2.9, _RULER[language], x1 - x0 - 103)


def _draw_mark(canvas: Canvas, x: float, y: float) -> None:
    for share, grey in ((1.0, 0.0), (5 / 7, 1.0), (3 / 7, 0.0)):
        side = MARK_MM * share
        canvas.setFillGray(grey)
        canvas.rect(x - side / 2, y - side / 2, side, side, stroke=0, fill=1)


def _draw_strip(canvas: Canvas, layout: Layout, middle: float, sheet_id: int) -> None:
    start, end = layout.strip
    bits = bits_of(sheet_id)
    width = (end - start) / len(bits)
    canvas.setFillGray(0.0)
    for k, bit in enumerate(bits):
        top = middle - FIELD_MM if bit else middle
        canvas.rect(start + k * width, top, width, FIELD_MM, stroke=0, fill=1)


def _write(canvas: Canvas, font: str, x: float, y: float, size_mm: float, text: str, room_mm: float) -> None:
    """Write a line of text on its baseline, smaller where it would not fit."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    width = stringWidth(text, font, size_mm)
    size = size_mm * min(1.0, room_mm / width) if width else size_mm
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(1, -1)
    canvas.setFillGray(0.1)
    canvas.setFont(font, size)
    canvas.drawString(0, 0, text)
    canvas.restoreState()
