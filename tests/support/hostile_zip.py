"""Design files as an enemy, a worn-out stick or a newer program would make them; each with the code of its refusal."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from batikstudio.design.document import Design
from batikstudio.design.schema import encode
from batikstudio.project.container import DOCUMENT, MANIFEST, MIMETYPE, PREVIEW, TAIL, pack

ORDER = (MIMETYPE, MANIFEST, DOCUMENT, PREVIEW)
_CENTRAL, _LOCAL, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


@dataclass(frozen=True)
class Hostile:
    """One file: what is wrong with it, its bytes, and the codes under which it may be refused."""

    name: str
    data: bytes
    codes: frozenset[str]


def sound(design: Design) -> bytes:
    """Return the file of a design as the program writes it."""
    return pack(encode(design), b"preview", {f"{key}.svg": data for key, data in design.assets.items()})


def members_of(data: bytes) -> dict[str, bytes]:
    """Return the members of a sound file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Write members as they are, also twice under one name."""
    return zipped([(name, data, zipfile.ZIP_STORED if name == MIMETYPE else method) for name, data in members])


def zipped(members: list[tuple[str, bytes, int]]) -> bytes:
    """Write a zip by hand: names, sizes and methods go in unchecked."""
    body, central = bytearray(), bytearray()
    for name, data, method in members:
        raw, crc = name.encode("utf-8", "surrogateescape"), zlib.crc32(data)
        inside = _deflated(data) if method == zipfile.ZIP_DEFLATED else data
        common = struct.pack("<5H3I2H", 20, 0, method, 0, 0x21, crc, len(inside), len(data), len(raw), 0)
        at = len(body)
        body += _LOCAL + common + raw + inside
        central += _CENTRAL + struct.pack("<H", 0x314) + common + struct.pack("<3H2I", 0, 0, 0, 0o644 << 16, at) + raw
    return bytes(body + central) + _end(len(members), len(central), len(body))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6 if len(data) < 1 << 20 else 1, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _end(count: int, size: int, at: int) -> bytes:
    return _END + struct.pack("<4H2IH", 0, 0, count & 0xFFFF, count & 0xFFFF, size, at, 0)


def relisted(members: dict[str, bytes], **changes: object) -> list[tuple[str, bytes]]:
    """Return the members with a manifest that is true of them, save for what ``changes`` says."""
    manifest = json.loads(members[MANIFEST])
    mine = {name: data for name, data in members.items() if name not in (MIMETYPE, MANIFEST, PREVIEW, TAIL)}
    manifest["members"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in mine.items()
    ]
    listing = json.dumps(manifest | changes).encode()
    rest = [(name, data) for name, data in members.items() if name not in (*ORDER, TAIL)]
    return [
        (MIMETYPE, members[MIMETYPE]),
        (MANIFEST, listing),
        (DOCUMENT, members[DOCUMENT]),
        (PREVIEW, members[PREVIEW]),
        *rest,
        (TAIL, listing),
    ]


def with_document(members: dict[str, bytes], document: bytes) -> bytes:
    """Return a file, sound as a container, around any text."""
    return packed(relisted(members | {DOCUMENT: document}))


def edited(design: Design, change: Callable[[dict], object]) -> bytes:
    """Return the file of a design whose JSON was changed by hand; everything else is true."""
    members = members_of(sound(design))
    plain = json.loads(members[DOCUMENT])
    change(plain)
    return with_document(members, json.dumps(plain).encode())


def hostile(design: Design) -> Iterator[Hostile]:
    """Yield every kind of hostile file."""
    yield from _of_bytes(design)
    yield from _of_zip(design)
    yield from _of_bombs(design)
    yield from _of_manifest(design)
    yield from _of_document(design)


def _hostile(name: str, data: bytes, *codes: str) -> Hostile:
    return Hostile(name, data, frozenset(f"file.{code}" if "." not in code else code for code in codes))


def _of_bytes(design: Design) -> Iterator[Hostile]:
    good = sound(design)
    yield _hostile("empty", b"", "not_a_design")
    yield _hostile("text", b"hello", "not_a_design")
    yield _hostile("png", b"\x89PNG\r\n\x1a\n" + bytes(99), "not_a_design")
    yield _hostile("zip's first bytes only", b"PK\x03\x04", "damaged")
    yield _hostile("first 4 kB zeroed", bytes(4096) + good[4096:], "not_a_design")
    yield _hostile("4 kB zeroed in the middle", good[:2000] + bytes(4096) + good[6096:], "damaged")
    yield _hostile("another zip", packed([("word/document.xml", b"<w/>")]), "not_a_design")
    for part in range(1, 31):
        yield _hostile(f"cut at {part}/31", good[: len(good) * part // 31], "damaged", "not_a_design")


def _of_zip(design: Design) -> Iterator[Hostile]:
    good = sound(design)
    members = members_of(good)
    true = list(members.items())
    at = good.index(_CENTRAL)
    for name in ("../x", "/x", "a/../../x", "C:\\x", "\\\\srv\\x", "a\x00b", "X.svg", "mimetype/\u202e", "x" * 121):
        yield _hostile(f"a member called {name!r}", packed([*true, (name, b"x")]), "part_not_allowed", "damaged")
    yield _hostile("a name twice", packed([*true, (DOCUMENT, b"{}")]), "part_not_allowed")
    yield _hostile("a member too many", packed([*true, ("extra.bin", b"x")]), "damaged")
    yield _hostile("a member too few", packed([one for one in true if one[0] != PREVIEW]), "damaged")
    link = bytearray(good)
    link[at + 38 : at + 42] = struct.pack("<I", 0o120777 << 16)
    yield _hostile("a symbolic link", bytes(link), "part_not_allowed")
    locked = bytearray(good)
    locked[at + 8] |= 1
    yield _hostile("encrypted", bytes(locked), "packing_not_used")
    for method, what in ((zipfile.ZIP_BZIP2, "bz2"), (zipfile.ZIP_LZMA, "lzma"), (99, "an unknown method")):
        wrong = [(name, data, method if name == DOCUMENT else zipfile.ZIP_STORED) for name, data in true]
        yield _hostile(f"packed with {what}", zipped(wrong), "packing_not_used", "damaged")
    for place, what in ((16, "checksum"), (20, "packed size"), (24, "size"), (42, "offset")):
        for value in (1, 0xFFFFFFFE, 0xFFFFFFFF):
            lying = bytearray(good)
            where = good.index(_CENTRAL, at + 1) + place
            lying[where : where + 4] = struct.pack("<I", value)
            yield _hostile(f"a {what} of {value}", bytes(lying), "damaged", "too_large")
    lying = bytearray(good)
    lying[18:22] = lying[22:26] = struct.pack("<I", 3)
    yield _hostile("a member's own header lies", bytes(lying), "damaged")
    for place in (12, 16):
        lying = bytearray(good)
        where = good.rindex(_END) + place
        lying[where] ^= 0x7F
        yield _hostile(f"the end lies at {place}", bytes(lying), "damaged")


def _of_bombs(design: Design) -> Iterator[Hostile]:
    true = list(members_of(sound(design)).items())
    zeros = bytes(64 << 20)
    yield _hostile("64 MiB of zeros in one member", packed([*true, ("assets/zeros.svg", zeros)]), "too_large")
    inside = _deflated(zeros[: 1 << 20])
    many = [(f"assets/{number}.svg", zeros[: 1 << 20]) for number in range(2)]
    two = packed([*true, *many])
    yield _hostile("2 MiB of zeros in two members", two, "too_large", "damaged")
    yield _hostile("10,001 members", packed([(f"m{number}", b"") for number in range(10_001)]), "too_many_parts")
    yield _hostile(
        "100 names on one body", _overlapping(true, inside, len(zeros[: 1 << 20]), 100), "too_large", "damaged"
    )
    yield _hostile("1,000 headers on one body and no table", _headers_on_one_body(zeros), "damaged")
    yield _hostile("nothing but the first bytes of headers", _LOCAL * (8 << 20), "damaged")
    yield _hostile("a table of a million entries", _table_without_end(1_000_000), "too_many_parts")
    yield _hostile("a member within another", _within(design), "damaged")
    nested = packed([*true, ("assets/inner.zip", two)], zipfile.ZIP_STORED)
    yield _hostile("a zip in the zip", nested, "damaged")


def _overlapping(true: list[tuple[str, bytes]], inside: bytes, size: int, names: int) -> bytes:
    """Return a zip whose table names one body again and again."""
    whole = packed(true)
    at = whole.index(_CENTRAL)
    end = whole.rindex(_END)
    body, central = bytearray(whole[:at]), bytearray(whole[at:end])
    raw = b"assets/0"
    common = struct.pack("<5H3I2H", 20, 0, 8, 0, 0x21, zlib.crc32(bytes(size)), len(inside), size, len(raw), 0)
    where = len(body)
    body += _LOCAL + common + raw + inside
    for number in range(names):
        name = b"assets/%d" % (number % 10)
        central += _CENTRAL + struct.pack("<H", 0x314) + common + struct.pack("<3H2I", 0, 0, 0, 0, where) + name
    return bytes(body + central) + _end(len(true) + names, len(central), len(body))


def _within(design: Design) -> bytes:
    """Return a zip, true in every name, size and checksum, of which one member lies in the body of another."""
    inner = _LOCAL + struct.pack("<5H3I2H", 20, 0, 0, 0, 0x21, zlib.crc32(b"x"), 1, 1, 1, 0) + b"bx"
    members = relisted(members_of(sound(design)) | {"a": inner, "b": b"x"})
    methods = [(name, data, zipfile.ZIP_STORED) for name, data in members if name != "b"]
    whole = zipped(methods)
    at, end = whole.index(_CENTRAL), whole.rindex(_END)
    common = struct.pack("<5H3I2H", 20, 0, 0, 0, 0x21, zlib.crc32(b"x"), 1, 1, 1, 0)
    entry = _CENTRAL + struct.pack("<H", 0x314) + common + struct.pack("<3H2I", 0, 0, 0, 0, whole.index(inner)) + b"b"
    return whole[:end] + entry + _end(len(members), end - at + len(entry), at)


def _table_without_end(count: int) -> bytes:
    """Return a zip whose table names one empty member so often that the table alone would fill the memory."""
    common = struct.pack("<5H3I2H", 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0)
    table = (_CENTRAL + struct.pack("<H", 0x314) + common + struct.pack("<3H2I", 0, 0, 0, 0, 0) + b"a") * count
    body = _LOCAL + common + b"a"
    return body + table + _end(count, len(table), len(body))


def _headers_on_one_body(zeros: bytes) -> bytes:
    """Return local headers that all reach to one body: who counts what is readable must not unpack it 1,000 times."""
    inside, crc = _deflated(zeros), zlib.crc32(zeros)
    count = 1000
    head = struct.Struct("<4s5H3I2H")
    data = bytearray()
    for number in range(count):
        reach = (count - number - 1) * head.size
        data += head.pack(_LOCAL, 20, 0, 8, 0, 0x21, crc, len(inside), len(zeros), reach, 0)
    return bytes(data) + inside


def _of_manifest(design: Design) -> Iterator[Hostile]:
    members = members_of(sound(design))

    def listing(text: bytes) -> bytes:
        return packed([(name, text if name in (MANIFEST, TAIL) else data) for name, data in members.items()])

    yield _hostile("a newer format", packed(relisted(members, min_reader_version=7)), "newer_version")
    yield _hostile("a wrong checksum", listing(members[MANIFEST].replace(b'"sha256": "', b'"sha256": "0')), "damaged")
    yield _hostile("another program's format", packed(relisted(members, format="ora")), "not_a_design")
    for value in ("1", None, [], {}, 1e300, True, 10**400):
        bad = packed(relisted(members, min_reader_version=value))
        yield _hostile(f"a version of {str(value)[:20]}", bad, "damaged")
    endless = b'{"format":"batik-studio","x":[' + b"0," * (3 << 20) + b"0]}"
    stored = [(name, endless if name == MANIFEST else data) for name, data in members.items()]
    yield _hostile("a manifest of 3 million numbers", packed(stored, zipfile.ZIP_STORED), "too_large")
    for text in (b"", b"[]", b"null", b"{", b"[" * 100_000, b'{"format":"\xff"}', b'"x"'):
        yield _hostile(f"a manifest of {text[:12]!r}", listing(text), "damaged")
    other_tail = [(name, data + b" " if name == TAIL else data) for name, data in members.items()]
    yield _hostile("two manifests that differ", packed(other_tail), "damaged")
    wrong_name = members | {f"assets/{'0' * 64}.svg": b"<svg/>"}
    yield _hostile("an asset under another's checksum", packed(relisted(wrong_name)), "damaged")
    without = {name: data for name, data in members.items() if name != DOCUMENT}
    listed = relisted(without | {DOCUMENT: b""})
    yield _hostile("no document", packed([one for one in listed if one[0] != DOCUMENT]), "damaged")
    wrong_type = members | {MIMETYPE: b"application/epub+zip"}
    yield _hostile("another media type", packed(list(wrong_type.items())), "not_a_design")


def _of_document(design: Design) -> Iterator[Hostile]:
    members = members_of(sound(design))
    text = members[DOCUMENT]

    def document(name: str, data: bytes, *codes: str) -> Hostile:
        return _hostile(name, with_document(members, data), *(codes or ("design.not_valid",)))

    yield document("JSON 65 deep", b"[" * 65 + b"]" * 65, "design.too_deep")
    yield document("JSON a million deep", b"[" * 1_000_000, "design.too_deep")
    yield document("JSON deep in a field of its own", b'{"x":' * 70 + b"1" + b"}" * 70, "design.too_deep")
    for value in (b"NaN", b"Infinity", b"-Infinity", b"1e999", b"1e7", b"-3", b"0", b'"2500"', b"null", b"true"):
        yield document(f"a length of {value.decode()}", text.replace(b"2500.0", value, 1))
    for value in (b"0", b"-1", b"1" * 400, b"1" * 5000, b"1.5"):
        yield document(f"a seed of {value[:9].decode()}", text.replace(b'"seed": 1', b'"seed": ' + value, 1))
    yield document("not JSON", b"PK")
    yield document("not UTF-8", text.replace(b"Kawung", b"K\xff", 1))
    yield document("half of a surrogate pair", text.replace(b'"Kawung"', b'"\\ud800"', 1))

    def change(name: str, edit: Callable[[dict], object], *codes: str) -> Hostile:
        return _hostile(name, edited(design, edit), *(codes or ("design.not_valid",)))

    yield change(
        "a transform of 1e9",
        lambda one: _item(one).update(transform=[1, 0, 0, 1, 1e9, 0]),
        "design.number_out_of_range",
    )
    for value in (10**400, -(2**63), 2**63, 2**70):
        yield change(
            f"{str(value)[:20]} dips",
            lambda one, v=value: one["colourways"][0]["steps"][4]["settings"].update(dips=v),
            "design.number_out_of_range",
        )
    yield change("no fields", lambda one: one.update(fields=[]))
    yield change("no slots", lambda one: one.update(slots=[]))
    yield change("no colourways", lambda one: one.update(colourways=[]))
    yield change(
        "100,001 items",
        lambda one: _layer(one).update(items=[_item(one) | {"slots": {}}] * 100_001),
        "design.too_many_items",
        "too_large",
    )
    endless = text.replace(b'"parameters": {', b'"parameters": {"x": [""' + b',""' * 3_000_000 + b"], ", 1)
    yield _hostile(
        "a setting of 3 million texts",
        packed(relisted(members | {DOCUMENT: endless}), zipfile.ZIP_STORED),
        "design.too_many_items",
    )
    yield change("257 slots", lambda one: one.update(slots=one["slots"][:1] * 257))
    yield change("1,001 steps", lambda one: one["colourways"][0].update(steps=one["colourways"][0]["steps"][:1] * 1001))
    for basis in ([[0, 0], [0, 0]], [[50, 0], [100, 0]], [[1e-3, 0], [0, 1e-3]], [[1e6, 0], [0, 1e-6]]):
        yield change(f"a lattice of {basis}", lambda one, b=basis: one["fields"][0]["repeat"].update(basis=b))
    yield change("chance of 0", lambda one: one["chance"].update(nx=0))
    yield change("chance of 1e9", lambda one: one["chance"].update(ny=10**9))
    yield change("an item of an unknown kind", lambda one: _item(one).update(kind="stroke"))


def _layer(plain: dict) -> dict:
    return plain["fields"][0]["layers"][0]


def _item(plain: dict) -> dict:
    return _layer(plain)["items"][0]
