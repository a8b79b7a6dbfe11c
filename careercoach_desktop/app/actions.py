"""What can be done by its name: the frame's own actions, and those of every feature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from careercoach_desktop.app.keys import FRAME, page_keys
from careercoach_desktop.foundation.feature import Action, Feature, Page, Provider
from careercoach_desktop.foundation.uikit import Desk

LOOKS = (
    ("system", "Look: follow the system", "monitor"),
    ("light", "Look: light", "sun"),
    ("dark", "Look: dark", "moon"),
)
_FRAME_KEYS = {key.name: key.keys[0] for key in FRAME}


def all_actions(features: Sequence[Feature], pages: Sequence[Page], ask: Callable[[str], None]) -> list[Action]:
    """Everything that can be done, in the order in which it is offered before anything is typed.

    ``ask`` asks the frame for what it does itself, by the name of a ``FrameKey``.
    """
    declared = [action for feature in sorted(features, key=_place) for action in feature.actions]
    return [*declared, *_going(pages), *_frame(ask), *_looks()]


def _place(feature: Feature) -> int:
    return min((page.order for page in feature.pages), default=100)


def feature_actions_with_keys(features: Sequence[Feature]) -> list[Action]:
    """Those whose keys work everywhere in the window."""
    return [action for feature in features for action in feature.actions if action.keys]


def _going(pages: Sequence[Page]) -> list[Action]:
    keys = {name: key for key, name in page_keys(pages).items()}
    return [
        Action(
            f"go.{page.name}", f"Go to {page.title}", page.icon, partial(_go, page.name),
            keywords=("open", "page"), keys=keys.get(page.name, ""),
        )
        for page in pages if page.in_sidebar
    ]  # fmt: skip


def _go(page: str, provider: Provider) -> None:
    provider.get(Desk).open(page)


def _frame(ask: Callable[[str], None]) -> list[Action]:
    def own(name: str, title: str, icon: str, *keywords: str, available: Callable[[Provider], bool] | None) -> Action:
        keys = _FRAME_KEYS[name]
        return Action(f"frame.{name}", title, icon, lambda _provider: ask(name), keys, keywords, available)

    return [
        own("search", "Search this page", "magnifying-glass", "find", "filter", available=None),
        own("undo", "Undo", "arrow-u-up-left", "back", available=_can_undo),
        own("redo", "Redo", "arrow-u-up-right", "again", available=_can_redo),
        own("shortcuts", "Show keyboard shortcuts", "keyboard", "keys", "help", available=None),
        own("close", "Leave Career Coach", "x-circle", "quit", "exit", "close", available=None),
    ]


def _can_undo(provider: Provider) -> bool:
    return bool(provider.get(Desk).undo.undo_label)


def _can_redo(provider: Provider) -> bool:
    return bool(provider.get(Desk).undo.redo_label)


def _looks() -> list[Action]:
    words = ("theme", "appearance", "colour", "mode")
    return [
        Action(f"look.{choice}", title, icon, partial(_choose_look, choice), keywords=words)
        for choice, title, icon in LOOKS
    ]


def _choose_look(choice: str, provider: Provider) -> None:
    from careercoach_desktop.features.settings.service import ChoosingService
    from careercoach_desktop.features.settings.ui.appearance import choose_look

    choose_look(provider.get(Desk), provider.get(ChoosingService), choice)
