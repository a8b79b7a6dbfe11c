"""Titles as file names every system accepts."""

from __future__ import annotations

import re

_LONGEST = 80


def file_stem(title: str) -> str:
    """``Lena Marsh – Northwind`` → ``lena-marsh-northwind``; letters of every script stay."""
    words = re.findall(r"\w+", title.casefold())
    return "-".join(words)[:_LONGEST].rstrip("-") or "document"
