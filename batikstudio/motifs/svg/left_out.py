"""What a drawing may hold that a motif cannot: the kinds, by name, and how they are counted."""

from __future__ import annotations

from collections import Counter

from batikstudio.base.words import Words

LEFT_OUT: dict[str, Words] = {
    "text": Words("tulisan", "text"),
    "image": Words("gambar piksel", "picture"),
    "script": Words("skrip", "script"),
    "foreignObject": Words("isi asing", "foreign content"),
    "animation": Words("animasi", "animation"),
    "filter": Words("filter", "filter"),
    "gradient": Words("gradasi, dibaca sebagai warna rata", "gradient, read as one colour"),
    "soft-shade": Words("bayangan atau kilau lembut", "soft shadow or shine"),
    "pattern": Words("isian pola", "pattern fill"),
    "clip-path": Words(
        "kliping yang tidak dapat dipakai, gambarnya tidak dipotong",
        "clip path that cannot be used, its drawing is not cut",
    ),
    "mask": Words("topeng, gambarnya tidak dipotong", "mask, its drawing is not cut"),
    "marker": Words("penanda garis", "line marker"),
    "dashes": Words("garis putus, dibaca sebagai garis utuh", "dashes, read as a whole line"),
    "opacity": Words("tembus pandang, dibaca sebagai penuh", "transparency, read as opaque"),
    "uneven-line": Words(
        "garis yang terlalu rumit, lebarnya dibaca rata", "line too intricate to outline, read as even"
    ),
    "hidden": Words("bagian tersembunyi", "hidden part"),
    "outside-reference": Words("rujukan ke luar berkas", "reference outside the file"),
    "missing-reference": Words("rujukan tanpa tujuan", "reference to nothing"),
    "use-cycle": Words("pengulangan yang memuat dirinya", "repetition that contains itself"),
    "impossible-number": Words("bagian dengan angka mustahil", "part with impossible numbers"),
    "path-mistake": Words("jalur yang salah tulis, dibaca sampai salahnya", "miswritten path, read up to the mistake"),
    "style-rule": Words("aturan gaya CSS", "CSS rule"),
    "too-small": Words("bagian yang terlalu kecil untuk terlihat", "part too small to be seen"),
    "outside-page": Words("bagian di luar halaman", "part outside the page"),
    "background": Words("latar selebar halaman", "background as large as the page"),
}
"""Every kind that `read_svg` and `motif_from_svg` may report, with its name for a person."""

LeftOut = tuple[tuple[str, int], ...]


class Tally:
    """Counts what is left out while a drawing is read."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, kind: str, count: int = 1) -> None:
        """Count one more (or ``count`` more) of a kind of `LEFT_OUT`."""
        self._counts[kind] += count

    def result(self) -> LeftOut:
        """Return (kind, count) in the order of `LEFT_OUT`."""
        return tuple((kind, self._counts[kind]) for kind in LEFT_OUT if self._counts[kind])
