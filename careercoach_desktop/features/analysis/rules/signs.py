"""Signs that programs do not read as they look: what stands for no letter, what is drawn, what can't be seen, letters
of another alphabet that look like ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Correction, Finding, Fix, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Situation, at
from careercoach_desktop.features.resumes.editing import values

_NO_LETTER = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_KEPT = frozenset("©®™°№℠")
"""Drawn signs that everybody reads."""
_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter ones may be units: kΩ, μm."""


def odd_signs(situation: Situation) -> Iterator[Finding]:
    """The worst kind first; each kind its own finding, so that what can be put right at once is."""
    texts = [(value.path, value.text) for value in values(situation.data)]
    yield from _unreadable(texts)
    yield from _drawn(texts)
    yield from _mendable(situation)


def _unreadable(texts: list[tuple[str, str]]) -> Iterator[Finding]:
    found = [(path, text) for path, text in texts if _NO_LETTER.search(text) or _mixed(text)]
    if found:
        yield Finding(
            rule="writing.unreadable-signs",
            topic=Topic.WRITING,
            severity=Severity.WORTH_DOING,
            text="One text holds letters that programs don’t read." if len(found) == 1
            else f"{len(found)} texts hold letters that programs don’t read.",
            why="They come from a font of pictures or another alphabet; type these words anew.",
            extent=min(1.0, len(found) / 4),
            places=[at(path, text) for path, text in found],
        )  # fmt: skip


def _drawn(texts: list[tuple[str, str]]) -> Iterator[Finding]:
    found = [(path, text) for path, text in texts if any(_is_drawn(sign) for sign in text)]
    if found:
        sign = next(each for each in found[0][1] if _is_drawn(each))
        yield Finding(
            rule="writing.drawn-signs",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"One text holds small pictures such as “{sign}”." if len(found) == 1
            else f"{len(found)} texts hold small pictures such as “{sign}”.",
            why="Programs skip them or show boxes; stars say nothing about a skill, words do.",
            extent=min(1.0, len(found) / 6),
            places=[at(path, text) for path, text in found],
        )  # fmt: skip


def _mendable(situation: Situation) -> Iterator[Finding]:
    texts = [("basics.summary", situation.data.basics.summary), ("basics.label", situation.data.basics.label)]
    texts += [(bullet.path, bullet.text) for bullet in situation.all_bullets]
    corrections = [Correction(path=path, before=text, after=mended) for path, text in texts
                   if (mended := _mended(text)) != text]  # fmt: skip
    if corrections:
        yield Finding(
            rule="writing.hidden-signs",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text="One text holds signs nobody sees." if len(corrections) == 1
            else f"{len(corrections)} texts hold signs nobody sees.",
            why="They cut words in two for programs that search for them.",
            extent=min(1.0, len(corrections) / 6),
            places=[at(each.path, str(each.after)) for each in corrections],
            fix=Fix(label="Remove these signs", corrections=corrections),
        )  # fmt: skip


def _mended(text: str) -> str:
    """Without what is not seen, ligatures as the letters they stand for."""
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _UNSEEN.sub("", text))


def _is_drawn(sign: str) -> bool:
    return ord(sign) > 0x2000 and unicodedata.category(sign) == "So" and sign not in _KEPT


def _mixed(text: str) -> bool:
    """A word of Latin and Greek or Cyrillic letters: typed with a look-alike, or made to deceive. Words of one
    alphabet are words."""
    return any(len(_alphabets(word)) > 1 for word in _WORD.findall(text) if not word.isascii())


def _alphabets(word: str) -> set[str]:
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return names & {"LATIN", "CYRILLIC", "GREEK"}
