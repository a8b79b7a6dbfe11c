"""A preparation by Claude, held against the person's evidence: stories are theirs or left out, remarks about them say
what is proved or are left out, nothing brings an address along.

A likely question may speak of what the posting asks for and the person has not: that is what interviewers do. What a
question takes for granted about the person (an employer, a title, a figure) must be so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from careercoach_desktop.features.evidence.model import ClaimKind, Quote
from careercoach_desktop.features.evidence.service import EvidenceBase, check_text
from careercoach_desktop.features.evidence.truth.base import sentences
from careercoach_desktop.features.interviews.judging.answer import LikelyView, PrepView
from careercoach_desktop.features.interviews.model.brief import LikelyQuestion, Preparation
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.saying import clipped

MOST_LIKELY, MOST_ASK, MOST_TICKS, MOST_STORIES = 12, 8, 12, 3
_LONGEST_QUESTION, _LONGEST_BECAUSE, _LONGEST_FOCUS, _LONGEST_TICK = 320, 320, 420, 200
_ABOUT_YOU = re.compile(r"\b(?:you|your|yours|yourself|résumé|resume|cv)\b", re.IGNORECASE)
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:your|yours)\b|\b(?:did|have|had|when|where|while|since|after|as) you\b"
    r"|\byou(?:’ve|'ve| have| had| were| led| built| made| ran| held| managed| worked)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(?:not|no|never|nothing|lack\w*|miss\w*|without|gap|absent|less|hardly|little|new to you|yet)\b|n[’']t\b",
    re.IGNORECASE,
)
_OF_THE_JOB = re.compile(
    r"\b(?:posting|role|job|position|team|company|they|their|interviewers?|it|this|the)\b", re.IGNORECASE
)
_TO_ONESELF = (
    (re.compile(r"\byou(?:’ve|'ve)\b", re.IGNORECASE), "I have"),
    (re.compile(r"\byou(?:’re|'re| are)\b", re.IGNORECASE), "I am"),
    (re.compile(r"\byou were\b", re.IGNORECASE), "I was"),
    (re.compile(r"\byourself\b", re.IGNORECASE), "myself"),
    (re.compile(r"\byours\b", re.IGNORECASE), "mine"),
    (re.compile(r"\byour\b", re.IGNORECASE), "my"),
    (re.compile(r"\byou\b", re.IGNORECASE), "I"),
)
_HARD = (ClaimKind.EMPLOYER, ClaimKind.TITLE, ClaimKind.DEGREE, ClaimKind.CERTIFICATE, ClaimKind.NUMBER, ClaimKind.DATE)


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a claim about the person, as plain values that travel to the child process; ``posting`` and
    ``company`` prove nothing, they tell whose a claim is."""

    resume: ResumeData
    notes: str
    stories: tuple[Quote, ...]
    posting: str
    company: str
    today: date

    def evidence(self) -> EvidenceBase:
        return EvidenceBase.from_resume(self.resume, self.notes, self.stories, today=self.today)


def prepared(view: PrepView, stories: Sequence[int], proof: Proof | None, *, is_part: bool = False) -> Preparation:
    """``stories``: the ids there are. ``proof`` None: there is no résumé, so nothing may be said of the person at all.

    Reading the evidence takes some tenths of a second: call it in the child process.
    """
    check = _Check(proof)
    known = frozenset(stories)
    likely = [made for each in view.likely if (made := check.likely(each, known)) is not None]
    ask = [text for each in view.ask if (text := check.remark(each, _LONGEST_QUESTION))]
    ticks = [text for each in view.checklist if (text := check.remark(each, _LONGEST_TICK))]
    return Preparation(
        likely=tuple(_once(likely))[:MOST_LIKELY],
        ask=tuple(dict.fromkeys(ask))[:MOST_ASK],
        checklist=tuple(dict.fromkeys(ticks))[:MOST_TICKS],
        focus=check.remark(view.focus, _LONGEST_FOCUS),
        dropped=check.dropped,
        is_part=is_part,
    )


def growing_preparation(view: PrepView, stories: Sequence[int]) -> Preparation:
    """The questions as they come, without the remarks about the person: those are checked once all is there."""
    known = frozenset(stories)
    likely = [
        LikelyQuestion(text=text, story_ids=_stories(each, known))
        for each in view.likely
        if (text := clipped(each.text, _LONGEST_QUESTION))
    ]
    ask = tuple(text for each in view.ask if (text := clipped(each, _LONGEST_QUESTION)))
    return Preparation(likely=tuple(likely), ask=ask)


class _Check:
    def __init__(self, proof: Proof | None) -> None:
        self._proof = proof
        self._evidence = proof.evidence() if proof is not None else None
        self.dropped = 0

    def likely(self, said: LikelyView, known: frozenset[int]) -> LikelyQuestion | None:
        """None when it is no question one can use."""
        text = clipped(said.text, _LONGEST_QUESTION)
        if not text or any(self._is_untrue(each, _HARD) for each in sentences(text) if _TAKEN_FOR_GRANTED.search(each)):
            self.dropped += 1
            return None
        because = self.remark(said.because, _LONGEST_BECAUSE)
        return LikelyQuestion(text=text, because=because, story_ids=_stories(said, known))

    def remark(self, said: str, longest: int) -> str:
        """Its sentences that may stand."""
        if not said.strip():
            return ""
        kept = []
        for sentence in sentences(clipped(said, longest)):
            if self._is_about_person(sentence) and self._is_untrue(sentence, tuple(ClaimKind)):
                self.dropped += 1
            else:
                kept.append(sentence)
        if not kept and not clipped(said, longest):
            self.dropped += 1
        return " ".join(kept)

    def _is_about_person(self, sentence: str) -> bool:
        """A sentence without a subject (“Led a team of eight.”) is about the person, too."""
        return _ABOUT_YOU.search(sentence) is not None or _OF_THE_JOB.search(sentence) is None

    def _is_untrue(self, sentence: str, kinds: Sequence[ClaimKind]) -> bool:
        """Whether it says of the person what nothing proves. That they lack something needs no proof."""
        if self._evidence is None or self._proof is None:
            return re.search(r"\d", sentence) is not None
        if sentence.endswith("?") and not _TAKEN_FOR_GRANTED.search(sentence):
            return False
        said = sentence
        for pattern, word in _TO_ONESELF:
            said = pattern.sub(word, said)
        report = check_text(said, self._evidence, posting=self._proof.posting, addressee=self._proof.company)
        wrong = [claim for claim in report.unsupported if claim.kind in kinds]
        soft = ClaimKind.SKILL, ClaimKind.STATEMENT
        if _ABSENT.search(sentence):
            wrong = [claim for claim in wrong if claim.kind not in soft]
        return bool(wrong)


def _stories(said: LikelyView, known: frozenset[int]) -> tuple[int, ...]:
    ids = [int(each.strip()[1:]) for each in said.stories if re.fullmatch(r"s\d{1,9}", each.strip())]
    return tuple(dict.fromkeys(each for each in ids if each in known))[:MOST_STORIES]


def _once(likely: Sequence[LikelyQuestion]) -> list[LikelyQuestion]:
    found: dict[str, LikelyQuestion] = {}
    for each in likely:
        found.setdefault(each.text.casefold(), each)
    return list(found.values())
