"""From what people write and type to what FTS5 understands, and back.

The tokenizer (``unicode61``) ends a word at whatever is no letter or figure. That suits most languages, with two
exceptions handled here by invisible breaks (U+200B) that are put in before indexing and taken out before showing:

* Chinese, Japanese and Korean text has no spaces: every character becomes a word, and what is typed becomes a phrase,
  so any part of a sentence is found.
* ``C++``, ``C#`` and ``F#`` are words of their own. The tokenizer is told that ``+`` and ``#`` belong to words, and
  everywhere else (``5+ years``) they are broken off.

Whatever a person types is only ever quoted words: it cannot be an expression, so it cannot be a wrong one.
"""

from __future__ import annotations

import re
import unicodedata

from careercoach_desktop.foundation.storage.search.model import Marked

LONGEST_BODY = 100_000
"""Characters of one record's body that are indexed."""
MOST_WORDS = 12
LONGEST_WORD = 80
MARK_ON, MARK_OFF = "\x02", "\x03"
"""Around a found word in what FTS5 hands back; no indexed text holds them."""

_BREAK = "\u200b"
_WITHOUT_SPACES = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003134f"
)
_ALONE = re.compile(rf"([{_WITHOUT_SPACES}])|((?<![^\W_])[A-Za-z](?:\+\+|#)(?![^\W_]))|([+#]+)")
_LINE_END = re.compile(r"\s*\n\s*")
_BREAKS = re.compile(f"{_BREAK}+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def indexable(text: str) -> str:
    """``text`` with breaks where words end, in one normal form, without what cannot be stored."""
    clean = unicodedata.normalize("NFC", _UNPRINTABLE.sub(" ", text))
    return _BREAKS.sub(_BREAK, _ALONE.sub(_set_apart, clean))


def shown(marked: str) -> Marked:
    """What FTS5's ``highlight`` and ``snippet`` gave, without breaks, on one line, and with the marks as ranges."""
    parts = re.split(f"([{MARK_ON}{MARK_OFF}])", marked.replace(_BREAK, ""))
    ranges: list[tuple[int, int]] = []
    text, begin = "", 0
    for part in parts:
        if part == MARK_ON:
            begin = len(text)
        elif part == MARK_OFF:
            if ranges and ranges[-1][1] == begin:  # neighbouring characters of a language without spaces
                begin = ranges.pop()[0]
            ranges.append((begin, len(text)))
        else:
            text += _LINE_END.sub(" · ", part)
    return Marked(text, tuple(ranges))


def words_of(typed: str) -> list[str]:
    """The words of what was typed that can be found: at most twelve, each with a letter or figure in it."""
    words = [word[:LONGEST_WORD] for word in indexable(typed[: LONGEST_WORD * MOST_WORDS]).split()]
    return [word for word in words if any(each.isalnum() for each in word)][:MOST_WORDS]


def expression(words: list[str], kind: str | None = None) -> str:
    """What to MATCH: every word must be there, the last one may go on. ``kind`` keeps to one kind of record.

    ``words`` as ``words_of`` gave them, at least one.
    """
    *whole, last = (f'"{word.replace(chr(34), chr(34) * 2)}"' for word in words)
    wanted = f"{{title context body}} : ({' AND '.join([*whole, last + '*'])})"
    return wanted if kind is None else f"kind : {_kind(kind)} AND {wanted}"


def _kind(kind: str) -> str:
    if not kind.isascii() or not kind.isalpha() or not kind.islower():
        raise ValueError(f"{kind!r} cannot name a kind of record: one lower-case word")
    return kind


def _set_apart(found: re.Match[str]) -> str:
    without_spaces, named, signs = found.groups()
    return f"{_BREAK}{without_spaces or named or signs}{_BREAK}"
