"""The data files that come with the program: motifs, dyes, fabrics, processes, templates."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def assets() -> Traversable:
    """Return the folder of the assets: inside the wheel, or beside the package in a checkout.

    Raises
    ------
    FileNotFoundError
        If neither is there: the installation is broken.
    """
    inside = files("batikstudio") / "_assets"
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parents[2] / "assets"
    if beside.is_dir():
        return beside
    raise FileNotFoundError("the assets of batikstudio are missing: install the package again")


def asset_files(folder: str, suffix: str) -> Iterator[Traversable]:
    """Yield the files of one asset folder and its sub-folders, sorted by name.

    Parameters
    ----------
    folder : str
        A folder below the assets, such as ``"motifs"``.
    suffix : str
        How the names end, such as ``".svg"``.
    """
    yield from _walk(assets() / folder, suffix)


def _walk(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, suffix)
        elif entry.name.endswith(suffix):
            yield entry
