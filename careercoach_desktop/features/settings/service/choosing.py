"""Choosing settings in a way that can be taken back, and knowing which ones the environment has decided."""

from __future__ import annotations

from careercoach_desktop.features.settings.model import Chosen, InForce
from careercoach_desktop.foundation.settings.model import Origin, Settings
from careercoach_desktop.foundation.settings.service import SettingsService, variable_of


class ChoosingService:
    """Call it off the Qt thread."""

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    def in_force(self) -> InForce:
        """Every setting as it is now. Raises UserError ``setting-invalid`` when a variable holds no value."""
        decided = {
            name: variable_of(name)
            for name in Settings.model_fields
            if self._settings.origin(name) is Origin.ENVIRONMENT
        }
        return InForce(self._settings.current(), decided)

    def choose(self, name: str, value: object) -> Chosen:
        """Store a setting; what comes back takes it back. Raises UserError as ``SettingsService.choose`` does."""
        before, was_chosen = self._settings.value(name), self._settings.origin(name) is Origin.STORED
        self._settings.choose(**{name: value})
        return Chosen(name, before, was_chosen, self._settings.value(name))

    def adopt(self, name: str, value: object) -> None:
        """Store what was chosen before there was a setting for it, unless somebody has chosen since."""
        if self._settings.origin(name) is Origin.DEFAULT:
            self._settings.choose(**{name: value})

    def take_back(self, chosen: Chosen) -> None:
        """As it was before; one that nobody had chosen is nobody's choice again."""
        if chosen.was_chosen:
            self._settings.choose(**{chosen.name: chosen.before})
        else:
            self._settings.forget(chosen.name)
