"""The looks a résumé can have. Each is a Typst file in ``resources/templates`` and a set of Word styles."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """``name`` is stable and stored; ``title`` and ``description`` are shown."""

    name: str
    title: str
    description: str


TEMPLATES: tuple[Template, ...] = (
    Template("modern", "Modern", "Clean sans-serif, accent headings, thin rules. Good for most jobs."),
    Template(
        "classic", "Classic", "A quiet serif page with centred name. At home in law, academia and public service."
    ),
)

PAPERS = ("a4", "letter")


def check_options(template: str, paper: str, accent: str) -> None:
    """ValueError unless there is such a template and paper and ``accent`` is ``#RRGGBB``."""
    if template not in {each.name for each in TEMPLATES}:
        raise ValueError(f"there is no template called {template!r}")
    if paper not in PAPERS:
        raise ValueError(f"paper is one of {', '.join(PAPERS)}, not {paper!r}")
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", accent):
        raise ValueError(f"an accent colour is #RRGGBB, not {accent!r}")
