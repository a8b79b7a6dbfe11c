"""Real files to import, made here."""

from __future__ import annotations

import io
import json
from functools import cache

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.pdf import typeset_pdf
from tests.features.resumes.people import ines

TEXT = """Inês Caldeira
Hydrologist
ines@caldeira.example | +351 21 000 1122 | Porto, Portugal

Experience

Hydrologist, Rio Claro
April 2021 - present
- Modelled 12 river basins.
- Led a team.

Trainee, Foz & Filhos
2019 - 2020

Education

University of Porto
MSc Hydrology, 2017 - 2019

Skills

Python, QGIS, HEC-RAS
"""


@cache
def pdf() -> bytes:
    return typeset_pdf(ines(), ResumeStyle())


def text() -> bytes:
    return TEXT.encode()


def docx() -> bytes:
    from docx import Document

    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def json_resume() -> bytes:
    return json.dumps(
        {"basics": {"name": "Inês Caldeira", "email": "ines@caldeira.example"}, "work": [{"name": "Rio Claro"}]}
    ).encode()


def encrypted_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
