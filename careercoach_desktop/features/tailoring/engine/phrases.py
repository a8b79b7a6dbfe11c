"""The few sentences the local engine writes, in the four languages it writes; in others it only orders.

They are sentences a résumé can bear in any trade: short, without a subject, no adjective that would need proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NUMBERS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "de": "null einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce",
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates of one language. ``title_years`` takes title, years, employer; the lists take names already joined."""

    language: str
    last: str
    title_years_now: str
    title_years_past: str
    title_now: str
    title_past: str
    hands_on: str
    area: str
    areas: str
    at_employer: str

    def number(self, value: int) -> str:
        """Words up to twelve, figures beyond."""
        words = _NUMBERS[self.language].split()
        return words[value] if value < len(words) else str(value)

    def joined(self, names: Sequence[str]) -> str:
        """A list as the language writes it; Spanish "y" becomes "e" before an i sound."""
        if len(names) == 1:
            return names[0]
        last = self.last
        if self.language == "es" and names[-1][:1].casefold() == "i":
            last = "e"
        return f"{', '.join(names[:-1])} {last} {names[-1]}"


PHRASES = {
    "en": Phrases(
        "en",
        "and",
        "{title} with {years} years of professional experience, currently at {employer}.",
        "{title} with {years} years of professional experience, most recently at {employer}.",
        "{title}, currently at {employer}.",
        "{title}, most recently at {employer}.",
        "Hands-on experience with {names}.",
        "Experienced in {names}.",
        "Experienced in {names}.",
        "At {employer}, {text}",
    ),
    "de": Phrases(
        "de",
        "und",
        "{title} mit {years} Jahren Berufserfahrung, derzeit bei {employer}.",
        "{title} mit {years} Jahren Berufserfahrung, zuletzt bei {employer}.",
        "{title}, derzeit bei {employer}.",
        "{title}, zuletzt bei {employer}.",
        "Praktische Erfahrung mit {names}.",
        "Schwerpunkt: {names}.",
        "Schwerpunkte: {names}.",
        "{employer}: {text}",
    ),
    "fr": Phrases(
        "fr",
        "et",
        "{title} avec {years} ans d’expérience professionnelle (actuellement : {employer}).",
        "{title} avec {years} ans d’expérience professionnelle (dernier poste : {employer}).",
        "{title} (actuellement : {employer}).",
        "{title} (dernier poste : {employer}).",
        "Expérience pratique : {names}.",
        "Domaine de compétence : {names}.",
        "Domaines de compétence : {names}.",
        "{employer} : {text}",
    ),
    "es": Phrases(
        "es",
        "y",
        "{title} con {years} años de experiencia profesional, actualmente en {employer}.",
        "{title} con {years} años de experiencia profesional, últimamente en {employer}.",
        "{title}, actualmente en {employer}.",
        "{title}, últimamente en {employer}.",
        "Experiencia práctica con {names}.",
        "Área de trabajo: {names}.",
        "Áreas de trabajo: {names}.",
        "{employer}: {text}",
    ),
}
