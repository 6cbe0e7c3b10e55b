"""A person's own motifs: one file each in a folder, and parcels of them to send to others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec

from batikstudio.base.errors import BatikError
from batikstudio.base.words import Words
from batikstudio.motifs.catalogue import Catalogue, Drawn, drawn, refresh
from batikstudio.motifs.motif import About, Motif
from batikstudio.motifs.naming import id_of
from batikstudio.motifs.svg import EXACT_DIGITS, motif_from_svg, motif_to_svg
from batikstudio.motifs.svg.left_out import LeftOut
from batikstudio.studio import folders
from batikstudio.studio.files import read_bytes, write_bytes

PARCEL_SUFFIX = ".motif-batik"
OWN_PREFIX = "sendiri_"
"""Every own motif's id begins with it and none that comes with the program does: neither can stand in for the other."""
MOST_IN_PARCEL = 500
MOST_BYTES = 64 << 20
"""Of all drawings of a parcel together."""
LONGEST_TEXT = 200
_ASSETS = "assets/"


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A motif in a parcel: its id with the sender, and the member that holds it."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    drawing: str


class _Parcel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    motifs: tuple[_Listed, ...]


@dataclass(frozen=True)
class Added:
    """What came of adding a file: the id it has now, and what of the file the motif does not have."""

    id: str
    left_out: LeftOut


@dataclass(frozen=True)
class Library:
    """The motifs in one folder, which is made when the first one comes. Every write is whole or not at all."""

    folder: Path

    def drawings(self) -> tuple[Drawn, ...]:
        """Return the motifs, sorted by id; files that are no motifs are passed over and told by `damaged`."""
        return tuple(found for _, found in self._read() if found is not None)

    def damaged(self) -> tuple[str, ...]:
        """Return the names of files in the folder that cannot be read as the motif that they are called."""
        return tuple(file.name for file, found in self._read() if found is None)

    def _read(self) -> Iterator[tuple[Path, Drawn | None]]:
        for file in sorted(self.folder.glob(f"{OWN_PREFIX}*.svg")):
            found = None
            with suppress(BatikError, OSError):
                found = drawn(file)
            yield file, found if found is not None and found.header.id == file.stem else None

    def about(self, motif_id: str) -> About:
        """Return what is known of a motif; raises `BatikError` ``library.unknown``."""
        known = {one.header.id: one.header.about for one in self.drawings()}
        if motif_id not in known:
            raise BatikError("library.unknown", motif=motif_id, known=list(known))
        return known[motif_id]

    def motif(self, motif_id: str) -> Motif:
        """Read a motif; raises `BatikError` ``library.unknown`` or as `motif_from_svg`."""
        self.about(motif_id)
        return motif_from_svg(read_bytes(self._file(motif_id)), motif_id).motif

    def add(self, data: bytes, name: str, author: str = "", licence: str = "", source: str = "") -> Added:
        """Add anybody's SVG or a motif file.

        Parameters
        ----------
        data : bytes
        name : str
            Of a drawing that does not tell its own, such as its file's without the ending.
        author, licence, source : str
            What the file does not say itself, or says otherwise.

        Raises
        ------
        BatikError
            As `motif_from_svg`, or ``file.cannot_write``.
        """
        imported = motif_from_svg(data, name)
        known = imported.motif.about
        author, licence, source = (text[:LONGEST_TEXT] for text in (author, licence, source))
        about = replace(
            known,
            author=author or known.author,
            licence=licence or known.licence,
            source=source or known.source,
        )
        motif_id, _ = self._keep(replace(imported.motif, about=about))
        return Added(motif_id, imported.left_out)

    def rename(self, motif_id: str, name: str) -> None:
        """Give a motif another name; its id stays, so designs go on finding it.

        Raises
        ------
        BatikError
            As `motif`, or ``file.cannot_write``.
        """
        motif = self.motif(motif_id)
        name = " ".join(name.split())[:LONGEST_TEXT] or motif.about.name.id
        named = replace(motif, about=replace(motif.about, name=Words(name, name)))
        write_bytes(self._file(motif_id), motif_to_svg(named, EXACT_DIGITS))

    def remove(self, motif_id: str) -> None:
        """Take a motif away; designs that use it have copies of their own.

        Raises
        ------
        BatikError
            ``library.unknown`` or ``file.cannot_write``.
        """
        self.about(motif_id)
        file = self._file(motif_id)
        try:
            file.unlink()
        except OSError as error:
            raise BatikError("file.cannot_write", path=str(file), reason=error.strerror or str(error)) from error

    def share(self, motif_ids: Sequence[str]) -> bytes:
        """Return motifs as one file to send: the same motifs give the same bytes.

        Raises
        ------
        BatikError
            ``library.nothing_chosen``, or as `motif`.
        """
        from batikstudio.project.container import PARCEL, pack

        if not motif_ids:
            raise BatikError("library.nothing_chosen")
        drawings = {key: motif_to_svg(self.motif(key), EXACT_DIGITS) for key in sorted(set(motif_ids))}
        members = {f"{hashlib.sha256(data).hexdigest()}.svg": data for data in drawings.values()}
        listed = tuple(_Listed(key, f"{hashlib.sha256(data).hexdigest()}.svg") for key, data in drawings.items())
        return pack(msgspec.json.encode(_Parcel(listed)), b"", members, PARCEL)

    def receive(self, data: bytes, path: str) -> tuple[str, ...]:
        """Take over the motifs of a parcel, from a stranger too.

        Nothing is overwritten: a motif that is here already stays, and another drawing under the same id takes a new
        one. A parcel with any fault is refused whole, and where the disk fails what was written is taken back.

        Parameters
        ----------
        data : bytes
        path : str
            The file's name, for what is said to the person.

        Returns
        -------
        tuple of str
            The ids that its motifs have here, in the parcel's order.

        Raises
        ------
        BatikError
            As `project.container.unpack`, ``library.too_many``, as `motif_from_svg`, or ``file.cannot_write``.
        """
        motifs = _unpacked(data, path)
        kept: list[tuple[str, bool]] = []
        try:
            for motif in motifs:
                kept.append(self._keep(motif))
        except BatikError:
            for motif_id, is_new in kept:
                if is_new:
                    with suppress(OSError):
                        self._file(motif_id).unlink()
            raise
        return tuple(motif_id for motif_id, _ in kept)

    def _keep(self, motif: Motif) -> tuple[str, bool]:
        """Write a motif under the first id that is free or has the same drawing; say whether it was written."""
        base = OWN_PREFIX + id_of(motif.about.id.removeprefix(OWN_PREFIX))
        number = 1
        while True:
            motif_id = base if number == 1 else f"{base}_{number}"
            data = motif_to_svg(replace(motif, about=replace(motif.about, id=motif_id)), EXACT_DIGITS)
            file = self._file(motif_id)
            if not file.exists():
                self._make_folder()
                write_bytes(file, data)
                return motif_id, True
            if file.stat().st_size == len(data) and read_bytes(file) == data:
                return motif_id, False
            number += 1

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BatikError("file.cannot_write", path=str(self.folder), reason=reason) from error

    def _file(self, motif_id: str) -> Path:
        return self.folder / f"{motif_id}.svg"


def _unpacked(data: bytes, path: str) -> list[Motif]:
    """Read every motif of a parcel before any is kept."""
    from batikstudio.project.container import DOCUMENT, MANIFEST, MIMETYPE, PARCEL, TAIL, unpack

    content = unpack(data, path, PARCEL)
    damaged = BatikError("file.damaged", path=path, readable=len(content.members))
    try:
        parcel = msgspec.json.decode(content.members[DOCUMENT], type=_Parcel)
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, RecursionError):
        raise damaged from None
    if len(parcel.motifs) > MOST_IN_PARCEL:
        raise BatikError("library.too_many", path=path, limit=MOST_IN_PARCEL)
    members = [content.members.get(_ASSETS + one.drawing) for one in parcel.motifs]
    if not all(members) or set(content.members) != {MIMETYPE, MANIFEST, DOCUMENT, TAIL} | {
        _ASSETS + one.drawing for one in parcel.motifs
    }:
        raise damaged
    size = sum(len(member or b"") for member in members)
    if size > MOST_BYTES:
        raise BatikError("file.too_large", path=path, size_mb=size >> 20, limit_mb=MOST_BYTES >> 20)
    motifs = [motif_from_svg(member or b"", one.id).motif for one, member in zip(parcel.motifs, members, strict=True)]
    if any(motif.about.id != one.id for one, motif in zip(parcel.motifs, motifs, strict=True)):
        raise damaged
    return motifs


def own_library() -> Library:
    """Return the library of the person who uses the program."""
    return Library(folders.motifs())


def shelve() -> Catalogue:
    """Put the person's own motifs into the catalogue, and return it: at the start, and after every change of theirs."""
    return refresh(own_library().drawings())
