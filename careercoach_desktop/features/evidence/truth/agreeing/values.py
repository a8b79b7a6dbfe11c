"""One thing that two papers say differently."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.evidence.model import ClaimKind


@dataclass(frozen=True, slots=True)
class Disagreement:
    """``here`` stands in ``where_here`` (“Your letter”), ``there`` in ``where_there``; ``about`` is whose it is: the
    entry's label, or what the value is (“e-mail address”)."""

    kind: ClaimKind
    here: str
    there: str
    where_here: str
    where_there: str
    about: str = ""

    @property
    def sentence(self) -> str:
        """For the person: both values and where they stand."""
        about = f" ({self.about})" if self.about else ""
        return f"{self.where_here} says “{self.here}”, {self.where_there} says “{self.there}”{about}."

    def __str__(self) -> str:
        return self.sentence
