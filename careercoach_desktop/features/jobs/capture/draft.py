"""A posting while it is being read: every source offers what it knows; the surest offer and its origin are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from careercoach_desktop.features.jobs.capture.salary import Salary, with_customary_period
from careercoach_desktop.features.jobs.model import FieldOrigin, JobType, Posting, WorkMode

Value = str | bool | date | WorkMode | JobType | list[str] | None


@dataclass(slots=True)
class Draft:
    """Offers per field; ``salary`` travels as one value, because its parts are only right together."""

    values: dict[str, Value] = field(default_factory=dict)
    salary: Salary | None = None
    origins: dict[str, FieldOrigin] = field(default_factory=dict)

    def offer(self, name: str, value: Value, source: str, confidence: float) -> None:
        """Keeps ``value`` for a field of ``Posting`` if it is not empty and surer than what is there."""
        if value and self._surer(name, confidence):
            self.values[name] = value
            self.origins[name] = FieldOrigin(source=source, confidence=round(confidence, 2))

    def offer_salary(self, salary: Salary | None, source: str, confidence: float) -> None:
        """Keeps pay if it is surer than what is there."""
        if salary is not None and self._surer("salary", confidence):
            self.salary = salary
            self.origins["salary"] = FieldOrigin(source=source, confidence=round(confidence, 2))

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def has(self, name: str) -> bool:
        return bool(self.values.get(name)) if name != "salary" else self.salary is not None

    def confidence(self, name: str) -> float:
        """How sure what is kept for a field is; 0 when nothing is."""
        return self.origins[name].confidence if name in self.origins else 0.0

    def origin(self, name: str) -> str:
        """Which source what is kept for a field is from; empty when nothing is."""
        return self.origins[name].source if name in self.origins else ""

    def posting(self) -> Posting:
        """The finished posting. The pay's origin is given for each of its four fields."""
        origins = {name: origin for name, origin in self.origins.items() if name != "salary"}
        pay: dict[str, object] = {}
        if self.salary is not None:
            salary = with_customary_period(self.salary)
            pay = {
                "salary_min": salary.minimum,
                "salary_max": salary.maximum,
                "salary_currency": salary.currency,
                "salary_period": salary.period,
            }
            origins |= {name: self.origins["salary"] for name, value in pay.items() if value}
            if salary.period is not None and self.salary.period is None:
                origins["salary_period"] = FieldOrigin(source="guess", confidence=0.5)
        return Posting.model_validate({**self.values, **pay, "origins": origins})

    def _surer(self, name: str, confidence: float) -> bool:
        known = self.origins.get(name)
        return known is None or confidence > known.confidence
