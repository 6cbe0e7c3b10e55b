"""The person's own motifs: list, add, rename, remove, share with others and receive from them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from batikstudio.base.words import Words
from batikstudio.cli.command import Command, add_json
from batikstudio.cli.console import Console


def _arguments(parser: ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    listed = deeds.add_parser("list")
    add = deeds.add_parser("add")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE.svg")
    for name in ("author", "licence", "source"):
        add.add_argument(f"--{name}", default="", metavar="TEXT")
    rename = deeds.add_parser("rename")
    rename.add_argument("id", metavar="ID")
    rename.add_argument("name", metavar="NAME")
    remove = deeds.add_parser("remove")
    remove.add_argument("ids", nargs="+", metavar="ID")
    share = deeds.add_parser("share")
    share.add_argument("ids", nargs="+", metavar="ID")
    share.add_argument("--out", required=True, type=Path, metavar="FILE.motif-batik")
    receive = deeds.add_parser("receive")
    receive.add_argument("file", type=Path, metavar="FILE.motif-batik")
    for deed in (listed, add, receive):
        add_json(deed)


def _run(options: Namespace, console: Console) -> int:
    from batikstudio.studio.files import read_bytes, write_bytes
    from batikstudio.studio.library import own_library

    library = own_library()
    if options.deed == "list":
        _list(console)
    elif options.deed == "add":
        _add(options, console)
    elif options.deed == "rename":
        library.rename(options.id, options.name)
        console.print(f"{options.id}  {options.name}")
    elif options.deed == "remove":
        for motif_id in options.ids:
            library.about(motif_id)
        for motif_id in options.ids:
            library.remove(motif_id)
            console.print(motif_id)
    elif options.deed == "share":
        write_bytes(options.out, library.share(options.ids))
        console.print(str(options.out))
    else:
        received = library.receive(read_bytes(options.file), str(options.file))
        if console.as_json:
            console.answer(list(received))
        for motif_id in received:
            console.print(motif_id)
    return 0


def _list(console: Console) -> None:
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.library import own_library
    from batikstudio.studio.messages import damaged_motifs_message

    library = own_library()
    entries = [one.header.about for one in library.drawings()]
    if console.as_json:
        told = [
            {
                "id": one.id,
                "name": one.name.as_dict(),
                "author": one.author,
                "licence": one.licence,
                "source": one.source,
            }
            for one in entries
        ]
        console.answer(told)
        return
    console.table([(one.id, one.name[console.language], one.author, one.licence) for one in entries])
    if damaged := library.damaged():
        console.print(damaged_motifs_message(damaged, Translator(console.language)))


def _add(options: Namespace, console: Console) -> None:
    from batikstudio.studio.files import read_bytes
    from batikstudio.studio.i18n import Translator
    from batikstudio.studio.library import own_library
    from batikstudio.studio.messages import left_out_message

    library = own_library()
    told = []
    for file in options.files:
        added = library.add(read_bytes(file), file.stem, options.author, options.licence, options.source)
        left_out = [{"kind": kind, "count": count} for kind, count in added.left_out]
        told.append({"path": str(file), "id": added.id, "left_out": left_out})
        console.print(f"{file}  {added.id}")
        for line in left_out_message(added.left_out, Translator(console.language)):
            console.print(line)
    if console.as_json:
        console.answer(told)


COMMAND = Command("library", Words("motif milik sendiri", "motifs of your own"), _arguments, _run)
