"""What the parts of a motif cover once they are laid."""

from __future__ import annotations

from batikstudio.geometry.affine import Affine
from batikstudio.geometry.areas import normalised, stroked
from batikstudio.geometry.rings import Rings, together
from batikstudio.motifs.motif import Part


def outlined(part: Part, transform: Affine, tolerance_mm: float) -> Rings:
    """Return what a part covers once it is laid: lines keep their width on the cloth however the motif is scaled.

    Parameters
    ----------
    part : Part
    transform : Affine
        From the motif's frame to where it is laid, mm.
    tolerance_mm : float
        How far a polygon may be from its curve.

    Returns
    -------
    Rings
        They may overlap: they fill what any of them fills.
    """
    polylines = list(part.path.transformed(transform).subpaths(tolerance_mm))
    if part.width_mm is None:
        return normalised([points for points, _ in polylines], part.even_odd)
    return together([stroked(points, closed, part.width_mm, part.cap, tolerance_mm) for points, closed in polylines])
