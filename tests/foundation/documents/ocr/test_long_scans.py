"""Scans of many pages: how long they may take, what is said of pages there was no time for, and an end when asked."""

from __future__ import annotations

import os
import sys
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from careercoach_desktop.foundation.documents import ocr
from careercoach_desktop.foundation.documents.reading import read_document, scans, seconds_to_read
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.support.paper import pdf
from tests.support.scanning import Sheet, pictures_in_pdf, scanned

GREY = Sheet(120, 160, bytes([200]) * 19_200)


def test_every_scanned_page_brings_time_of_its_own() -> None:
    one, four, forty = (seconds_to_read(pictures_in_pdf([GREY] * count, dpi=20), "scan.pdf") for count in (1, 4, 40))
    assert one < four < forty
    assert forty == seconds_to_read(pictures_in_pdf([GREY] * scans.LIMITS.pages, dpi=20), "scan.pdf")


@pytest.mark.parametrize("count", [1, 4, 10, 40])
def test_reading_ends_by_itself_before_it_is_stopped_from_outside(count: int) -> None:
    inside = scans.LIMITS.all_seconds(count)
    assert inside + 10 < seconds_to_read(pictures_in_pdf([GREY] * count, dpi=20), "scan.pdf")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (pdf("Words. " * 90 + "#pagebreak()" + "More. " * 90), "cv.pdf"),
        (b"Maya Okafor", "cv.txt"),
        (b"%PDF-1.4", "x.pdf"),
    ],
)
def test_other_files_have_the_usual_time(data: bytes, name: str) -> None:
    assert seconds_to_read(data, name) == seconds_to_read(b"", "")


def test_pages_there_was_no_time_for_are_told_of_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "LIMITS", ocr.Limits(first_seconds=0, further_seconds=0))
    with pytest.raises(UserError, match="no time") as refusal:
        read_document(scanned(pdf("= Experience")), "scan.pdf")
    assert refusal.value.next_step.startswith("Read it again")

    found = scans.Scans()
    found.late = 2
    (said,) = found.warnings()
    assert said.startswith("2 pages are each a picture there was no time to read. Choose “Read the file again”")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends with the page it is at")
def test_a_reading_that_is_cancelled_ends_the_program_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program holds the writing end of a named pipe: reading that ends when the program does."""
    pipe, program = tmp_path / "pipe", tmp_path / "tesseract"
    os.mkfifo(pipe)
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys, time\n"
        "if '--list-langs' in sys.argv:\n"
        "    raise SystemExit(print('Languages:\\neng'))\n"
        f"held = open({str(pipe)!r}, 'w')\n"
        "held.write('here')\n"
        "held.flush()\n"
        "time.sleep(600)\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    child = ChildProcess()
    try:
        call = child.begin(read_document, scanned(pdf("= Experience")), "scan.pdf")
        with pipe.open() as held:
            assert held.read(4) == "here"
            call.cancel()
            assert held.read() == ""
        with pytest.raises(CancelledError):
            call.result()
        child.end(call)
    finally:
        child.stop()
