"""How long and how much a visit with a browser may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VisitLimits:
    """Seconds: ``total`` from the browser's start to its end; ``settle`` from a page's first byte until what it shows
    by then is taken; ``quiet`` with nothing under way and no new text makes a page finished; ``still`` without new text
    is needed of one that shows little, or shows enough and never stops fetching.

    ``html``: characters the finished page may have. ``traffic``: bytes it may load altogether (a job board's scripts
    are some five million).
    """

    total: float = 45.0
    settle: float = 15.0
    quiet: float = 0.8
    still: float = 3.0
    html: int = 10 * 1024 * 1024
    traffic: int = 40 * 1024 * 1024
