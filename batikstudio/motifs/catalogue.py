"""Every motif under one list: the drawings and generators that come with the program, and a person's own drawings."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources.abc import Traversable

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Parameter, Value
from batikstudio.base.registry import declared
from batikstudio.base.resources import asset_files
from batikstudio.motifs.generator import Generator
from batikstudio.motifs.motif import About, Motif
from batikstudio.motifs.svg.header import Header, read_header
from batikstudio.motifs.svg.importing import motif_from_svg
from batikstudio.motifs.svg.tree import read_metadata

_CLOSE_ENOUGH = 0.5


@dataclass(frozen=True, eq=False)
class Drawn:
    """A drawing in the assets or a person's own: its file and its metadata. It is read when it is asked for."""

    file: Traversable
    header: Header


@lru_cache(maxsize=128)
def _read(drawn: Drawn) -> Motif:
    return motif_from_svg(drawn.file.read_bytes(), drawn.header.id).motif


class Catalogue:
    """The motifs by id.

    Parameters
    ----------
    drawings : iterable of Drawn
    generators : iterable of Generator

    Raises
    ------
    ValueError
        If two motifs have the same id: a fault of the program.
    """

    def __init__(self, drawings: Iterable[Drawn], generators: Iterable[Generator]) -> None:
        self._sources: dict[str, Drawn | Generator] = {}
        self._about: dict[str, About] = {}
        for drawing in drawings:
            self._add(drawing.header.about, drawing)
        for generator in generators:
            self._add(generator.about, generator)

    def with_own(self, drawings: Iterable[Drawn]) -> Catalogue:
        """Return the catalogue with a person's own drawings beside it; one whose id is taken is left out."""
        whole = Catalogue((), ())
        whole._about, whole._sources = dict(self._about), dict(self._sources)
        for drawing in drawings:
            if drawing.header.id not in whole._about:
                whole._add(drawing.header.about, drawing)
        return whole

    def _add(self, about: About, source: Drawn | Generator) -> None:
        if about.id in self._about:
            raise ValueError(f"two motifs are called {about.id}")
        self._about[about.id] = about
        self._sources[about.id] = source

    @cached_property
    def _entries(self) -> tuple[About, ...]:
        return tuple(sorted(self._about.values(), key=lambda one: (one.family, _folded(one.name.id), one.id)))

    def entries(self) -> tuple[About, ...]:
        """Return what is known of every motif, sorted by family and Indonesian name; nothing is drawn."""
        return self._entries

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every motif, in the order of `entries`."""
        return tuple(about.id for about in self._entries)

    def find(self, motif_id: str) -> About | None:
        """Return what is known of a motif, or None if there is none of that id."""
        return self._about.get(motif_id)

    def about(self, motif_id: str) -> About:
        """Return what is known of a motif; raises `BatikError` ``motif.unknown`` with the ids that come close."""
        try:
            return self._about[motif_id]
        except KeyError:
            known = difflib.get_close_matches(motif_id, self._about, n=3, cutoff=_CLOSE_ENOUGH)
            raise BatikError("motif.unknown", motif=motif_id, known=known) from None

    def parameters(self, motif_id: str) -> tuple[Parameter, ...]:
        """Return what can be set of a motif: nothing of a drawing; raises as `about`."""
        self.about(motif_id)
        source = self._sources[motif_id]
        return source.parameters if isinstance(source, Generator) else ()

    def motif(self, motif_id: str, parameters: dict[str, Value] | None = None) -> Motif:
        """Draw a motif.

        Parameters
        ----------
        motif_id : str
        parameters : dict of key to value, optional
            What differs from the defaults.

        Raises
        ------
        BatikError
            ``motif.unknown``, or ``value.unknown_key`` and the others of `Parameter.check`.
        """
        self.about(motif_id)
        source = self._sources[motif_id]
        if isinstance(source, Generator):
            return source.motif(parameters)
        for key in parameters or {}:
            raise BatikError("value.unknown_key", key=key, known=[])
        return _read(source)

    def search(self, text: str) -> tuple[About, ...]:
        """Return the motifs that have every word of ``text`` in their names, meanings, region, family or id.

        Case and accents do not matter, and the words may be of either language. Motifs whose name begins with the text
        come first, then those that have all words in their names; else the order is that of `entries`.
        """
        words = _folded(text).split()
        found = [about for about in self._entries if all(word in _said_of(about) for word in words)]
        start = _folded(text).strip()

        def place(about: About) -> tuple[bool, bool]:
            begins = any(_folded(name).startswith(start) for name in (about.name.id, about.name.en, about.id))
            return not begins, not all(word in _names_of(about) for word in words)

        return tuple(sorted(found, key=place))


class _Shelf:
    """Holds the catalogue that is in use: a person's own drawings may join it while the program runs."""

    def __init__(self) -> None:
        self.catalogue = built_in()


@cache
def _shelf() -> _Shelf:
    return _Shelf()


@cache
def built_in() -> Catalogue:
    """Return the catalogue of the assets and generators that come with the program."""
    from batikstudio.motifs import generators

    drawings = [drawn(file) for file in asset_files("motifs", ".svg")]
    return Catalogue(drawings, declared(generators, "GENERATOR", Generator).values())


def catalogue() -> Catalogue:
    """Return the catalogue in use: `built_in`, with the drawings of the last `refresh`."""
    return _shelf().catalogue


def refresh(own: Iterable[Drawn]) -> Catalogue:
    """Let `catalogue` have exactly these drawings beside those that come with the program, and return it.

    No motif that comes with the program can be replaced. Whoever knows where a person keeps drawings calls this at the
    start and after every change there; values that were taken from the catalogue before stay as they are.
    """
    _shelf().catalogue = built_in().with_own(own)
    return catalogue()


def drawn(file: Traversable) -> Drawn:
    """Read the metadata of a motif file, without its drawing.

    Raises
    ------
    BatikError
        ``motif.bad_metadata``, or ``svg.not_xml`` if it is not XML up to there.
    """
    name = file.name.removesuffix(".svg")
    header = read_header(read_metadata(file.read_bytes()), name)
    if header is None:
        raise BatikError("motif.bad_metadata", motif=name, reason="metadata")
    return Drawn(file, header)


def _names_of(about: About) -> str:
    return _folded(f"{about.id} {about.name.id} {about.name.en}")


def _said_of(about: About) -> str:
    words = (about.meaning.id, about.meaning.en, about.region.id, about.region.en, about.family)
    return f"{_names_of(about)} {_folded(' '.join(words))}"


def _folded(text: str) -> str:
    """Return ``text`` without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
