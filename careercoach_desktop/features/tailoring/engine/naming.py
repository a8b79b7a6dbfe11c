"""Where the name of a tool goes in a bullet: before the noun it describes where English allows it, else in brackets.

"Rebuilt the nightly batch jobs" and the note "The nightly batch jobs are Spark on EMR" make "Rebuilt the nightly Spark
batch jobs". That needs a note that says the thing *is* the tool, and a plain noun phrase in the bullet; a bracket after
the noun is always right, only less pleasant to read.
"""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.service import Fragment, Hit, Tokens, is_content, same_word, tokenize

_IDENTITY = re.compile(
    r"\s*(?:=|:|\bis\b|\bare\b|\bwas\b|\bwere\b|\bran on\b|\bruns? on\b|\bbuilt (?:with|in|on)\b)"
    r"(?:\s+(?:all|now|built|written|done|run)\b)?(?:\s+(?:with|in|on)\b)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_LONGEST_NAME = 3
_PEOPLE_NOUNS = """
    team staff crew colleague customer client people nurse teacher student pupil user member graduate apprentice
    engineer developer analyst manager clerk
"""
_PEOPLE = frozenset(_PEOPLE_NOUNS.split())
"""Nouns that a tool's name would turn into something else: "Jira team"."""
_ARTICLES = frozenset({"a", "an", "the", "our", "their", "its", "all", "my"})
_ADJECTIVE = re.compile(
    r"(?:[a-z]+(?:ly|al|ive|ous|ic|ful|able|ible|ary)|new|old|main|big|small|large|key|whole|existing|manual)$"
)
_NO_NOUN = re.compile(r"(?:ing|ed|ly)$")


def named(text: str, words: set[str], name: str, note: Fragment, hit: Hit, *, language: str) -> str | None:
    """``text`` with ``name`` beside the noun phrase that ``words`` (the thing the note speaks of) make, or None where
    neither place is safe."""
    if language == "en" and len(name.split()) <= _LONGEST_NAME and _is_the_tool(note, hit):
        at = _before_the_noun(text, words)
        if at is not None:
            return f"{text[:at]}{name} {text[at:]}"
    at = _after_the_noun(text, words)
    return None if at is None else f"{text[:at]} ({name}){text[at:]}"


def _is_the_tool(note: Fragment, hit: Hit) -> bool:
    """Whether the note says the thing is the tool, not that somebody used it."""
    text, start = note.quote.text, note.tokens.starts[hit.first]
    return any(found.end() == start and found.start() > 0 for found in _IDENTITY.finditer(text))


def _matched(tokens: Tokens, words: set[str]) -> list[int]:
    return [at for at, word in enumerate(tokens.words) if any(same_word(word, each) for each in words)]


def _before_the_noun(text: str, words: set[str]) -> int | None:
    """Where an attribute can stand: in front of the nouns of the phrase, behind its adjectives."""
    tokens = tokenize(text)
    matched = _matched(tokens, words)
    if not matched:
        return None
    last = matched[-1]
    first = _start_of_phrase(tokens, matched)
    if _continues(tokens, last):
        last += 1
    head = tokens.surface(last, last + 1).casefold()
    if _continues(tokens, last) or _NO_NOUN.search(head) or tokens.words[last] in _PEOPLE:
        return None
    begin = first
    while first < last and _ADJECTIVE.match(tokens.surface(first, first + 1).casefold()):
        first += 1
    if first == 0 or tokens.gap(first) != " " or text[tokens.ends[last] :][:1] in {"-", "/"}:
        return None
    before = tokens.words[first - 1]
    # Bullets open with their verb; elsewhere a word before the noun that is neither small, a number nor an adjective
    # may be a verb's object: "helped customers order parts".
    clear = first == 1 or first > begin or before.isdigit() or not is_content(before)
    return tokens.starts[first] if clear and before not in {"a", "an"} else None


def _start_of_phrase(tokens: Tokens, matched: list[int]) -> int:
    """The first word of the noun phrase that the last match ends: up to its article, else as far as words match."""
    first = matched[-1]
    while first - 1 in matched and tokens.gap(first) == " ":
        first -= 1
    at = first
    while at > 0 and tokens.gap(at) == " " and is_content(tokens.words[at - 1]):
        at -= 1
    begins = at > 0 and tokens.gap(at) == " " and tokens.words[at - 1] in _ARTICLES
    return at if begins else first


def _continues(tokens: Tokens, last: int) -> bool:
    """Whether another content word of the same phrase follows."""
    following = last + 1
    return following < len(tokens) and tokens.gap(following) in {" ", "-", "/"} and is_content(tokens.words[following])


def _after_the_noun(text: str, words: set[str]) -> int | None:
    """Where a bracket after the thing meant can go: behind the last matching word and the noun that follows it."""
    tokens = tokenize(text)
    matched = _matched(tokens, words)
    if not matched:
        return None
    last = matched[-1]
    following = last + 1
    if following < len(tokens) and tokens.gap(following) == " " and is_content(tokens.words[following]):
        word = tokens.words[following]
        if not word.endswith(("ed", "ing")) and not tokens.surface(following, following + 1)[0].isdigit():
            last = following
    end = tokens.ends[last]
    rest = text[end : end + 1]
    return None if rest in {"-", "/", "'", "’"} or text[end : end + 2] == " (" else end
