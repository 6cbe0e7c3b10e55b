"""What is said to a person: one sentence or two for every code, in both languages through the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from batikstudio.base.errors import BatikError
from batikstudio.studio.i18n import N_, Translator

LARGEST_WRITTEN_OUT = 1e15
"""Beyond it a number is shown by its power of ten; what is not a number is shown as such."""

MESSAGES: dict[str, str] = {
    "value.not_a_number": N_("“{value}” is not a number; {key} stays as it was. Write a number such as 12.5."),
    "value.not_yes_or_no": N_("“{value}” is neither yes nor no; {key} stays as it was. Write yes or no."),
    "value.out_of_range": N_("{value} is outside {minimum} to {maximum}; {key} stays as it was."),
    "value.not_a_choice": N_("“{value}” is not possible for {key}; nothing was changed. Choose one of: {choices}."),
    "value.unknown_key": N_("There is no setting “{key}”; nothing was changed. Did you mean one of: {known}?"),
    "value.no_equals_sign": N_("“{text}” has no equals sign; nothing was changed. Write KEY=VALUE."),
    "file.not_found": N_("“{path}” is not there. Check the name and the folder."),
    "file.cannot_read": N_("“{path}” cannot be read: {reason}. Nothing was changed."),
    "file.cannot_write": N_(
        "“{path}” cannot be written: {reason}. Your design and any older file are safe; choose another place."
    ),
    "file.not_a_design": N_("“{path}” is not a Batik Studio design. Nothing was opened; choose a .batik file."),
    "file.not_a_parcel": N_(
        "“{path}” holds no shared motifs. Nothing was taken over; choose a .motif-batik file that somebody shared with you."
    ),
    "file.damaged": N_(
        "“{path}” is damaged and was not opened; {readable} of its parts can still be read. The file itself is unchanged; try a copy of it."
    ),
    "file.too_large": N_(
        "“{path}” is larger than the program opens ({size_mb} against {limit_mb}). Nothing was opened."
    ),
    "file.too_many_parts": N_("“{path}” holds more than {limit} parts. Nothing was opened; the file is unchanged."),
    "file.part_not_allowed": N_("“{path}” holds a part named “{part}” that a design never has. It was not opened."),
    "file.packing_not_used": N_("“{path}” is packed in a way that Batik Studio does not use. It was not opened."),
    "file.newer_version": N_(
        "“{path}” was made with a newer Batik Studio ({made_with}, format {version}). It was not opened and is unchanged; install the newer program."
    ),
    "file.not_equal": N_(
        "“{path}” was not the same as the design when read back, so it was not kept. Your design and the older file are safe; try another place."
    ),
    "design.too_deep": N_("The design's text is nested more than {limit} levels deep, so it was not opened."),
    "design.not_valid": N_("The design's text is not as it should be ({where}), so it was not opened."),
    "design.number_out_of_range": N_(
        "A number in the design is not possible ({where}, beyond {limit}), so nothing was opened or saved."
    ),
    "design.too_many_items": N_("The design holds more than {limit} items, so it was not opened."),
    "design.id_twice": N_(
        "A {kind} stands twice in the design under the same name; the design is shown, save a copy before going on."
    ),
    "design.process_missing": N_("The design names a colourway that it does not have; the first one is shown."),
    "dye.unknown": N_("The dye “{dye}” is not known; the design is unchanged. Choose one of: {known}."),
    "fabric.unknown": N_("The cloth “{fabric}” is not known; choose one of: {known}."),
    "field.unknown": N_("There is no field “{field}”; the design is unchanged. It has: {known}."),
    "slot.unknown": N_("There is no slot “{slot}” in this process; choose one of: {known}."),
    "isen.unknown": N_("There is no filler “{isen}”; nothing was changed. Did you mean one of: {known}?"),
    "item.unknown": N_("This item is no longer in the design; nothing was changed."),
    "isen.nothing_empty": N_(
        "Nothing of the selection is empty and wide enough for isen, so nothing was changed. Select areas without isen."
    ),
    "item.not_a_motif": N_("Only a motif can be changed in this way; nothing was changed. Select a motif."),
    "drawing.empty": N_("Nothing was drawn, so nothing was changed. Press and drag, or click point by point."),
    "drawing.needs_two": N_(
        "Joining and cutting need two areas of one field; nothing was changed. Select two shapes that are filled."
    ),
    "drawing.not_an_area": N_("Only areas have a border that can move; nothing was changed. Select an area."),
    "drawing.nothing_left": N_("Nothing would be left of the area, so nothing was changed."),
    "region.on_a_line": N_("There is a line under the pointer; nothing was filled. Click beside it."),
    "region.open": N_(
        "No closed line surrounds this place, so the wax would run out; nothing was filled. Close the line first."
    ),
    "item.none_chosen": N_("There is nothing to write: the design has no items here. Nothing was written."),
    "item.of_two_fields": N_(
        "The items lie in different fields ({fields}); nothing was written. Choose items of one field."
    ),
    "item.too_small_or_large": N_("The motif would become too small or too large to draw; it stays as it was."),
    "item.unknown_role": N_("A motif has a part “{role}” that this program does not know; it is kept and not shown."),
    "layer.unknown": N_("This layer is no longer in the design; nothing was changed."),
    "layer.locked": N_("The layer “{layer}” is locked; nothing was changed. Unlock it to edit what lies in it."),
    "layer.last": N_("“{layer}” is the last layer and stays; a field needs at least one."),
    "step.unknown": N_("There is no step “{step}”; the steps are: {known}."),
    "step.number_unknown": N_("There is no step {number}; the last one is {last}, and 0 is the bare cloth."),
    "step.unknown_kind": N_(
        "This program does not know steps of the kind “{kind}”; the step is kept and does nothing here."
    ),
    "step.unknown_slot": N_("This step covers a slot “{slot}” that the design does not have; choose its slots again."),
    "step.unknown_dye": N_(
        "This bath uses a dye “{dye}” that this program does not know; the bath does nothing. Choose another dye."
    ),
    "step.wax_too_cold": N_(
        "Wax at {temperature_c} °C does not go through the cloth, so dye comes in from the back; heat it to about {lowest_c} °C (estimate)."
    ),
    "step.wax_too_hot": N_(
        "Wax at {temperature_c} °C runs and lines grow wide; let it cool to at most {highest_c} °C (estimate)."
    ),
    "step.wax_covers_nothing": N_("This step covers nothing; choose slots and parts."),
    "step.already_waxed": N_("What this step covers lies under wax already."),
    "step.everything_waxed": N_("Everything lies under wax in this bath, so the cloth takes no dye."),
    "step.nothing_to_scrape": N_("No wax of this kind lies on the cloth, so there is nothing to scrape."),
    "step.nothing_to_boil": N_("No wax lies on the cloth, so there is nothing to boil off."),
    "process.wax_left": N_("Wax is left on the cloth after the last step; add a lorod."),
    "process.unknown": N_("There is no process “{process}”; the design is unchanged. Choose one of: {known}."),
    "symmetry.bad_basis": N_(
        "The two lattice vectors are too short or lie on one line; nothing was looked at. Write X1,Y1,X2,Y2 in pixels."
    ),
    "symmetry.no_repeat": N_("The repeat “{name}” lays its cell once, so no symmetry of a repeat can be named."),
    "symmetry.not_a_picture": N_("“{path}” is not a picture that can be looked at. Choose a PNG or JPEG file."),
    "symmetry.too_small": N_(
        "No whole repeat lies in the picture of {width_px} by {height_px} pixels; give a larger picture or shorter vectors."
    ),
    "template.unknown": N_("There is no template “{template}”; nothing was written. Choose one of: {known}."),
    "layout.no_room": N_(
        "The layout “{layout}” has no room for all its parts on {length_mm} by {width_mm} mm with these measures; the design is unchanged. Make a part smaller or the cloth larger."
    ),
    "layout.unknown": N_("There is no layout “{layout}”; the design is unchanged. Choose one of: {known}."),
    "library.unknown": N_("There is no motif “{motif}” of your own; nothing was changed. You have: {known}."),
    "library.nothing_chosen": N_("No motif was chosen; nothing was written. Name one or more of your own motifs."),
    "library.too_many": N_("“{path}” holds more than {limit} motifs. Nothing was taken over."),
    "letters.not_a_font": N_(
        "This is not a font that can be read; nothing was written. Choose a TrueType or OpenType file (.ttf or .otf)."
    ),
    "letters.nothing_to_draw": N_(
        "There is nothing to draw of this text with this font (it lacks: {missing}); nothing was written. Choose another font."
    ),
    "letters.too_long": N_(
        "The text is longer than {limit} characters or {lines} lines; nothing was written. Make several motifs of it."
    ),
    "letters.too_intricate": N_(
        "The letters of this font have more than {limit} points; nothing was written. Choose a plainer font."
    ),
    "motif.unknown": N_("There is no motif “{motif}”; nothing was changed. Did you mean one of: {known}?"),
    "motif.missing": N_("The drawing of the motif “{motif}” is not in the file; its place is kept and stays empty."),
    "motif.older_drawing": N_("The motif “{motif}” is shown as it was drawn when this design was made."),
    "motif.bad_metadata": N_(
        "The description inside the motif “{motif}” is not as it should be ({reason}); the motif was not read."
    ),
    "motif.part_without_role": N_("A part of the motif “{motif}” has no role, so the motif was not read."),
    "guide.too_many": N_("There are {most} guides already; nothing was added. Move one of them instead."),
    "guide.off_cloth": N_(
        "A guide lies at {at_mm} mm, beside the cloth; nothing else is wrong. Drag it back, or onto the ruler to take it away."
    ),
    "group.unknown": N_("There is no symmetry group “{group}”; the design is unchanged. Choose one of: {known}."),
    "pattern.lattice_does_not_fit": N_(
        "The group {group} needs a {lattice} repeat; the design is unchanged. Choose another repeat first."
    ),
    "pattern.no_upright_repeat": N_("This repeat has no upright rectangle that wraps; export the whole cloth instead."),
    "repeat.unknown": N_("“{text}” is not a repeat; the design is unchanged. Write one of: {known}."),
    "repeat.bad_fraction": N_(
        "“{text}” is not a fraction such as 1/2, with at most {largest} below the line; the design is unchanged."
    ),
    "repeat.bad_angle": N_("“{text}” is not an angle from {lowest} to {highest} degrees; the design is unchanged."),
    "repeat.bad_count": N_("“{text}” is not a whole number from {lowest} to {highest}; the design is unchanged."),
    "repeat.cannot_fit": N_(
        "The repeat “{name}” does not come round along that side without losing its shape, so its size stays; fit the other side alone, or choose another repeat."
    ),
    "repeat.copies_collide": N_(
        "Scattered copies touch one another in the field “{field}”; change their number or the seed to scatter them anew, or make the drawing smaller."
    ),
    "repeat.fewer_fit": N_(
        "Only {laid} of {asked} scattered copies find room without touching; make the repeat larger or the drawing smaller."
    ),
    "repeat.no_room_for_frame": N_(
        "The field of {width_mm} by {height_mm} mm has no room for a border all round; the design is unchanged. Make the border lower."
    ),
    "repeat.too_many_copies": N_(
        "This would lay {count} copies in one go, more than {most}; the design is unchanged. Make the repeat larger."
    ),
    "repeat.not_exact": N_("This design has no single repeat that wraps; render or export the whole cloth instead."),
    "rect.outside": N_("The rectangle at {x_mm}, {y_mm} mm lies outside the cloth; nothing was written."),
    "view.unknown": N_("There is no view “{view}”; choose one of: {known}."),
    "view.too_large": N_(
        "The picture would have more than {limit_mp} million pixels; nothing was written. Ask for fewer dpi or a rectangle, or use export."
    ),
    "export.unknown_format": N_("There is no format “{format}”; nothing was written. Choose one of: {known}."),
    "export.no_space": N_(
        "There is not enough space for “{path}”: {needed_mb} MB needed, {free_mb} MB free. Your design and any older file are safe; free some space or choose another place."
    ),
    "export.verify_failed": N_(
        "“{path}” was not the same as the cloth when read back ({what}), so it was not kept. Any older file is unchanged; try again or choose another disk."
    ),
    "export.seam_broken": N_(
        "The repeat does not meet itself at x {x_mm} mm, y {y_mm} mm, so nothing was exported. Your design is safe; please report this fault of the program."
    ),
    "picture.too_large": N_(
        "This picture is larger than the program reads ({size} against {limit}); nothing was written."
    ),
    "picture.too_small": N_(
        "This picture has only {width_px} × {height_px} pixels, too few to see a drawing; nothing was written."
    ),
    "picture.unknown_kind": N_(
        "This is not a picture that the program reads; nothing was written. Save it as one of: {known}."
    ),
    "picture.damaged": N_(
        "This picture is damaged or ends too early; nothing was written. Copy it from the phone or the scanner again."
    ),
    "picture.corners_in_line": N_(
        "The four corners do not stand around a sheet; nothing was written. Give them from the top left clockwise."
    ),
    "tracing.nothing_drawn": N_(
        "No drawing can be seen in this picture; nothing was written. Take it nearer, in better light, or allow fainter lines."
    ),
    "tracing.too_much": N_(
        "This picture would give more than {limit} strokes, so it is no drawing on plain paper; nothing was written."
    ),
    "lattice.not_found": N_(
        "No repeat can be seen in this picture; nothing was written. Photograph the cloth from straight above, with at least three repeats each way."
    ),
    "sheet.unknown_paper": N_("There is no paper “{paper}”; nothing was written. Choose one of: {known}."),
    "sheet.no_names": N_("The list has no names; nothing was written. Write one name on each line."),
    "sheet.too_many_names": N_(
        "The list has {count} names, and one class may have {limit}; nothing was written. Print it in two parts."
    ),
    "sheet.not_a_class_list": N_(
        "This is not the list of a class. Choose the .json file that was written beside the printed sheets."
    ),
    "sheet.marks_missing": N_(
        "{found} of the four corner marks of the sheet can be seen. Photograph the whole sheet again, flat and without fingers on the marks."
    ),
    "sheet.number_unreadable": N_(
        "The black and white strip of the sheet cannot be read. Photograph it again from nearer, sharp and without a shadow across it."
    ),
    "svg.empty": N_("There is nothing in this SVG that a motif can hold; nothing was written."),
    "svg.entities": N_(
        "This SVG uses XML entities, which are blocked for safety; nothing was written. Save it again as plain SVG."
    ),
    "svg.not_svg": N_("This is not an SVG drawing (it begins with “{element}”); nothing was written."),
    "svg.not_xml": N_("This is not a readable SVG: it breaks at line {line}, column {column}. Nothing was written."),
    "svg.too_deep": N_(
        "This SVG is nested more than {limit} levels deep; nothing was written. Ungroup it and save it again."
    ),
    "svg.too_large": N_("This SVG is larger than {limit_mib} MB; nothing was written. Simplify the drawing first."),
    "svg.too_many_elements": N_(
        "This SVG has more than {limit} elements; nothing was written. Simplify the drawing first."
    ),
    "svg.too_many_points": N_(
        "This SVG has more than {limit} numbers in its paths; nothing was written. Simplify the paths first."
    ),
    "svg.too_many_uses": N_(
        "This SVG repeats shapes more than {limit} times; nothing was written. Simplify the drawing first."
    ),
}
"""What happened, what is safe, what to do; the names in braces are facts of the error."""

_SAID = ("reason", "lattice", "kind", "what")
"""Facts that come in English, from the system or from the program itself, and not from a person."""

_WORDS = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File name too long"),
    N_("File too large"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("Too many open files"),
    N_("oblique"),
    N_("rectangular"),
    N_("square"),
    N_("hexagonal"),
    N_("colourway"),
    N_("field"),
    N_("slot"),
    N_("step"),
    N_("layer"),
    N_("item"),
    N_("structure"),
    N_("size"),
    N_("resolution"),
    N_("profile"),
    N_("pixels"),
)
"""What those facts may be; anything else is shown as it came."""

_UNKNOWN = N_("Something went wrong ({code}). Your design is safe; save a copy and start the program again.")
_MISSING_LETTERS = N_("The font does not have: {characters}. They were left out; choose another font for them.")
_DAMAGED_MOTIFS = N_("These motif files cannot be read and were left as they are: {names}.")
_LEFT_OUT = N_("Left out: {what} ({count}).")


def message(error: BatikError, tr: Translator) -> str:
    """Return what to say about an error, on one line."""
    template = MESSAGES.get(error.code)
    if template is None:
        return tr(_UNKNOWN).format(code=error.code)
    facts = {key: _plain(_translated(key, value, tr), tr) for key, value in error.facts.items()}
    return tr(template).format_map(_Facts(facts))


def left_out_message(left_out: Iterable[tuple[str, int]], tr: Translator) -> list[str]:
    """Return a line for each kind of thing that a drawing holds and a motif cannot."""
    from batikstudio.motifs.svg.left_out import LEFT_OUT

    return [tr(_LEFT_OUT).format(what=tr.words(LEFT_OUT[kind]), count=count) for kind, count in left_out]


def missing_letters_message(missing: Iterable[str], tr: Translator) -> str:
    """Return the line that tells which characters a font does not have."""
    return tr(_MISSING_LETTERS).format(characters=" ".join(missing))


def damaged_motifs_message(names: Iterable[str], tr: Translator) -> str:
    """Return the line that tells which files in the folder of own motifs cannot be read."""
    return tr(_DAMAGED_MOTIFS).format(names=", ".join(names))


class _Facts(dict[str, str]):
    """Shows a fact that was not given as a dash: a sentence never fails."""

    def __missing__(self, key: str) -> str:
        return "–"


def _translated(key: str, value: object, tr: Translator) -> object:
    return tr(value) if key in _SAID and isinstance(value, str) and value in _WORDS else value


def _plain(value: object, tr: Translator) -> str:
    """Return a fact as text: lists with commas, numbers as the language writes them, control characters gone."""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one, tr) for one in value)
    if isinstance(value, float):
        return tr.number(value, 0 if value.is_integer() else 2) if abs(value) < LARGEST_WRITTEN_OUT else f"{value:g}"
    if isinstance(value, int) and not isinstance(value, bool):
        return tr.number(value, 0)
    return "".join(one if one.isprintable() else " " for one in str(value))
