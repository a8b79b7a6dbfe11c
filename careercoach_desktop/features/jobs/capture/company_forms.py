"""Company names told by their legal form (``Nordlicht Werke GmbH``), found in time linear in the text.

The form is looked for first and the name read backwards from it, a bounded piece of text at a time: a pattern that
starts at every capital letter instead takes minutes on a page with a long unbroken run of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_FORM = (
    r"(?:A/S|ApS|AB|AS|ASA|Oy|Oyj|GmbH(?: & Co\. KG)?|AG|KG|SE|Inc\.?|LLC|Ltd\.?|Limited|PLC|plc|Corp\.?|B\.?V\.?"
    r"|N\.?V\.?|S\.?A\.?S?|SARL|S\.?p\.?A\.?|S\.?r\.?l\.?|s\.\s?r\.\s?o\.|a\.\s?s\.|Sp\. z o\.\s?o\.|S\.A\.)"
)
_FORMS = re.compile(rf"(?<=[ ,]){_FORM}(?!\w)")
_NAME_BEFORE = re.compile(r"(?<![\w.])(?:[A-ZÀ-Ž0-9][\w&.'’+-]{0,40}(?:, ?| )(?:(?:of|and|und|the|de|&) )?){1,5}\Z")
_LONGEST_NAME = 120
_MOST_FORMS = 500


def company_forms_in(text: str) -> Iterator[str]:
    """Every name in ``text`` that ends in a legal form, with the form."""
    last = 0
    for form in islice(_FORMS.finditer(text), _MOST_FORMS):
        before = text[max(last, form.start() - _LONGEST_NAME) : form.start()]
        last = form.end()
        if name := _NAME_BEFORE.search(before):
            yield f"{name[0]}{form[0]}".strip(" ,")


def is_company_form(text: str) -> bool:
    """Whether ``text`` is nothing but such a name."""
    return len(text) <= _LONGEST_NAME + 20 and next(company_forms_in(text), "") == text.strip(" ,")
