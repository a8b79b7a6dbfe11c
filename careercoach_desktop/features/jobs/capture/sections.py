"""The parts of a description people look for first: what is asked, what is to be done, what is offered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careercoach_desktop.features.jobs.capture.markdown import plain
from careercoach_desktop.features.jobs.capture.wording import folded

_MOST_ITEMS = 40
_MOST_LENGTH = 600

# Folded words (no accents, no case). The first list that a heading fits decides, so the order of the lists matters.
_HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "benefits",
        re.compile(
            r"\b(?:benefits?|perks|we offer|we can offer|we re offering|what you (?:ll )?get|what s in it for you"
            r"|our offer|the offer|you will get|why join|why work|package|"
            r"wir bieten|bieten wir|das bieten|unser angebot|benefits|deine vorteile|ihre vorteile"
            r"|was dich erwartet bei uns|nous offrons|nous proposons|avantages|ce que nous|"
            r"ofrecemos|que ofrecemos|beneficios|offriamo|cosa offriamo|vantaggi|wij bieden|wat bieden|dit bieden"
            r"|arbeidsvoorwaarden|oferecemos|nabizime|nabidneme|"
            r"benefity|vyhody|ponukame|nabidneme|oferujemy|co oferujemy|vi tilbyder|vi tilbyr|vi erbjuder"
            r"|tarjoamme|kinalunk"
            r"|amit kinalunk)\b"
        ),
    ),
    (
        "requirements",
        re.compile(
            r"\b(?:requirements?|qualifications?|required|must haves?|nice to haves?|who you are|about you|you have"
            r"|you bring|you are|what you (?:(?:ll|will|should|must|can|could|would) )?(?:need|bring)"
            r"|what you should (?:have|know)|skills|your profile|"
            r"what we (?:re )?(?:look|expect|need|ask)\w*|we expect|we look|we re looking|looking for|ideal candidate"
            r"|person specification|selection criteria|eligibility|candidate profile|experience|competenc\w+"
            r"|education|preferred|desired|"
            r"desirable|essential|bonus points|anforderung\w*|dein profil|ihr profil|das bringst du mit"
            r"|was du mitbringst|das bringen sie mit|voraussetzung\w*|qualifikation\w*|"
            r"profil(?: recherche)?|votre profil|ton profil|competences|prerequis|requisitos|perfil|que buscamos"
            r"|requisiti|profilo|competenze|cosa cerchiamo|functie eisen|functieeisen|"
            r"wat vragen|jouw profiel|wie ben jij|pozadujeme|predstavujeme|koho hledame|mel a bys umet|pozadavky"
            r"|co od vas|ocekavame|co ocekavame|poziadavky"
            r"|wymagania|oczekujemy|czego oczekujemy|twoj profil|"
            r"kvalifikationer|vi forventer|din profil|om dig|kvalifikasjoner|vi s[oø]ger|hvem er du|vaatimukset"
            r"|odotamme|elvarasok|elvarasaink)\b"
        ),
    ),
    (
        "responsibilities",
        re.compile(
            r"\b(?:responsibilit\w+|dut(?:y|ies)|what you (?:ll|will)(?: be)?(?: do\w*| work\w*)?|what will you"
            r"|what you do|your (?:role|tasks?|mission|job|work|impact)|the role|key tasks|tasks|you will|day to day|"
            r"accountabilities|in this role|aufgaben\w*|deine aufgabe\w*|ihre aufgabe\w*|tatigkeit\w*"
            r"|das erwartet dich|was dich erwartet|dein job|deine mission|aufgabengebiet|worum es geht|missions?"
            r"|vos missions|tes missions|"
            r"responsabilites|responsabilidades|funciones|tareas|que haras|mansioni|attivita|responsabilita|cosa farai"
            r"|taken|werkzaamheden|wat ga je doen|jouw rol|verantwoordelijkheden|"
            r"napln prace|napln|co budete delat|co budes delat|co (?:te|vas) (?:u nas )?(?:ceka|bude)|obowiazki"
            r"|zakres obowiazkow|zadania"
            r"|twoje zadania|opgaver|arbejdsopgaver|dine opgaver|arbeidsoppgaver|arbetsuppgifter|"
            r"tehtavat|feladatok|atribuicoes)\b"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Sections:
    requirements: list[str] = field(default_factory=list)
    responsibilities: list[str] = field(default_factory=list)
    benefits: list[str] = field(default_factory=list)


def split_sections(markdown: str) -> Sections:
    """The lists under headings whose words say what they hold. Text without such headings gives empty lists."""
    found: dict[str, list[str]] = {"requirements": [], "responsibilities": [], "benefits": []}
    listed: dict[str, list[bool]] = {name: [] for name in found}
    current = ""
    for block in _blocks(markdown):
        heading = heading_of(block)
        if heading:
            name = section_named(heading)
            # "You should have:" inside a section introduces its list; it does not end the section
            introduces = block.endswith(":") and not block.startswith(("#", "**")) and not heading.isupper()
            current = name if name or not introduces else current
            continue
        if current and len(found[current]) < _MOST_ITEMS and not block.startswith("| "):
            text = " ".join(plain(block).split())
            if 2 <= len(text) <= _MOST_LENGTH:
                found[current].append(text)
                listed[current].append(_is_item(block))
    for name, marks in listed.items():
        if any(marks):
            # paragraphs around a list introduce it or wind it up
            found[name] = [text for text, mark in zip(found[name], marks, strict=True) if mark]
    return Sections(**found)


def items_of(markdown: str) -> list[str]:
    """The items of one section: its list's, or else its paragraphs."""
    blocks = [block for block in _blocks(markdown) if not heading_of(block)]
    chosen = [block for block in blocks if _is_item(block)] or blocks
    texts = [" ".join(plain(block).split()) for block in chosen]
    return [text for text in texts if 2 <= len(text) <= _MOST_LENGTH][:_MOST_ITEMS]


def heading_of(block: str) -> str:
    """The words of a block that acts as a heading (marked, all bold, or a short line ending in a colon), else empty."""
    if match := re.match(r"#{1,6}\s+(.*)\Z", block):
        return plain(match[1])
    if _is_item(block) or "\n" in block or len(block) > 90:
        return ""
    bold = re.fullmatch(r"\*{2,3}(?:(?!\*\*).)+\*{2,3}:?", block)
    words = plain(block)
    shouting = words.isupper() and len(words) > 3 and len(words.split()) <= 8
    known = len(words.split()) <= 6 and not words.endswith((".", "!", ",", ";")) and bool(section_named(words))
    return words if bold or block.endswith(":") or shouting or known else ""


def section_named(heading: str) -> str:
    """Which of the three sections a heading opens; empty for any other."""
    words = folded(heading)
    return next((name for name, pattern in _HEADINGS if pattern.search(words)), "") if len(words) < 90 else ""


def _is_item(block: str) -> bool:
    return bool(re.match(r"\s*(?:- |\d+\. )", block))


def _blocks(markdown: str) -> list[str]:
    blocks: list[str] = []
    for paragraph in re.split(r"\n\s*\n", markdown):
        lines = paragraph.split("\n")
        for line in lines:
            if blocks and line.startswith("  ") and not _is_item(line) and _is_item(blocks[-1]):
                blocks[-1] += " " + line.strip()
            elif _is_item(line) or not blocks or line is lines[0] or _is_item(blocks[-1]):
                blocks.append(line)
            else:
                blocks[-1] += " " + line
    return [block.rstrip() for block in blocks if block.strip()]
