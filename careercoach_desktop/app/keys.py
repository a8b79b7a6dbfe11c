"""Every key the window listens to, in one place: the frame binds what stands here, and F1 lists it.

Pages handle keys of their own; their features' manifests say which (``Feature.keys``), and tests press them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page


@dataclass(frozen=True)
class FrameKey:
    """``name`` says which of the window's signals it is; any of ``keys`` does it."""

    name: str
    keys: tuple[str, ...]
    words: str


FRAME = (
    FrameKey("palette", ("Ctrl+K",), "Find anything, do anything by its name"),
    FrameKey("search", ("Ctrl+F",), "Search the page in front"),
    FrameKey("undo", ("Ctrl+Z",), "Undo the last change"),
    # Elsewhere text fields know no Ctrl+Y, and it would redo something else behind the back of somebody who types.
    FrameKey("redo", ("Ctrl+Shift+Z", "Ctrl+Y") if sys.platform == "win32" else ("Ctrl+Shift+Z",), "Redo"),
    FrameKey("shortcuts", ("F1",), "Show these keyboard shortcuts"),
    FrameKey("close", ("Ctrl+Q",), "Leave Career Coach"),
)

EVERYWHERE = "Everywhere"
PAGES = "Pages"
PALETTE = "In the command palette"
_PALETTE_KEYS = (
    Keys(PALETTE, ("Up", "Down"), "Go from line to line"),
    Keys(PALETTE, ("Return",), "Open it, or do it"),
    Keys(PALETTE, ("Esc",), "Close the palette"),
)


def page_keys(pages: Iterable[Page]) -> dict[str, str]:
    """``"Ctrl+1"`` … ``"Ctrl+9"``, ``"Ctrl+0"`` and the names of the pages they go to, in the sidebar's order."""
    shown = [page.name for page in pages if page.in_sidebar][:10]
    return {f"Ctrl+{number % 10}": name for number, name in enumerate(shown, start=1)}


def listed(pages: Sequence[Page], features: Iterable[Feature], actions: Iterable[Action]) -> dict[str, list[Keys]]:
    """All keys in groups, in the order in which the list of shortcuts shows them."""
    titles = {page.name: page.title for page in pages}
    found = [Keys(EVERYWHERE, key.keys, key.words) for key in FRAME]
    found[2:2] = [Keys(EVERYWHERE, (action.keys,), action.title.rstrip("…")) for action in actions if action.keys]
    found += [Keys(PAGES, (keys,), titles[name]) for keys, name in page_keys(pages).items()]
    found += [keys for feature in features for keys in feature.keys]
    groups: dict[str, list[Keys]] = {}
    for keys in (*found, *_PALETTE_KEYS):
        groups.setdefault(keys.where, []).append(keys)
    return groups
