"""Text from pictures of pages, through the Tesseract a person has installed; without one there is nothing here to use.

``find`` looks for the program, ``PageReader`` turns grey pictures into words with boxes, confidence and weight, in the
same points and baselines a PDF's own letters have, so that everything behind reads both alike.
"""

from __future__ import annotations

from .language import name_of
from .program import Tesseract, find, how_to_add, how_to_install
from .reading import Limits, PageReader
from .words import GreyPicture, OcrPage, OcrWord

__all__ = [
    "GreyPicture",
    "Limits",
    "OcrPage",
    "OcrWord",
    "PageReader",
    "Tesseract",
    "find",
    "how_to_add",
    "how_to_install",
    "name_of",
]
