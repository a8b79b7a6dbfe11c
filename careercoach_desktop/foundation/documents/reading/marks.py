"""The marks that open list items, for every format."""

from __future__ import annotations

BULLETS = frozenset("•●▪■◦‣⁃∙·○◆◇▸►▶➢➤✓✔❖❯›»§◾◼▫□–—-*⦁➔→⟩‧・﹣∗⋆★✦✱⬤⚫⯈🢒")
"""Marks that open a list item when they stand alone before it."""

SOLID_BULLETS = frozenset("•●▪■◦‣⁃∙▸►▶➢➤✓✔❖◆◇◾◼⦁⬤⚫・")
"""Marks that open a list item even when they touch its first word."""

ITEM_NUMBER = r"\d{1,2}[.)]\s+(?=\S)"
"""A numbered item, for formats where a number at the start of a line means a list."""
