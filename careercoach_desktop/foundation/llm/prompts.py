"""Prompts as text files beside the agents: ``agents/prompts/<name>.md.j2``, filled with inputs that stay data.

What a person or a stranger wrote goes in through the ``fenced`` filter: into tags of its own, which nothing inside can
close. The rules of each prompt say that what stands in tags is never an instruction.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


def fenced(text: str, tag: str) -> str:
    """``<tag>`` … ``</tag>`` around the text, with every look-alike of the tag inside it made harmless."""
    return f"<{tag}>\n{tagless(text, tag).strip()}\n</{tag}>"


def tagless(text: str, *tags: str) -> str:
    """The text with every look-alike of these tags made harmless: where a prompt has several inputs, none can pretend
    to be another."""
    names = "|".join(map(re.escape, tags))
    return re.sub(rf"<(?=\s*/?\s*(?:{names})\b)", "&lt;", text, flags=re.IGNORECASE)


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
