"""The log helps to find a fault and tells nobody who the person is."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercoach_desktop.app.logs import keep_logs_in, redact


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log file, while the application's logging is in place."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    keep_logs_in(tmp_path / "logs")
    yield tmp_path / "logs" / "careercoach.log"
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("mail to lena.marsh+jobs@mail.example.co.uk now", "mail to [e-mail] now"),
        ("called +44 113 496 0000 twice", "called [number] twice"),
        ("or (0113) 496-0000.", "or [number]."),
        ("read 3 jobs in 120 ms", "read 3 jobs in 120 ms"),
        ("refused sk-ant-api03-AbC_dEf-1234567890 again", "refused [key] again"),
        ("task 12 of 2026", "task 12 of 2026"),
    ],
)
def test_what_identifies_a_person_is_taken_out(text: str, redacted: str) -> None:
    assert redact(text) == redacted


def test_the_home_folder_is_a_tilde() -> None:
    home = str(Path.home())
    if home in {"/", ""}:
        pytest.skip("this account has no home folder of its own")
    assert redact(f"opened {home}/cv.pdf") == "opened ~/cv.pdf"


def test_nothing_personal_reaches_the_file_whatever_part_of_a_record_it_is_in(log: Path) -> None:
    logger = logging.getLogger("careercoach_desktop.test")
    logger.info("imported for %s", "lena@marsh.example")
    error = ValueError("cannot read lena@marsh.example, +44 113 496 0000")
    logger.error("failed", exc_info=error)
    written = log.read_text(encoding="utf-8")
    assert "imported for [e-mail]" in written
    assert "ValueError" in written
    assert "marsh.example" not in written
    assert "496" not in written


def test_what_an_error_says_stays_out_of_the_file_and_where_it_came_from_is_in_it(log: Path) -> None:
    cause, note = "I was let go in May", "Ask Priya about the team"

    def look_up() -> None:
        raise KeyError(cause)

    def read() -> None:
        try:
            look_up()
        except KeyError as error:
            raise ValueError(note) from error

    try:
        read()
    except ValueError:
        logging.getLogger("careercoach_desktop.test").exception("failed")
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "ValueError" in written
    assert "in look_up" in written
    assert cause not in written
    assert note not in written


def test_an_uncaught_error_is_in_the_log_from_every_thread_without_its_words(log: Path) -> None:
    words = "Ask Priya"

    def fail_in_a_thread() -> None:
        raise RuntimeError(words)

    def fail_in_the_window() -> None:
        raise LookupError(words)

    thread = threading.Thread(target=fail_in_a_thread)
    thread.start()
    thread.join()
    with pytest.raises(LookupError) as lost:
        fail_in_the_window()
    sys.excepthook(lost.type, lost.value, lost.tb)
    written = log.read_text(encoding="utf-8")
    assert "in fail_in_a_thread" in written
    assert "in fail_in_the_window" in written
    assert words not in written


@pytest.mark.usefixtures("log")
def test_the_addresses_of_postings_are_not_logged(log: Path) -> None:
    logging.getLogger("httpx").info("GET https://jobs.example/17")
    assert "jobs.example" not in log.read_text(encoding="utf-8")


def test_a_folder_that_cannot_hold_a_log_is_no_reason_not_to_start(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    keep_logs_in(tmp_path / "file" / "logs")
    logging.getLogger("careercoach_desktop.test").error("still heard")
    assert "still heard" in capsys.readouterr().err


def test_what_a_library_says_in_detail_is_not_kept(log: Path) -> None:
    """With ANTHROPIC_LOG=debug in the environment the SDK would write down every request, résumés and all."""
    sdk = logging.getLogger("anthropic")
    before = sdk.level
    sdk.setLevel(logging.DEBUG)
    try:
        sdk.debug("Request options: %s", {"json_data": "Ten years of bread"})
        sdk.info("a request was made")
    finally:
        sdk.setLevel(before)
    written = log.read_text(encoding="utf-8")
    assert "bread" not in written
    assert "a request was made" in written
