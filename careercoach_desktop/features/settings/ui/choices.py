"""Saving a choice the moment it is made, undoably, with an error said at the field it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.settings.model import Chosen
    from careercoach_desktop.features.settings.service import ChoosingService


class Choices:
    """``save`` is for controls; errors that a control shows itself go to its ``refused``."""

    def __init__(self, desk: Desk, service: ChoosingService) -> None:
        self._desk = desk
        self._service = service

    def save(self, name: str, value: object, label: str, *, refused: Callable[[str], object] | None = None) -> None:
        """Not stopped when the page goes: what was chosen is chosen."""
        self._desk.start(self._save(name, value, label, refused))

    async def _save(self, name: str, value: object, label: str, refused: Callable[[str], object] | None) -> None:
        try:
            chosen = await self._desk.run(self._service.choose, name, value)
        except UserError as error:
            if refused is None or error.code != "setting-invalid":
                raise
            refused(error.message)
            return
        if chosen.before != chosen.now:
            self._remember(chosen, label)

    def _remember(self, chosen: Chosen, label: str) -> None:
        service = self._service
        self._desk.undo.push(
            f"Change of {label}",
            lambda: self._desk.run(service.take_back, chosen),
            lambda: self._desk.run(service.choose, chosen.name, chosen.now),
        )
