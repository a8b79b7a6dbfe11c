"""Documents in a real window: a file dropped in, found, and dragged out to another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import START
from tests.e2e.driver import drag, files_to_drag, folder_to_drop_on, keys

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

CORNER = (30, 560)
WORDS = "She measured every river twice and was right each time."


def test_a_file_is_dropped_in_and_dragged_out_again(start: START, tmp_path: Path) -> None:
    reference, folder = tmp_path / "Reference Rio Claro.txt", tmp_path / "elsewhere"
    reference.write_text(WORDS, encoding="utf-8")
    folder.mkdir()
    app = start(options=["--demo"])
    app.click("Documents")
    where = app.resting("drop any file here", exact=False).middle
    for _attempt in range(3):  # a window that has just opened may be under the pointer before the display knows it
        with files_to_drag(CORNER, [reference]) as grip:
            drag(grip, where)
            if app.look("Reference Rio Claro", kind="item", seconds=10):
                break
    row = app.see("Reference Rio Claro", kind="item").middle
    app.see(WORDS)
    reference.unlink()
    for _attempt in range(3):
        with folder_to_drop_on(CORNER, folder) as target:
            drag(row, target)
            if app.comes(lambda: any(folder.iterdir())):
                break
    assert (folder / "Reference Rio Claro.txt").read_text(encoding="utf-8") == WORDS
    keys("ctrl+c")
    app.see("copied. Paste it into a folder or an e-mail.")
    keys("Delete")
    app.see("drop any file here")
    app.quit()
