"""What a motif file says of its motif: the JSON in the ``metadata`` of the SVG."""

from __future__ import annotations

import json
from dataclasses import asdict

import msgspec

from batikstudio.base.errors import BatikError
from batikstudio.base.parameter import Value
from batikstudio.base.words import Words
from batikstudio.motifs.motif import ROLES, About, CustomaryRepeat, Motif

FORMAT = "batikstudio-motif-1"


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of the JSON; `About` says what they mean. ``parameters`` are those of a generator's flattened copy."""

    format: str
    id: str
    version: int
    name: Words
    meaning: Words
    family: str
    region: Words
    source: str
    uncertain: bool = False
    larangan: Words | None = None
    author: str = ""
    licence: str = ""
    repeat: CustomaryRepeat
    ground: str = "ground"
    ranks: dict[str, str] = {}
    parameters: dict[str, Value] = {}

    @property
    def about(self) -> About:
        """What is known of the motif."""
        return About(
            id=self.id,
            name=self.name,
            meaning=self.meaning,
            family=self.family,
            region=self.region,
            source=self.source,
            version=self.version,
            uncertain=self.uncertain,
            larangan=self.larangan,
            ground=self.ground,
            ranks=self.ranks,
            author=self.author,
            licence=self.licence,
        )


def read_header(metadata: str, where: str) -> Header | None:
    """Read the metadata of a drawing; None if it is not that of a motif file.

    Parameters
    ----------
    metadata : str
    where : str
        The id or name of the file, for the error.

    Raises
    ------
    BatikError
        ``motif.bad_metadata`` if it is a motif file whose metadata is not as it should be.
    """
    if not metadata.startswith("{") or '"batikstudio-motif' not in metadata:
        return None
    try:
        header = msgspec.json.decode(metadata, type=Header)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise BatikError("motif.bad_metadata", motif=where, reason=str(error)) from None
    reason = _mistake(header)
    if reason:
        raise BatikError("motif.bad_metadata", motif=where, reason=reason)
    return header


def _mistake(header: Header) -> str:
    if header.format != FORMAT:
        return f"format {header.format}"
    if not header.id or header.version < 1:
        return "id, version"
    if not all(0 < side <= 1e5 for side in (header.repeat.width_mm, header.repeat.height_mm)):
        return "repeat"
    return "" if set(header.ranks) <= set(ROLES) else "ranks"


def header_text(motif: Motif) -> str:
    """Return the JSON of a motif, the same for equal motifs, in ASCII so that any text is sound in XML."""
    about = motif.about
    table: dict[str, object] = {
        "format": FORMAT,
        "id": about.id,
        "version": about.version,
        "name": about.name.as_dict(),
        "meaning": about.meaning.as_dict(),
        "family": about.family,
        "region": about.region.as_dict(),
        "source": about.source,
        **({"author": about.author} if about.author else {}),
        **({"licence": about.licence} if about.licence else {}),
        "uncertain": about.uncertain,
        "larangan": about.larangan.as_dict() if about.larangan else None,
        "repeat": asdict(motif.repeat),
        "ground": about.ground,
        "ranks": dict(sorted(about.ranks.items())),
        "parameters": dict(sorted(motif.parameters.items())),
    }
    return json.dumps(table, ensure_ascii=True, indent=1, allow_nan=False)
