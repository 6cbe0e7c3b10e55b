"""From a design to a print file: what the export dialog and the command line share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value, parsed
from batikstudio.base.progress import QUIET, Progress
from batikstudio.design.document import Design

if TYPE_CHECKING:
    from batikstudio.export.base import BandSource
    from batikstudio.export.write import Receipt


def parameters_of(format_id: str) -> tuple[Parameter, ...]:
    """Return everything that can be set for a format: of the cloth first, then of the file.

    Raises
    ------
    BatikError
        ``export.unknown_format``.
    """
    from batikstudio.export.base import formats
    from batikstudio.export.cloth_source import SOURCE_PARAMETERS

    chosen = formats().get(format_id)
    if chosen is None:
        raise BatikError("export.unknown_format", format=format_id, known=sorted(formats()))
    return SOURCE_PARAMETERS + chosen.parameters


def parse_settings(format_id: str, texts: dict[str, str]) -> dict[str, Value]:
    """Read ``key=value`` texts; raises `BatikError` ``value.unknown_key`` or as `Parameter.parse`."""
    return parsed(parameters_of(format_id), texts)


def source_of(design: Design, settings: dict[str, Value]) -> BandSource:
    """Return the picture that an export would write, without writing it: for its exact size in px, dpi and mm."""
    from batikstudio.export import cloth_source

    mine, _ = cloth_source.split_settings(settings)
    return cloth_source.source_of(design, mine)


def export_design(
    design: Design, format_id: str, path: Path, settings: dict[str, Value] | None = None, progress: Progress = QUIET
) -> Receipt:
    """Write a design as a print file, read it back, and return the receipt.

    Raises
    ------
    BatikError
        As `export.write.write` and `export.cloth_source.source_of`; an older file is then untouched.
    Cancelled
        Nothing is left behind.
    """
    from batikstudio.export import cloth_source
    from batikstudio.export.write import write

    mine, rest = cloth_source.split_settings(settings or {})
    return write(cloth_source.source_of(design, mine), format_id, path, rest, progress)
