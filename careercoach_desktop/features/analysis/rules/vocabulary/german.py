"""German. Bullets are nouns as often as verbs; of the verbs, those count that are nothing else."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.rules.vocabulary.words import Vocabulary, one_of, small_words

GERMAN = Vocabulary(
    language="de",
    small=small_words("und der die das mit für von bei im in als zur zum den dem des ein eine einer auf seit sowie an"),
    weak=re.compile(
        r"(?:(?:war )?(?:verantwortlich|zuständig) für|mithilfe bei|mitwirkung (?:an|bei)|beteiligt an|"
        r"beteiligung an|mitarbeit (?:an|bei|in)|unterstützung (?:bei|der|des|von)|"
        r"unterstützte?|zu meinen aufgaben (?:gehörten?|zählten?)|aufgaben waren)(?!\w)",
        re.IGNORECASE,
    ),
    first_person=one_of("ich|mein(?:e|er|en|em|es)?|mich|mir"),
    buzz=one_of(
        "teamfähig(?:keit)?|belastbar(?:keit)?|hohe einsatzbereitschaft|einsatzfreude|hoch ?motiviert|"
        "ergebnisorientiert|lösungsorientiert|kommunikationsstark|eigeninitiative|hands[- ]on[- ]mentalität|"
        "leidenschaftlich|zielstrebig"
    ),
    figures=one_of("zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|hunderte?|tausende?|"
                   "millionen?|verdoppelt|verdreifacht|halbiert|hälfte|drittel"),
    aside=one_of("teilzeit|freiberuflich|selbst(?:st)?ändig|nebenberuflich|werkstudent(?:in)?|praktik(?:um|ant|antin)|"
                 "ehrenamtlich|aushilfe|freelanc(?:e|er)|minijob|berater(?:in)?|gründer(?:in)?|studentische.*"),
    verbs={
        "leite": "leitete", "führe": "führte", "betreue": "betreute", "berate": "beriet", "plane": "plante",
        "koordiniere": "koordinierte", "organisiere": "organisierte", "entwickle": "entwickelte",
        "erstelle": "erstellte", "verantworte": "verantwortete", "analysiere": "analysierte", "steuere": "steuerte",
        "verhandle": "verhandelte", "prüfe": "prüfte", "bearbeite": "bearbeitete",
        "konzipiere": "konzipierte", "implementiere": "implementierte", "optimiere": "optimierte",
        "dokumentiere": "dokumentierte", "überwache": "überwachte", "erarbeite": "erarbeitete",
    },
)  # fmt: skip
