"""A résumé as text a person can go on working with: Markdown, plain text, one HTML file, and the fields of a form.

Markdown, text and HTML say what the page says (they are written from the same ``Sheet``), so they can be read back and
compared like a PDF. Each is a pure function of a sheet; nothing here knows files.
"""

from __future__ import annotations

from .form_fields import DATE_STYLES, DateStyle, FormField, FormGroup, form_groups
from .html import to_html
from .markdown import to_markdown
from .plain import to_plain_text

__all__ = [
    "DATE_STYLES",
    "DateStyle",
    "FormField",
    "FormGroup",
    "form_groups",
    "to_html",
    "to_markdown",
    "to_plain_text",
]
