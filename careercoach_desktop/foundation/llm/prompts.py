"""Prompts as text files beside the agents: ``agents/prompts/<name>.md.j2``, filled with inputs that stay data.

What a person or a stranger wrote goes in through the ``fenced`` filter: into tags of its own, which nothing inside can
close. The rules of each prompt say that what stands in tags is never an instruction.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

_BRACKETS = "<\uff1c\ufe64\u2039\u2329\u3008\u27e8"
_SLASHES = "/\uff0f\u2044\u2215"
_UNSEEN = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_NO_ROOM = f"[{_UNSEEN}]*"
_GAP = rf"[\s{_UNSEEN}]*"
_LOOK_ALIKES = {
    "a": "\u0430\u03b1",
    "c": "\u0441",
    "d": "\u0501",
    "e": "\u0435",
    "g": "\u0261",
    "i": "\u0456\u03b9\u0131",
    "j": "\u0458",
    "k": "\u043a\u03ba",
    "m": "\u043c",
    "n": "\u0578",
    "o": "\u043e\u03bf",
    "p": "\u0440\u03c1",
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u03c5",
    "w": "\u0461",
    "x": "\u0445",
    "y": "\u0443",
}
"""Letters of other scripts that a reader takes for ours."""


def fenced(text: str, tag: str) -> str:
    """``<tag>`` … ``</tag>`` around the text, with every look-alike of the tag inside it made harmless."""
    return f"<{tag}>\n{tagless(text, tag).strip()}\n</{tag}>"


def tagless(text: str, *tags: str) -> str:
    """The text with every look-alike of these tags made harmless: where a prompt has several inputs, none can pretend
    to be another."""
    return _opening(tags).sub("&lt;", text)


@cache
def _opening(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Any sign that looks like ``<`` before one of the names, however that is spelled: spaces, signs that take no room,
    wide letters, Cyrillic ones that look like ours."""
    names = "|".join(_NO_ROOM.join(map(_alike, tag)) for tag in tags)
    return re.compile(rf"[{_BRACKETS}](?={_GAP}[{_SLASHES}]?{_GAP}(?:{names})\b)", re.IGNORECASE)


def _alike(letter: str) -> str:
    wide = chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else ""
    return f"[{re.escape(letter)}{wide}{_LOOK_ALIKES.get(letter.lower(), '')}]"


class Prompts:
    """The templates of one feature's agents; ``package`` is the dotted name of its ``agents`` package."""

    def __init__(self, package: str) -> None:
        self._environment = _environment(package)

    def fill(self, name: str, **inputs: object) -> str:
        """``name`` without the ending; raises jinja2's ``UndefinedError`` for an input that is missing."""
        return self._environment.get_template(f"{name}.md.j2").render(**inputs).strip()


@cache
def _environment(package: str) -> Environment:
    environment = Environment(
        loader=PackageLoader(package, "prompts"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - prompts are no markup; what is foreign goes through ``fenced``
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["fenced"] = fenced
    return environment
