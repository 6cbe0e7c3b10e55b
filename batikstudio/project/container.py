"""The zip container: written with the same bytes for the same content, read as if a stranger had made it."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

import msgspec

from batikstudio import __version__
from batikstudio.base.errors import BatikError
from batikstudio.design.schema import FORMAT_VERSION

MEDIA_TYPE = "application/x-batik-studio"
FORMAT_NAME = "batik-studio"
MIMETYPE, MANIFEST, DOCUMENT, PREVIEW, TAIL = (
    "mimetype",
    "manifest.json",
    "document.json",
    "preview.png",
    "manifest.tail.json",
)


@dataclass(frozen=True)
class Kind:
    """What a container holds: its media type, the name and version of its format, and whether a preview goes along."""

    media_type: str
    format_name: str
    version: int
    has_preview: bool


DESIGN = Kind(MEDIA_TYPE, FORMAT_NAME, FORMAT_VERSION, True)
PARCEL = Kind("application/x-batik-studio-motifs", "batik-studio-motifs", 1, False)
"""A design, and motifs that one person sends to another."""

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 512 << 20
LARGEST_TOTAL = 2 << 30
LARGEST_DOCUMENT = 64 << 20
LARGEST_MANIFEST = 4 << 20
HIGHEST_RATIO = 200
SMALL = 1 << 20
"""So much may come of a file whatever its size; beyond, `HIGHEST_RATIO` times its size."""
_LIMITS = {DOCUMENT: LARGEST_DOCUMENT, MANIFEST: LARGEST_MANIFEST, TAIL: LARGEST_MANIFEST}
_NAME = re.compile(r"[a-z0-9._/-]{1,120}")
_DATE = (1980, 1, 1, 0, 0, 0)
_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_READ_AT_ONCE = 1 << 20

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
    UnicodeDecodeError,
    RecursionError,
    KeyError,
)
"""What Python's zip reader raises on damaged or hostile files besides its own error."""


class Head(msgspec.Struct, frozen=True):
    """What the manifest of any version says: a newer one may say the rest in another way."""

    format: str
    min_reader_version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    made_with: str


class Entry(msgspec.Struct, frozen=True):
    """One member in the manifest."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself."""

    format: str
    format_version: int
    min_reader_version: int
    made_with: str
    members: tuple[Entry, ...]


@dataclass(frozen=True)
class Content:
    """What was read: the manifest and the members, all with the checksums that the manifest gives."""

    manifest: Manifest
    members: Mapping[str, bytes]


def pack(document: bytes, preview: bytes, assets: Mapping[str, bytes], kind: Kind = DESIGN) -> bytes:
    """Return the container's bytes: the same content gives the same bytes, whoever writes it and when.

    The preview is not in the manifest: it may differ between machines, and nothing else may.

    Parameters
    ----------
    document : bytes
        JSON.
    preview : bytes
        A PNG file; not used by a kind without a preview.
    assets : mapping of name to bytes
        Names below ``assets/``.
    kind : Kind
    """
    listed = {f"assets/{name}": assets[name] for name in sorted(assets)}
    manifest = Manifest(
        format=kind.format_name,
        format_version=kind.version,
        min_reader_version=kind.version,
        made_with=__version__,
        members=tuple(
            Entry(name, len(data), hashlib.sha256(data).hexdigest())
            for name, data in {DOCUMENT: document, **listed}.items()
        ),
    )
    listing = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        members = {MIMETYPE: kind.media_type.encode(), MANIFEST: listing, DOCUMENT: document}
        members |= {PREVIEW: preview} if kind.has_preview else {}
        for name, data in {**members, **listed, TAIL: listing}.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name in (MIMETYPE, PREVIEW) or name.endswith((".png", ".jpg"))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


def unpack(data: bytes, path: str, kind: Kind = DESIGN) -> Content:
    """Read a container within limits.

    Parameters
    ----------
    data : bytes
    path : str
        The file's name, for what is said to the person.
    kind : Kind

    Raises
    ------
    BatikError
        ``file.not_a_design`` or ``file.not_a_parcel``, ``file.damaged``, ``file.too_large``, ``file.part_not_allowed``,
        ``file.packing_not_used`` or ``file.newer_version``.
    """
    if data[:4] != _LOCAL:
        raise _not_of(kind, path)
    # Python's reader builds a record for every entry of the table of contents before anybody can count them.
    if data.count(_CENTRAL) > MOST_MEMBERS:
        raise BatikError("file.too_many_parts", path=path, limit=MOST_MEMBERS)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
        _check_listing(infos, data, path)
        members = _read_all(archive, infos, path)
    except _ZIP_FAULTS as error:
        raise BatikError("file.damaged", path=path, readable=_readable(data)) from error
    if members.get(MIMETYPE) != kind.media_type.encode():
        raise _not_of(kind, path)
    return Content(_checked_manifest(members, path, kind), members)


def _not_of(kind: Kind, path: str) -> BatikError:
    return BatikError("file.not_a_design" if kind is DESIGN else "file.not_a_parcel", path=path)


def _check_listing(infos: list[zipfile.ZipInfo], data: bytes, path: str) -> None:
    names: set[str] = set()
    spans: list[tuple[int, int]] = []
    total = 0
    for info in infos:
        if not _NAME.fullmatch(info.filename) or ".." in info.filename or info.filename in names:
            raise BatikError("file.part_not_allowed", path=path, part=info.filename[:80])
        if info.filename.startswith("/") or info.external_attr >> 28 == 0xA:
            raise BatikError("file.part_not_allowed", path=path, part=info.filename[:80])
        names.add(info.filename)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 0x1:
            raise BatikError("file.packing_not_used", path=path)
        limit = _LIMITS.get(info.filename, LARGEST_MEMBER)
        total += info.file_size
        too_dense = total > SMALL + HIGHEST_RATIO * len(data)
        if info.file_size > limit or total > LARGEST_TOTAL or too_dense:
            raise BatikError("file.too_large", path=path, size_mb=total >> 20, limit_mb=limit >> 20)
        spans.append(_span(info, data))
    spans.sort()
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise zipfile.BadZipFile("members overlap")


def _span(info: zipfile.ZipInfo, data: bytes) -> tuple[int, int]:
    """Return where a member lies, after checking that its own header says what the table of contents says."""
    start = info.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    signature, _, flags, method, _, _, crc, packed, size, name_length, extra = _LOCAL_HEADER.unpack(header)
    name = data[start + _LOCAL_HEADER.size : start + _LOCAL_HEADER.size + name_length]
    known = (crc, packed, size) == (info.CRC, info.compress_size, info.file_size)
    if signature != _LOCAL or method != info.compress_type or name.decode("ascii") != info.filename:
        raise zipfile.BadZipFile("a member's header differs from the table of contents")
    if flags & 0x8 or not known:
        raise zipfile.BadZipFile("a member's sizes differ from the table of contents")
    return start, start + _LOCAL_HEADER.size + name_length + extra + packed


def _read_all(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], path: str) -> dict[str, bytes]:
    members = {}
    for info in infos:
        pieces, size = [], 0
        with archive.open(info) as member:
            while piece := member.read(_READ_AT_ONCE):
                size += len(piece)
                if size > info.file_size:
                    raise BatikError("file.too_large", path=path, size_mb=size >> 20, limit_mb=info.file_size >> 20)
                pieces.append(piece)
        if size != info.file_size:
            raise zipfile.BadZipFile("a member is shorter than it says")
        members[info.filename] = b"".join(pieces)
    return members


def _checked_manifest(members: Mapping[str, bytes], path: str, kind: Kind) -> Manifest:
    try:
        head = msgspec.json.decode(members[MANIFEST], type=Head)
        if head.format != kind.format_name:
            raise _not_of(kind, path)
        if head.min_reader_version > kind.version:
            made_with, version = head.made_with[:20], head.min_reader_version
            raise BatikError("file.newer_version", path=path, made_with=made_with, version=version)
        manifest = msgspec.json.decode(members[MANIFEST], type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, RecursionError) as error:
        raise BatikError("file.damaged", path=path, readable=len(members)) from error
    for entry in manifest.members:
        data = members.get(entry.name)
        if data is None or len(data) != entry.size or hashlib.sha256(data).hexdigest() != entry.sha256:
            raise BatikError("file.damaged", path=path, readable=len(members))
    listed = {entry.name for entry in manifest.members} | {MIMETYPE, MANIFEST, TAIL}
    listed |= {PREVIEW} if kind.has_preview else set()
    if set(members) != listed or members[TAIL] != members[MANIFEST]:
        raise BatikError("file.damaged", path=path, readable=len(members))
    return manifest


def _readable(data: bytes) -> int:
    """Return how many members of a damaged file can still be read by their own headers.

    Headers that share one packed body could make this unpack without end, and a file may be nothing but their first
    bytes: it stops after `MOST_MEMBERS` of them, and at `LARGEST_DOCUMENT` in all.
    """
    count, at, left = 0, -1, LARGEST_DOCUMENT
    for _ in range(MOST_MEMBERS):
        at = data.find(_LOCAL, at + 1)
        if at < 0 or left <= 0:
            break
        try:
            _, _, _, method, _, _, crc, packed, size, name, extra = _LOCAL_HEADER.unpack_from(data, at)
            start = at + _LOCAL_HEADER.size + name + extra
            body = memoryview(data)[start : start + packed]
            if size <= left and len(body) == packed:
                left -= max(size, packed, _LOCAL_HEADER.size)
                unpacked = zlib.decompressobj(-15).decompress(body, size + 1) if method else body
                count += zlib.crc32(unpacked) == crc
        except (struct.error, zlib.error):
            continue
    return count
