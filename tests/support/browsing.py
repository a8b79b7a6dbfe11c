"""A renderer that does not wait long, and a look at the processes a visit leaves behind."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from careercoach_desktop.foundation.web.browsers import found_browsers
from careercoach_desktop.foundation.web.limits import VisitLimits
from careercoach_desktop.foundation.web.rendering import PageRenderer

BRIEF = VisitLimits(settle=4.0, still=0.6, quiet=0.3)
"""Test pages come from loopback and are short: waiting three seconds for each would only take time."""


def quick_renderer(limits: VisitLimits = BRIEF) -> PageRenderer:
    """The real thing with the real browser. Linux always has one: ``packaging/dev.py test`` installs it."""
    if not found_browsers() and not sys.platform.startswith("linux"):
        pytest.skip("no Chrome, Edge or Chromium on this computer")
    return PageRenderer(lambda: True, limits=limits)


def processes_of(folder: Path) -> list[int]:
    """Ids of the living processes that were started with ``folder`` in their arguments or environment (Linux)."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit():
                told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
                found += [int(process.name)] if bytes(folder) in told else []
        except OSError:
            continue  # it ended while we looked
    return found


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Ask again and again, for what tells nobody when it happens (a process that ends)."""
    pause, left = threading.Event(), seconds
    while not holds():
        if left <= 0:
            raise AssertionError("it never came to be")
        pause.wait(0.05)
        left -= 0.05
