from __future__ import annotations

from dataclasses import dataclass

from batikstudio.base.parameter import Value
from batikstudio.geometry.rings import Rings
from batikstudio.motifs.motif import Part
from batikstudio.pattern.groups import Basis


@dataclass(frozen=True, eq=False)
class Region:
    rings: Rings
    basis: Basis | None = None


def isen(isen_id: str): ...
def fill(isen_id: str, region: Region, values: dict[str, Value], seed: int) -> tuple[Part, ...]:
    return ()
