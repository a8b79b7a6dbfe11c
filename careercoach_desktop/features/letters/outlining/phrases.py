"""The sentences of an outline, and the forms of a letter, in the four languages it is written in.

Other languages get English ones. No sentence claims anything about the person but what its fields hold; all are free
of grammatical gender, which nobody asked the person for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.model import Tone

_GENDERS = re.compile(r"\s*[(\[](?:[a-zäöü]{1,3}\s*[/|,]\s*)+[a-zäöü*]{1,3}[)\]]", re.IGNORECASE)
_LEGAL_FORM = re.compile(r"\b(?:AG|GmbH|KG|SE|UG|OHG|GbR|mbH|KGaA|eG)\b")
GREETING_WORDS = (
    "dear hello hi hiring team manager recruiting recruitment talent acquisition people sir madam or and to whom it "
    "may concern the at human resources selection committee mr mrs ms mx dr sehr geehrte geehrter damen und herren "
    "frau herr guten tag liebe lieber hallo liebes team madame monsieur mesdames messieurs bonjour chère cher équipe "
    "l' de du recrutement estimado estimada estimados estimadas equipo selección señor señora señores señoras "
    "responsable a la atención buenos días"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language. Fields in braces are filled in; tuples hold PROFESSIONAL, ENTHUSIASTIC, FORMAL in this order."""

    language: str
    subject: str
    greetings: tuple[str, str, str]
    greets: str
    """Takes ``{name}``."""
    openings: tuple[str, str, str]
    """Take ``{role}`` and ``{at}``."""
    at: str
    now: str
    now_years: str
    was: str
    was_years: str
    asks: str
    did: str
    """At an employer, as the résumé says it; takes ``{employer}`` and ``{text}``."""
    i_did: str
    """The same where the text begins with what one did."""
    i_also: str
    """One more of those; takes ``{text}``."""
    parts: str
    """Between several of the résumé's own wordings."""
    why: str
    meaning: str
    lacking: str
    dwell: str
    notes: str
    translate: str
    endings: tuple[str, str, str]
    closings: tuple[str, str, str]
    sincerely: str
    """The formal closing after a greeting that names somebody."""

    def subject_for(self, posting: Posting) -> str:
        return _elided(self.subject.format(role=role_of(posting)))

    def opening_for(self, posting: Posting, tone: Tone) -> str:
        at = self.at.format(company=at_company(posting.company, self.language)) if posting.company else ""
        return _elided(of_tone(self.openings, tone).format(role=role_of(posting), at=at))

    def greeting_for(self, people: Sequence[str], tone: Tone = Tone.PROFESSIONAL) -> str:
        return self.greets.format(name=people[0]) if people else of_tone(self.greetings, tone)

    def closing_for(self, people: Sequence[str], tone: Tone) -> str:
        return self.sincerely if people and tone is Tone.FORMAL else of_tone(self.closings, tone)

    def gap(self, words: str) -> str:
        """A place to fill in; what stands in it never closes it too early."""
        return f"[{words.replace('[', '(').replace(']', ')')}]"


def at_company(company: str, language: str) -> str:
    """German companies that name their legal form take an article: “bei der Nordwind AG”."""
    return f"der {company}" if language == "de" and _LEGAL_FORM.search(company) else company


def _elided(text: str) -> str:
    """French “poste de Enseignant” → “poste d’Enseignant”."""
    return re.sub(r"\bposte de (?=[AEIOUYÉÈÊÀÂÎÔaeiouyéèêàâîô])", "poste d’", text)


def of_tone(choices: tuple[str, str, str], tone: Tone) -> str:
    return choices[(Tone.PROFESSIONAL, Tone.ENTHUSIASTIC, Tone.FORMAL).index(tone)]


def role_of(posting: Posting) -> str:
    """The title without ``(m/w/d)``."""
    return _GENDERS.sub("", posting.title).strip() or posting.title.strip()


def phrases_for(language: str) -> Phrases:
    return PHRASES.get(language[:2], PHRASES["en"])


PHRASES = {
    "en": Phrases(
        language="en",
        subject="Application for {role}",
        greetings=("Dear hiring team,", "Hello,", "Dear Sir or Madam,"),
        greets="Dear {name},",
        openings=(
            "I am writing to apply for the position of {role}{at}.",
            "Your opening for the position of {role}{at} is one I would love to fill.",
            "I wish to apply for the position of {role}{at}.",
        ),
        at=" at {company}",
        now="I currently work as {title} at {employer}.",
        now_years="I have {years} years of professional experience and currently work as {title} at {employer}.",
        was="I most recently worked as {title} at {employer}.",
        was_years="I have {years} years of professional experience and most recently worked as {title} at {employer}.",
        asks="Your posting asks for {terms}.",
        did="At {employer}: {text}",
        i_did="At {employer}, I {text}",
        i_also="I also {text}",
        parts="; ",
        why="Why {company}: one or two sentences on what draws you there.",
        meaning="What this means for them: one sentence.",
        lacking="They also ask for {terms}, which your résumé does not show. Say what comes closest, or take this out.",
        dwell="{focus}: one or two sentences, with an example.",
        notes="From your notes: {notes}",
        translate="Translate: {text}",
        endings=(
            "I would be glad to tell you more in a conversation.",
            "I look forward to meeting you and your team.",
            "I would welcome the opportunity to speak with you in person.",
        ),
        closings=("Kind regards,", "Best wishes,", "Yours faithfully,"),
        sincerely="Yours sincerely,",
    ),
    "de": Phrases(
        language="de",
        subject="Bewerbung als {role}",
        greetings=("Sehr geehrte Damen und Herren,", "Guten Tag,", "Sehr geehrte Damen und Herren,"),
        greets="Guten Tag {name},",
        openings=(
            "mit Interesse habe ich Ihre Ausschreibung gelesen und bewerbe mich als {role}{at}.",
            "über Ihre Ausschreibung habe ich mich sehr gefreut: Gern möchte ich als {role}{at} arbeiten.",
            "hiermit bewerbe ich mich um die Stelle als {role}{at}.",
        ),
        at=" bei {company}",
        now="Derzeit arbeite ich als {title} bei {employer}.",
        now_years="Ich bringe {years} Jahre Berufserfahrung mit und arbeite derzeit als {title} bei {employer}.",
        was="Zuletzt war ich als {title} bei {employer} tätig.",
        was_years="Ich bringe {years} Jahre Berufserfahrung mit und war zuletzt als {title} bei {employer} tätig.",
        asks="In Ihrer Ausschreibung nennen Sie {terms}.",
        did="Meine Arbeit bei {employer}: {text}",
        i_did="",
        i_also="",
        parts="; ",
        why="Warum {company}: ein, zwei Sätze dazu, was Sie dort reizt.",
        meaning="Was das für das Unternehmen heißt: ein Satz.",
        lacking="Verlangt wird auch {terms}; Ihr Lebenslauf zeigt es nicht. Sagen Sie, was dem am nächsten kommt, oder "
        "streichen Sie dies.",
        dwell="{focus}: ein, zwei Sätze mit einem Beispiel.",
        notes="Aus Ihren Notizen: {notes}",
        translate="Übersetzen: {text}",
        endings=(
            "Über ein persönliches Gespräch freue ich mich.",
            "Ich freue mich darauf, Sie und Ihr Team kennenzulernen.",
            "Über die Einladung zu einem persönlichen Gespräch würde ich mich sehr freuen.",
        ),
        closings=("Mit freundlichen Grüßen", "Herzliche Grüße", "Mit freundlichen Grüßen"),
        sincerely="Mit freundlichen Grüßen",
    ),
    "fr": Phrases(
        language="fr",
        subject="Candidature au poste de {role}",
        greetings=("Madame, Monsieur,", "Bonjour,", "Madame, Monsieur,"),
        greets="Bonjour {name},",
        openings=(
            "Votre annonce a retenu mon attention et je vous présente ma candidature au poste de {role}{at}.",
            "C’est avec enthousiasme que je vous présente ma candidature au poste de {role}{at}.",
            "J’ai l’honneur de vous présenter ma candidature au poste de {role}{at}.",
        ),
        at=" chez {company}",
        now="Je travaille actuellement comme {title} chez {employer}.",
        now_years="J’ai {years} ans d’expérience professionnelle ; je travaille actuellement comme {title} chez "
        "{employer}.",
        was="J’ai travaillé en dernier lieu comme {title} chez {employer}.",
        was_years="J’ai {years} ans d’expérience professionnelle, en dernier lieu comme {title} chez {employer}.",
        asks="Votre annonce mentionne {terms}.",
        did="Mon travail chez {employer}\u00a0: {text}",
        i_did="",
        i_also="",
        parts="\u00a0; ",
        why="Pourquoi {company}\u00a0: une ou deux phrases sur ce qui vous attire.",
        meaning="Ce que cela leur apporte\u00a0: une phrase.",
        lacking="L’annonce demande aussi {terms}, que votre CV ne montre pas. Dites ce qui s’en approche le plus, ou "
        "retirez ce passage.",
        dwell="{focus}\u00a0: une ou deux phrases, avec un exemple.",
        notes="De vos notes\u00a0: {notes}",
        translate="À traduire\u00a0: {text}",
        endings=(
            "Je me tiens à votre disposition pour un entretien.",
            "J’aurais grand plaisir à vous rencontrer, vous et votre équipe.",
            "Je me tiens à votre entière disposition pour vous exposer mes motivations lors d’un entretien.",
        ),
        closings=(
            "Veuillez agréer, Madame, Monsieur, mes salutations distinguées.",
            "Bien cordialement,",
            "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
        ),
        sincerely="Je vous prie d’agréer l’expression de mes salutations distinguées.",
    ),
    "es": Phrases(
        language="es",
        subject="Candidatura al puesto de {role}",
        greetings=("Estimado equipo de selección:", "Buenos días:", "Estimados señores y señoras:"),
        greets="A la atención de {name}:",
        openings=(
            "Me dirijo a ustedes para presentar mi candidatura al puesto de {role}{at}.",
            "Con mucha ilusión les presento mi candidatura al puesto de {role}{at}.",
            "Por la presente me permito presentar mi candidatura al puesto de {role}{at}.",
        ),
        at=" en {company}",
        now="Actualmente trabajo como {title} en {employer}.",
        now_years="Tengo {years} años de experiencia profesional y actualmente trabajo como {title} en {employer}.",
        was="Mi último puesto fue el de {title} en {employer}.",
        was_years="Tengo {years} años de experiencia profesional; mi último puesto fue el de {title} en {employer}.",
        asks="En su oferta mencionan {terms}.",
        did="Mi trabajo en {employer}: {text}",
        i_did="",
        i_also="",
        parts="; ",
        why="Por qué {company}: una o dos frases sobre lo que le atrae.",
        meaning="Qué significa esto para la empresa: una frase.",
        lacking="También piden {terms}, que su currículum no muestra. Diga qué es lo más cercano, o quite este pasaje.",
        dwell="{focus}: una o dos frases, con un ejemplo.",
        notes="De sus notas: {notes}",
        translate="Traducir: {text}",
        endings=(
            "Quedo a su disposición para una entrevista.",
            "Me encantaría conocerles a ustedes y a su equipo.",
            "Quedo a su entera disposición para ampliar esta información en una entrevista.",
        ),
        closings=("Un cordial saludo,", "Un saludo muy cordial,", "Atentamente,"),
        sincerely="Atentamente,",
    ),
}
