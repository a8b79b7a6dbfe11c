"""What reading an exported file back has shown."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.foundation.errors import UserError


@dataclass(frozen=True, slots=True)
class LostField:
    """A value that did not come back as it was.

    ``path`` names it as everywhere (``basics.phone``, ``<entry id>.position``, a bullet's id); ``label`` names it for
    people (``The phone number``); ``found`` is what stood in its place, empty when there was nothing like it.
    """

    path: str
    label: str
    expected: str
    found: str = ""

    def sentence(self) -> str:
        """One sentence for the person."""
        if self.found:
            return f"{self.label} was read back as “{self.found}” instead of “{self.expected}”."
        return f"{self.label}, “{self.expected}”, was not found when the file was read back."


@dataclass(frozen=True, slots=True)
class RereadReport:
    """``checked``: how many values were looked for; ``lost``: those that did not survive, in the résumé's order."""

    checked: int = 0
    lost: tuple[LostField, ...] = ()

    @property
    def survived(self) -> bool:
        """Whether every value came back."""
        return not self.lost

    def verdict(self) -> str:
        """One sentence about all of it."""
        if self.survived:
            if self.checked == 0:
                return "Read back: there is nothing in it yet."
            return (
                "Read back: the one field survived."
                if self.checked == 1
                else f"Read back: all {self.checked} fields survived."
            )
        lost = "one field reads" if len(self.lost) == 1 else f"{len(self.lost)} fields read"
        return f"Read back: {lost} differently, {max(self.checked - len(self.lost), 0)} survived."

    def refusal(self) -> UserError:
        """What to say in a terminal when the file was not written because of what it lost."""
        fields = "One field reads" if len(self.lost) == 1 else f"{len(self.lost)} fields read"
        return UserError(
            f"{fields} differently when the file is read back, so nothing was written.",
            "Look at the list; change those fields, take another format, or add --force to save it all the same.",
            code="export-loses-fields",
        )

    def sentences(self) -> list[str]:
        """What to tell the person, one sentence for each lost value; empty when all is well."""
        return [field.sentence() for field in self.lost]
