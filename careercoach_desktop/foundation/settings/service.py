"""Reading and choosing settings: stored in the one file, overridden by the environment."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.model import ENVIRONMENT_PREFIX, Origin, Settings, SettingsChanged
from careercoach_desktop.foundation.settings.store import SettingStore
from careercoach_desktop.foundation.storage.database import Database

NONE_WORDS = ("none", "null", "off", "")


class SettingsService:
    """Thread-safe; every method reads the file, so call it off the Qt thread."""

    def __init__(self, database: Database, environment: Mapping[str, str] | None = None) -> None:
        """``environment`` is the process's by default."""
        self._database = database
        self._environment = os.environ if environment is None else environment

    def current(self) -> Settings:
        """What is in force now. Raises UserError ``setting-invalid`` when a variable of the environment is no value,
        or what is stored is one that only a later version knew."""
        with self._database.read() as session:
            stored = SettingStore(session).all()
        values: dict[str, Any] = {}
        for name, text in stored.items():
            if name in Settings.model_fields:  # one that a later version knew is left alone
                values[name] = self._checked(name, json.loads(text), f"The stored setting {name}")
        for name in Settings.model_fields:
            if (said := self._from_environment(name)) is not None:
                values[name] = self.parsed(name, said, f"The variable {variable_of(name)}")
        return Settings.model_validate(values)

    def value(self, name: str) -> object:
        """One setting; raises UserError ``setting-unknown``."""
        _check_name(name)
        return getattr(self.current(), name)

    def origin(self, name: str) -> Origin:
        """Where its value comes from; raises UserError ``setting-unknown``."""
        _check_name(name)
        if self._from_environment(name) is not None:
            return Origin.ENVIRONMENT
        with self._database.read() as session:
            return Origin.STORED if name in SettingStore(session).all() else Origin.DEFAULT

    def choose(self, **values: object) -> None:
        """Store settings; all or none. Raises UserError ``setting-unknown`` or ``setting-invalid``."""
        checked = {name: self._checked(name, value) for name, value in values.items()}
        with self._database.write() as unit:
            store = SettingStore(unit.session)
            for name, value in checked.items():
                store.put(name, json.dumps(value))
            unit.emit(SettingsChanged(tuple(checked)))

    def forget(self, name: str) -> None:
        """Back to the default; raises UserError ``setting-unknown``."""
        _check_name(name)
        with self._database.write() as unit:
            SettingStore(unit.session).drop(name)
            unit.emit(SettingsChanged((name,)))

    def parsed(self, name: str, text: str, what: str = "") -> object:
        """The value that ``text`` says, as typed in a terminal or a variable. Raises UserError as ``choose`` does."""
        _check_name(name)
        adapter = _adapter(name)
        if text.strip().lower() in NONE_WORDS and _allows_none(adapter):
            return None
        return self._checked(name, text, what)

    def _checked(self, name: str, value: object, what: str = "") -> object:
        _check_name(name)
        try:
            return _adapter(name).validate_python(value)
        except ValidationError as exc:
            raise UserError(
                f"{what or f'The setting {name}'} can’t be “{value}”: {_reason(exc)}.",
                Settings.model_fields[name].description or "",
                code="setting-invalid",
            ) from exc

    def _from_environment(self, name: str) -> str | None:
        return self._environment.get(variable_of(name)) or None


def variable_of(name: str) -> str:
    """The variable that overrides a setting."""
    return ENVIRONMENT_PREFIX + name.upper()


def _check_name(name: str) -> None:
    if name not in Settings.model_fields:
        known = ", ".join(sorted(Settings.model_fields))
        raise UserError(f"There is no setting called “{name}”.", f"There are: {known}.", code="setting-unknown")


def _adapter(name: str) -> TypeAdapter[Any]:
    field = Settings.model_fields[name]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[kind, *field.metadata] if field.metadata else kind)


def _allows_none(adapter: TypeAdapter[Any]) -> bool:
    try:
        adapter.validate_python(None)
    except ValidationError:
        return False
    return True


def _reason(exc: ValidationError) -> str:
    message = exc.errors()[0]["msg"].removeprefix("Value error, ").rstrip(".")
    return message[:1].lower() + message[1:]
