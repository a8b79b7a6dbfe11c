"""The looks a résumé can have. Each is a Typst file in ``resources/templates`` and a set of Word styles."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeStyle


@dataclass(frozen=True, slots=True)
class Template:
    """``name`` is stable and stored; ``title`` and ``description`` are shown.

    ``plain``: one column, nothing drawn: the safest for applicant systems. ``photo``: whether it has a place for one.
    ``accent``: whether the colour shows. ``font`` and ``size_pt``: family and size of its running text.
    """

    name: str
    title: str
    description: str
    font: str
    size_pt: float
    plain: bool = True
    photo: bool = False
    accent: bool = True


TEMPLATES: tuple[Template, ...] = (
    Template("modern", "Modern", "Clean sans-serif, accent headings, thin rules. Good for most jobs.", "Inter", 9.5),
    Template(
        "classic",
        "Classic",
        "A quiet serif page with centred name. At home in law, academia and public service.",
        "Libertinus Serif",
        10.8,
    ),
    Template(
        "compact",
        "Compact",
        "Narrow margins, one line for each role: fits a lot and stays clear.",
        "Source Sans 3",
        9.4,
    ),
    Template(
        "academic",
        "Academic",
        "Black on white, a line for each entry. For long lists of publications and teaching.",
        "Source Serif 4",
        9.8,
        accent=False,
    ),
    Template(
        "sidebar",
        "Sidebar",
        "Contact, skills and languages beside your story, on a tinted column.",
        "Source Sans 3",
        9.6,
        plain=False,
        photo=True,
    ),
    Template(
        "timeline",
        "Timeline",
        "Your years run down a drawn line. Shows a steady path at a glance.",
        "Inter",
        9.2,
        plain=False,
        photo=True,
    ),
    Template(
        "serif",
        "Serif",
        "An editorial page with a large, light name. For writing, design and culture.",
        "Source Serif 4",
        9.8,
        plain=False,
        photo=True,
    ),
    Template(
        "accent",
        "Accent",
        "A band of colour with your name in it. Friendly and hard to miss.",
        "Source Sans 3",
        9.8,
        plain=False,
        photo=True,
    ),
)

PAPERS = ("a4", "letter")


def template_named(name: str) -> Template:
    """ValueError when there is no such template (any more)."""
    for each in TEMPLATES:
        if each.name == name:
            return each
    raise ValueError(f"there is no template called {name!r}")


def check_style(style: ResumeStyle) -> None:
    """ValueError unless there is such a template; paper and accent are checked by ``ResumeStyle`` itself."""
    template_named(style.template)
