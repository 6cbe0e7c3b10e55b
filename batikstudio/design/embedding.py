"""Motifs in a design: which one is meant, and the copy of its drawing that travels in the file."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import msgspec

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design, MotifItem, MotifSource, fresh_id
from batikstudio.motifs.catalogue import catalogue
from batikstudio.motifs.motif import Motif
from batikstudio.motifs.svg import motif_from_svg, motif_to_svg


def embed(design: Design, motif: Motif) -> tuple[Design, str]:
    """Return the design with ``motif`` among its motifs, and the key under which items name it.

    The same motif with the same values is kept once.
    """
    data = _copy_of(motif)
    digest = hashlib.sha256(data).hexdigest()
    source = MotifSource(id=motif.about.id, version=motif.about.version, parameters=dict(motif.parameters), copy=digest)
    for key, known in design.motifs.items():
        if known == source:
            return design, key
    key = fresh_id("m", set(design.motifs))
    motifs, assets = design.motifs | {key: source}, design.assets | {digest: data}
    return msgspec.structs.replace(design, motifs=motifs, assets=assets), key


def resolve(design: Design, key: str) -> Motif:
    """Return the motif that an item names, drawn as it was when it was placed.

    Raises
    ------
    BatikError
        ``motif.missing`` if the file has neither the motif nor its copy.
    """
    source = design.motifs.get(key)
    data = design.assets.get(source.copy) if source else None
    if source is None or data is None:
        raise BatikError("motif.missing", motif=source.id if source else key)
    return _drawn(data, source.id or key)


def without_unused(design: Design) -> Design:
    """Return the design without motifs that no item names and without their copies."""
    used = {item.motif for field in design.fields for item in field.items() if isinstance(item, MotifItem)}
    motifs = {key: source for key, source in design.motifs.items() if key in used}
    kept = {source.copy for source in motifs.values()}
    assets = {key: data for key, data in design.assets.items() if key in kept}
    if len(motifs) == len(design.motifs) and len(assets) == len(design.assets):
        return design
    return msgspec.structs.replace(design, motifs=motifs, assets=assets)


def is_current(source: MotifSource) -> bool:
    """Whether the catalogue has no other version of this motif; an older drawing is kept as it was.

    Somebody else's own motif, which is only in their catalogue and in the design, is what it always was.
    """
    known = catalogue().find(source.id)
    return known is None or known.version == source.version


@lru_cache(maxsize=256)
def _drawn(data: bytes, fallback_id: str) -> Motif:
    return motif_from_svg(data, fallback_id).motif


@lru_cache(maxsize=256)
def _copy_of(motif: Motif) -> bytes:
    return motif_to_svg(motif)
