"""Edits of what stands about a design: title, author, notes, seed, look."""

from __future__ import annotations

from msgspec.structs import replace

from batikstudio.base.errors import BatikError
from batikstudio.design.document import Design
from batikstudio.design.edits.place import writable
from batikstudio.design.edits.repeat import laid_anew

LARGEST_SEED = 2**31 - 1


def set_title(design: Design, title: str) -> Design:
    """Give the design another title."""
    return replace(design, title=writable(title).strip())


def set_author(design: Design, author: str) -> Design:
    """Write who made the design."""
    return replace(design, author=writable(author).strip())


def set_notes(design: Design, notes: str) -> Design:
    """Write notes to the design."""
    return replace(design, notes=writable(notes))


def set_seed(design: Design, seed: int) -> Design:
    """Let chance fall otherwise; scatter anew. Raises `BatikError` ``value.out_of_range`` outside 1 to 2147483647."""
    if not 1 <= seed <= LARGEST_SEED:
        raise BatikError("value.out_of_range", key="seed", value=seed, minimum=1, maximum=LARGEST_SEED)
    if seed == design.seed:
        return design
    return laid_anew(replace(design, seed=seed), ("toss",))


def set_look(
    design: Design, *, hand: float | None = None, uneven: float | None = None, weave: bool | None = None
) -> Design:
    """Set how freely the hand draws and how uneven the dyeing is (both 0 to 1), and whether the weave shows.

    Raises
    ------
    BatikError
        ``value.out_of_range`` for a share outside 0 to 1.
    """
    look = design.look
    for key, value in (("hand", hand), ("uneven", uneven)):
        if value is not None and not 0.0 <= value <= 1.0:
            raise BatikError("value.out_of_range", key=key, value=value, minimum=0.0, maximum=1.0)
    look = replace(
        look,
        hand=look.hand if hand is None else hand,
        uneven=look.uneven if uneven is None else uneven,
        weave=look.weave if weave is None else weave,
    )
    return replace(design, look=look)
