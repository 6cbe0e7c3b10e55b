"""Read the photographs of a class's drawing sheets: a motif and a squared picture for each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    parser.add_argument("--list", action="append", default=[], type=Path, metavar="SHEETS.json", dest="lists")
    parser.add_argument("--mode", choices=("auto", "lines", "areas"), default="auto")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    add_json(parser)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.motifs.tracing.sheet import read_class_list
    from batikstudio.studio.files import read_bytes
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.messages import message
    from batikstudio.studio.photos import TraceSettings
    from batikstudio.studio.sheets import read_sheets, unused, write_read

    lists = [read_class_list(read_bytes(path)) for path in options.lists]
    _make(options.out)
    tr = Translator(console.language)
    answers: list[dict[str, object]] = []
    rows: list[tuple[str, ...]] = []
    written: set[str] = set()
    failed = 0
    for found in read_sheets(options.photos, lists, TraceSettings(options.mode), console.progress()):
        name = unused(found.file_name, written)
        files = write_read(found, options.out / name)
        said = message(found.error, tr) if found.error else ""
        failed += found.error is not None
        rows.append((found.path.name, found.name or "–", said or ", ".join(path.name for path in files)))
        answers.append(
            {
                "photo": str(found.path),
                "id": found.sheet_id,
                "name": found.name,
                "exercise": found.exercise,
                "files": [str(path) for path in files],
                "error": None if found.error is None else {"code": found.error.code, "message": said},
            }
        )
    console.end_progress()
    if console.as_json:
        console.answer(answers)
    console.table(rows)
    return 1 if failed else 0


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BatikError("file.cannot_write", path=str(folder), reason=error.strerror or str(error)) from error


COMMAND = Command(
    "read-sheets", Words("baca foto lembar gambar satu kelas", "read photographs of drawing sheets"), _arguments, _run
)
"""Exit status 1 where one of them could not be read; the others are written all the same."""
