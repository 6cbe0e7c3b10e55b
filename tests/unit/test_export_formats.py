from __future__ import annotations

import subprocess
import sys

from batikstudio.export.base import formats


def test_formats_are_found_by_id_and_describe_themselves_in_both_languages():
    assert {"png", "tiff"} <= set(formats())
    for format_id, record in formats().items():
        shown = record.as_dict()
        assert shown["id"] == format_id
        assert shown["suffix"].startswith(".")
        for words in (record.words, record.meaning):
            assert words.id
            assert words.en


def test_listing_the_formats_loads_nothing_heavy():
    code = (
        "import sys; from batikstudio.export.base import formats; formats();"
        "print(*{'PIL', 'tifffile', 'imagecodecs', 'isal', 'numba', 'scipy', 'skimage', 'pikepdf'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
