"""The settings that were chosen, one row each."""

from __future__ import annotations

from sqlmodel import Field, Session, SQLModel, select

from careercoach_desktop.foundation.storage import naming  # noqa: F401 - before any table is declared


class SettingRow(SQLModel, table=True):
    """``value`` is JSON."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


class SettingStore:
    """Works inside the caller's transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[str, str]:
        return {row.name: row.value for row in self._session.exec(select(SettingRow))}

    def put(self, name: str, value: str) -> None:
        self._session.merge(SettingRow(name=name, value=value))

    def drop(self, name: str) -> None:
        row = self._session.get(SettingRow, name)
        if row is not None:
            self._session.delete(row)
