"""Bring the Indonesian catalogue up to date with the source: extract, merge, compile.

    .venv/bin/python tools/update_locale.py [MORE.json]

``MORE.json`` holds ``{"English": "Indonesia"}`` for new strings. Existing translations stay; strings that the source no
longer has go; what has no translation yet is named, and the exit status is 1.
"""

from __future__ import annotations

import ast
import datetime
import io
import json
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from batikstudio import __version__

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "batikstudio"
UNDATED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""The same source gives the same bytes: no dates."""
MARKS = ("tr", "_tr", "N_")
"""What a translator is called where it is asked, be it a variable or an attribute."""
PO = PACKAGE / "studio" / "locale" / "id" / "LC_MESSAGES" / "batikstudio.po"


def strings() -> dict[str, tuple[str | None, list[tuple[str, int]]]]:
    """Return every marked string with its plural and its places: of `MARKS` and of ``plural``."""
    found: dict[str, tuple[str | None, list[tuple[str, int]]]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            place = (file.relative_to(ROOT).as_posix(), node.lineno)
            if name in MARKS:
                for text in texts_of(node.args[0]):
                    found.setdefault(text, (None, []))[1].append(place)
            elif name == "plural" and len(node.args) >= 2:
                for one, many in zip(texts_of(node.args[0]), texts_of(node.args[1]), strict=True):
                    found.setdefault(one, (many, []))[1].append(place)
    return found


def texts_of(node: ast.expr) -> list[str]:
    """Return the texts that an argument may be: a constant, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*texts_of(node.body), *texts_of(node.orelse)]
    return []


def contexts() -> list[tuple[str, str]]:
    """Return (context, string) of Qt's own texts, as `gui.qt_strings` lists them."""
    listing = PACKAGE / "gui" / "qt_strings.py"
    found = []
    if listing.is_file():
        for node in ast.walk(ast.parse(listing.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pgettext":
                found.append(tuple(arg.value for arg in node.args if isinstance(arg, ast.Constant)))
    return found  # type: ignore[return-value]


def updated(more: dict[str, str]) -> Catalog:
    """Return the catalogue of the present source with all translations known."""
    old = Catalog()
    if PO.is_file():
        with PO.open("rb") as file:
            old = read_po(file, locale="id")
    new = Catalog(
        locale="id",
        project="Batik Studio",
        version=__version__,
        copyright_holder="the makers of Batik Studio",
        msgid_bugs_address="-",
        charset="utf-8",
        creation_date=UNDATED,
        header_comment="# Indonesian words of Batik Studio. Apache-2.0.",
    )
    # Babel takes a language that it does not know for one that counts as English does.
    new.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]
    new.revision_date = UNDATED
    new.last_translator = "Batik Studio"
    new.language_team = "Indonesian"
    new.fuzzy = False
    for text, (plural, places) in strings().items():
        words = more.get(text) or _words(old.get(text))
        name: str | tuple[str, str] = (text, plural) if plural else text
        # Indonesian has one form, however many there are.
        new.add(name, (words,) if plural else words, locations=[(path, 0) for path, _ in places[:1]])
    for context, text in contexts():
        new.add(text, more.get(text) or _words(old.get(text, context)), context=context)
    return new


def _words(message: Message | None) -> str:
    """Return a translation, of one that counts its one form; empty where there is none."""
    if message is None or not message.string:
        return ""
    return message.string if isinstance(message.string, str) else message.string[0]


def rendered(catalogue: Catalog) -> tuple[bytes, bytes]:
    """Return the .po and the .mo of a catalogue; the same catalogue gives the same bytes."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=110, sort_output=True, include_lineno=False)
    write_mo(mo, catalogue)
    return po.getvalue(), mo.getvalue()


def main(arguments: list[str]) -> int:
    """Update both files; return 1 if a string has no translation."""
    more: dict[str, str] = {}
    for name in arguments:
        more |= json.loads(Path(name).read_text(encoding="utf-8"))
    catalogue = updated(more)
    PO.parent.mkdir(parents=True, exist_ok=True)
    po, mo = rendered(catalogue)
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(mo)
    missing = [message.id for message in catalogue if message.id and not _words(message)]
    for text in missing:
        print(f"no translation yet: {text!r}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
