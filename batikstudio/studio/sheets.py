"""The drawing sheets of a class: printed with names, photographed, and read again all in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from batikstudio.base.errors import BatikError
from batikstudio.base.progress import QUIET, Progress
from batikstudio.base.words import Language
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.naming import id_of
from batikstudio.motifs.tracing.picture import MOST_BYTES
from batikstudio.motifs.tracing.sheet import ClassList, Entry, number_in_class
from batikstudio.studio.files import read_bytes
from batikstudio.studio.photos import Squared, TraceSettings, motif_of_drawing


@dataclass(frozen=True, eq=False)
class SheetRead:
    """What became of one photograph.

    Attributes
    ----------
    path : Path
    sheet_id : int or None
        The number in the strip, where it could be read.
    name, exercise : str
        From the list of the class; empty where no list has the number.
    drawing : Squared or None
        What is inside the frame.
    motif : Motif or None
        The drawing, traced.
    error : BatikError or None
        Why something is missing.
    """

    path: Path
    sheet_id: int | None = None
    name: str = ""
    exercise: str = ""
    drawing: Squared | None = None
    motif: Motif | None = None
    error: BatikError | None = None

    @property
    def file_name(self) -> str:
        """What its files are called: the place in the class, and the name."""
        if self.sheet_id is None:
            return id_of(self.path.stem)
        return f"{number_in_class(self.sheet_id):02d}-{id_of(self.name or str(self.sheet_id))}"


def names_in(data: bytes) -> list[str]:
    """Return the names of a text file, one a line: UTF-8, or what old Windows programs write."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return [line.strip() for line in text.splitlines() if line.strip()]


def read_sheets(
    paths: Sequence[Path],
    lists: Sequence[ClassList] = (),
    settings: TraceSettings | None = None,
    progress: Progress = QUIET,
) -> Iterator[SheetRead]:
    """Read photographs of sheets one after another; what is wrong with one does not stop the others.

    Parameters
    ----------
    paths : sequence of Path
    lists : sequence of ClassList
        Those that the sheets were printed with; without them a sheet is known by its number only.
    settings : TraceSettings, optional
    progress : Progress

    Yields
    ------
    SheetRead
        One for each path, in their order.
    """
    known = {entry.id: (entry, one.exercise) for one in lists for entry in one.sheets}
    for number, path in enumerate(paths):
        progress.step(number / len(paths))
        yield _read(path, known, settings or TraceSettings())
    progress.step(1.0)


def _read(path: Path, known: dict[int, tuple[Entry, str]], settings: TraceSettings) -> SheetRead:
    from batikstudio.motifs.tracing.marks import find_sheet
    from batikstudio.motifs.tracing.picture import read_picture

    found = SheetRead(path)
    try:
        sheet = find_sheet(read_picture(read_bytes(path, MOST_BYTES)).grey)
        drawing = Squared(sheet.drawing.grey, sheet.drawing.px_per_mm, "sheet", sheet.id)
        entry, exercise = known.get(sheet.id, (None, ""))
        found = SheetRead(path, sheet.id, entry.name if entry else "", exercise, drawing)
        motif = motif_of_drawing(drawing, found.name or path.stem, settings)
        return SheetRead(path, sheet.id, found.name, exercise, drawing, motif)
    except BatikError as error:
        return SheetRead(path, found.sheet_id, found.name, found.exercise, found.drawing, None, error)


def write_read(found: SheetRead, stem: Path) -> list[Path]:
    """Write what a photograph gave, the squared drawing as PNG and the motif as SVG; returns the files.

    Raises
    ------
    BatikError
        ``file.cannot_write``.
    """
    from batikstudio.motifs.svg import motif_to_svg
    from batikstudio.studio.files import write_bytes
    from batikstudio.studio.photos import png_of_drawing

    files = []
    if found.drawing is not None:
        files.append(stem.with_name(stem.name + ".png"))
        write_bytes(files[-1], png_of_drawing(found.drawing))
    if found.motif is not None:
        files.append(stem.with_name(stem.name + ".svg"))
        write_bytes(files[-1], motif_to_svg(found.motif))
    return files


def unused(name: str, taken: set[str]) -> str:
    """Return a name, numbered where a photograph of the same sheet had it already, and take it."""
    found, again = name, 2
    while found in taken:
        found, again = f"{name}-{again}", again + 1
    taken.add(found)
    return found


def list_beside(path: Path) -> Path:
    """Return where the list of a class lies whose sheets are in a PDF."""
    return path.with_suffix(".json")


def print_sheets(names: Sequence[str], exercise: str, paper: str, language: Language, path: Path) -> ClassList:
    """Write the PDF of a class and its list beside it.

    Raises
    ------
    BatikError
        As `class_list`, or ``file.cannot_write``.
    """
    from batikstudio.motifs.tracing.sheet import class_list, drawing_sheets, write_class_list
    from batikstudio.studio.files import write_bytes

    found = class_list(names, exercise, paper)
    write_bytes(path, drawing_sheets(found, language))
    write_bytes(list_beside(path), write_class_list(found))
    return found
