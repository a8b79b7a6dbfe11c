"""The looks a résumé can have. Each is a Typst file in ``resources/templates`` and a set of Word styles."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeStyle


@dataclass(frozen=True, slots=True)
class Template:
    """``name`` is stable and stored; ``title`` and ``description`` are shown.

    ``plain``: one column, nothing drawn: the safest for applicant systems. ``photo``: whether it has a place for one.
    ``accent``: whether the colour shows. ``font``: the family of its running text.
    """

    name: str
    title: str
    description: str
    plain: bool = True
    photo: bool = False
    accent: bool = True
    font: str = "Inter"


TEMPLATES: tuple[Template, ...] = (
    Template("modern", "Modern", "Clean sans-serif, accent headings, thin rules. Good for most jobs."),
    Template(
        "classic",
        "Classic",
        "A quiet serif page with centred name. At home in law, academia and public service.",
        font="Libertinus Serif",
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
