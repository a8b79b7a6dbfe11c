"""What the rules look at: a résumé as it would go out, its file where there is one, and today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from careercoach_desktop.features.analysis.model import Place
from careercoach_desktop.features.analysis.rules.vocabulary import Vocabulary, vocabulary_of
from careercoach_desktop.features.resumes.model import Highlight, Project, ResumeData, Volunteer, Work
from careercoach_desktop.foundation.documents.examining import FileFacts
from careercoach_desktop.foundation.documents.reading.sniff import JSON, LINKEDIN

Role = Work | Volunteer | Project

_QUOTE = 90
_DATA = frozenset({JSON, LINKEDIN})
_UNSPACED = frozenset({"zh", "ja"})


@dataclass(frozen=True)
class Bullet:
    """One bullet and the entry it belongs to."""

    path: str
    text: str
    role: Role

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def opening(self) -> str:
        """Its first word, as compared."""
        found = re.match(r"\W*([^\W\d_]+)", self.text)
        return found[1].casefold() if found else ""


@dataclass(frozen=True)
class Situation:
    """``file`` is None for a résumé that has no file any rule could look at."""

    data: ResumeData
    today: date
    file: FileFacts | None = None
    file_name: str = ""

    @staticmethod
    def of(data: ResumeData, today: date, file: FileFacts | None = None, file_name: str = "") -> Situation:
        """Without what the person has hidden from the page, and without a file that is data and nothing to send."""
        return Situation(_shown(data), today, None if file and file.media_type in _DATA else file, file_name)

    @cached_property
    def roles(self) -> list[Role]:
        return [*self.data.work, *self.data.volunteer, *self.data.projects]

    @cached_property
    def bullets(self) -> list[Bullet]:
        """Each text once: what is said twice counts once, and only the rule about repetition looks at the other."""
        seen: dict[str, Bullet] = {}
        for bullet in self.all_bullets:
            seen.setdefault(same(bullet.text), bullet)
        return list(seen.values())

    @cached_property
    def all_bullets(self) -> list[Bullet]:
        return [bullet for role in self.roles for bullet in bullets_of(role)]

    @cached_property
    def prose(self) -> str:
        """Summary and bullets, for telling the language."""
        return "\n".join([self.data.basics.summary, *(bullet.text for bullet in self.bullets)])

    @cached_property
    def words(self) -> Vocabulary | None:
        """The words of its language; None where rules about wording stay silent."""
        return vocabulary_of(self.prose, self.data.language)

    @property
    def counts_words(self) -> bool:
        """Whether words are parted by spaces in this language."""
        return self.data.language not in _UNSPACED

    @cached_property
    def is_academic(self) -> bool:
        """Whose résumé may be long: three publications or more."""
        return len(self.data.publications) >= 3


def bullets_of(role: Role) -> Iterator[Bullet]:
    yield from (Bullet(each.id, each.text, role) for each in role.highlights if each.text.strip())


def same(text: str) -> str:
    """For telling whether two texts say the same, whatever their case, spaces and full stops."""
    return " ".join(re.findall(r"[\w%+#]+", text.casefold()))


def at(path: str, text: str = "") -> Place:
    """A place with the words that stand there, cut."""
    flat = " ".join(text.split())
    return Place(path=path, quote=flat if len(flat) <= _QUOTE else f"{flat[: _QUOTE - 1].rstrip()}…")


def places(bullets: Iterable[Bullet]) -> list[Place]:
    return [at(bullet.path, bullet.text) for bullet in bullets]


def share(part: Sequence[object] | int, whole: Sequence[object] | int) -> float:
    """0..1; 0 of nothing."""
    some, all_of_it = (each if isinstance(each, int) else len(each) for each in (part, whole))
    return min(1.0, some / all_of_it) if all_of_it else 0.0


def counted(number: int, one: str, many: str = "") -> str:
    """``One bullet``, ``2 bullets``: begins a sentence."""
    return f"One {one}" if number == 1 else f"{number} {many or one + 's'}"


def named(role: Role) -> str:
    """What to call an entry in a sentence."""
    names = (getattr(role, "position", ""), role.organization if isinstance(role, Volunteer) else role.name)
    return ", ".join(name for name in names if name) or "this entry"


def _shown(data: ResumeData) -> ResumeData:
    if not data.hidden:
        return data
    hidden = set(data.hidden)
    shown = data.model_copy(deep=True)
    for name in type(shown).model_fields:
        entries = getattr(shown, name)
        if isinstance(entries, list) and name != "hidden":
            kept = [entry for entry in entries if getattr(entry, "id", "") not in hidden]
            for entry in kept:
                if isinstance(highlights := getattr(entry, "highlights", None), list):
                    entry.highlights = _kept(highlights, hidden)
            setattr(shown, name, kept)
    return shown


def _kept(highlights: list[Highlight], hidden: set[str]) -> list[Highlight]:
    return [bullet for bullet in highlights if bullet.id not in hidden]
