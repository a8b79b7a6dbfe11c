"""JSON Resume (https://jsonresume.org/schema) in and out, without losing a key either way, and LinkedIn's export in.

Every key of the standard has its field in ``ResumeData``. Keys the standard (or we) don't know stay in ``extra``, and
values of a shape we can't hold (a date such as "Spring 2020", a number as a name) stay there too, so that writing
what was read gives back what came in.
"""

from __future__ import annotations

from .complaints import complaints_about, not_json, refuse_too_much
from .keys import LANGUAGE
from .linkedin import from_linkedin
from .reading_in import from_json_resume, looks_like_json_resume, not_a_resume, says_language
from .valid import valid_json_resume
from .writing_out import to_json_resume

__all__ = [
    "LANGUAGE",
    "complaints_about",
    "from_json_resume",
    "from_linkedin",
    "looks_like_json_resume",
    "not_a_resume",
    "not_json",
    "refuse_too_much",
    "says_language",
    "to_json_resume",
    "valid_json_resume",
]
