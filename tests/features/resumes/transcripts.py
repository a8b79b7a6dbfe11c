"""What Claude says of a picture of a résumé, and a file in which nothing else can make anything out."""

from __future__ import annotations

from tests.support.paper import pdf
from tests.support.scanning import Sheet, pictures_in_pdf, scanned

TRANSCRIPT: dict[str, object] = {
    "contact": {
        "name": "Inês Caldeira", "label": "Hydrologist", "email": "ines@caldeira.example", "phone": "", "url": "",
        "location": "Porto, Portugal", "summary": "", "profiles": [],
    },
    "work": [
        {
            "name": "Rio Claro", "position": "Hydrologist", "location": "", "startDate": "2021-04",
            "endDate": "present", "summary": "", "highlights": ["Modelled 12 river basins.", "Led a team."],
        },
        {
            "name": "Foz & Filhos", "position": "Trainee", "location": "", "startDate": "2019", "endDate": "spring",
            "summary": "", "highlights": [],
        },
    ],
    "education": [], "projects": [], "certificates": [],
    "skills": [{"name": "", "keywords": ["Python", "QGIS"]}, {"name": "Tools", "keywords": ["HEC-RAS"]}],
    "languages": [{"language": "Portuguese", "fluency": ""}],
    "others": [{"title": "Voluntary work", "lines": ["River patrol"]}],
    "language": "en",
}  # fmt: skip
NOTHING: dict[str, object] = {
    **{key: [] for key in TRANSCRIPT if key not in {"contact", "language"}},
    "contact": {key: ([] if key == "profiles" else "") for key in TRANSCRIPT["contact"]},  # type: ignore[attr-defined]
    "language": "",
}


def unreadable_scan(pages: int = 2) -> bytes:
    """A PDF of grey pages: a picture to Claude, who is told what to see, and to nobody else."""
    return pictures_in_pdf([Sheet(120, 160, bytes([200]) * 19_200)] * pages, dpi=20)


def hardly_a_resume() -> bytes:
    """A scan that can be read, but says nothing of a person."""
    return scanned(pdf("Please turn this page over and read the other side of it as well. " * 6))


def drawing() -> bytes:
    return pdf("#rect(width: 100pt, height: 100pt, fill: gray)")
