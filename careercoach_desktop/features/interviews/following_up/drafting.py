"""A draft: greeting, what the person is thanked for, what stayed, how it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date, get_day_names

from careercoach_desktop.features.interviews.following_up.phrases import PHRASES, Both, Phrases
from careercoach_desktop.features.interviews.model import Interviewer, InterviewType
from careercoach_desktop.features.resumes.reading.language import language_of

LANGUAGES = tuple(PHRASES)
_GENDERS = re.compile(r"\s*[(\[](?:[a-zäöü]{1,3}\s*[/|,]\s*)+[a-zäöü*]{1,3}[)\]]", re.IGNORECASE)
_LEGAL_FORM = re.compile(r"\b(?:AG|GmbH|KG|SE|UG|OHG|GbR|mbH|KGaA|eG)\b")
_GAP = re.compile(r"\[[^\[\]\n]+\]")
_FIRST_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[-'’][^\W\d_]+)*")
_ENOUGH_TO_TELL = 30
"""Words a posting must have for its language to be told."""


class Wish(StrEnum):
    THANKS = "THANKS"
    ASK = "ASK"
    """Nothing was heard: a kind question."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The round that is written about, as the person kept it."""

    type: InterviewType
    day: date
    title: str
    company: str
    sender: str
    """The person's own name."""
    today: date


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    subject: str
    text: str


def drafted(
    occasion: Occasion, wish: Wish, people: Sequence[Interviewer], language: str, topics: Sequence[str] = ()
) -> FollowUpDraft:
    """A message to these people (together), about the ``topics`` the person chose from their own notes."""
    say = PHRASES.get(language, PHRASES["en"])
    language = language if language in PHRASES else "en"
    title = _GENDERS.sub("", occasion.title).strip() or occasion.title.strip()
    filled = {
        "talk": say.talks[occasion.type],
        "day": _day_words(occasion.day, occasion.today, say, language),
        "role": _role(title, occasion.company, say, language),
    }
    parts = [_greeting(people, say, language)]
    if wish is Wish.THANKS:
        subject = _subject(say.thanks_subject, say.thanks_subject_plain, title)
        ending = f"{_to(say.onward, people)} {_to(say.open_questions, people)}"
        parts += [_to(say.thanks, people).format(**filled), _stayed(topics, say), ending]
    else:
        subject = _subject(say.ask_subject, say.ask_subject_plain, title)
        ending = f"{_to(say.asking_next, people)} {_to(say.asking_open, people)}"
        parts += [_to(say.asking, people).format(**filled), ending]
    parts.append(f"{say.closing}\n{occasion.sender.strip() or f'[{say.gap_name}]'}")
    return FollowUpDraft(subject, "\n\n".join(parts))


def gaps_in(text: str) -> list[str]:
    """The places in brackets that only the person can fill."""
    return _GAP.findall(text)


def likely_language(posting: str, fallback: str) -> str:
    """The posting's language where it has enough words to tell, else ``fallback``; one of ``LANGUAGES``."""
    found = language_of(posting) if len(posting.split()) >= _ENOUGH_TO_TELL else fallback
    return found[:2] if found[:2] in LANGUAGES else "en"


def _greeting(people: Sequence[Interviewer], say: Phrases, language: str) -> str:
    names = [_called(each.name, language) for each in people if each.name.strip()]
    if not names:
        return say.hello_all
    *first, last = names
    and_ = "e" if language == "es" and last[:1].casefold() in "ií" else say.and_
    return say.hello.format(names=f"{', '.join(first)} {and_} {last}" if first else last)


def _called(name: str, language: str) -> str:
    """``Ana`` in English, where that is how people who met are greeted; the whole name elsewhere, and where it is not
    plainly a first name and a family name."""
    words = name.split()
    plain = len(words) == 2 and all(_FIRST_NAME.fullmatch(word) and len(word) > 1 for word in words)
    return words[0] if language == "en" and plain else " ".join(words)


def _day_words(day: date, today: date, say: Phrases, language: str) -> str:
    ago = (today - day).days
    if ago in (0, 1):
        return say.yesterday if ago else say.today
    if 1 < ago < 7:
        return say.weekday.format(day=get_day_names("wide", locale=language)[day.weekday()])
    return say.on.format(day=format_date(day, say.day_format, locale=language))


def _role(title: str, company: str, say: Phrases, language: str) -> str:
    company = company.strip()
    if company and language == "de" and _LEGAL_FORM.search(company):
        company = f"der {company}"
    at = say.at.format(company=company) if company else ""
    return say.role.format(title=title, at=at) if title else say.role_plain.format(at=at)


def _stayed(topics: Sequence[str], say: Phrases) -> str:
    if not topics:
        return say.stayed.format(topic=f"[{say.gap_stayed}]")
    if len(topics) == 1:
        said = say.stayed.format(topic=topics[0].rstrip(" .;"))
        return said[:-1] if said[-2:-1] in "?!…" else said
    return "\n".join([say.stayed_list, *(f"– {topic}" for topic in topics)])


def _subject(with_title: str, plain: str, title: str) -> str:
    return with_title.format(title=title) if title else plain


def _to(both: Both, people: Sequence[Interviewer]) -> str:
    return both[len(people) > 1]
