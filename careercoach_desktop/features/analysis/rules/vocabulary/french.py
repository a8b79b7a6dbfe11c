"""French. Bullets are nouns as often as verbs; of the verbs, those count that are nothing else."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.rules.vocabulary.words import Vocabulary, one_of, small_words

FRENCH = Vocabulary(
    language="fr",
    small=small_words("et de la le les des du en pour avec dans une un sur au aux par à d l"),
    weak=re.compile(
        r"(?:responsable d(?:e|es|u)?|en charge d(?:e|es|u)|chargée? d(?:e|es|u)|participation (?:à|aux?)|"
        r"participé (?:à|aux?)|assistance (?:à|aux?)|"
        r"contribution (?:à|aux?)|aid(?:e|é) (?:à|aux?)|travail(?:lé)? sur|impliquée? dans)(?=[ '’])",
        re.IGNORECASE,
    ),
    first_person=re.compile(r"(?<!\w)(?:je|j['’]|moi|mon|ma|mes)(?=\s|\w)", re.IGNORECASE),
    buzz=one_of(
        "esprit d['’]équipe|motivée?|rigoureu(?:x|se)|force de proposition|"
        "passionnée?|sens du relationnel|bon relationnel|goût du challenge|orientée? résultats"
    ),
    figures=one_of("deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|dizaines?|centaines?|milliers?|"
                   "millions?|doublée?|triplée?|moitié|tiers"),
    aside=one_of("temps partiel|mi-temps|indépendante?|free[- ]?lance|auto-entrepreneure?|stage|stagiaire|alternance|"
                 "bénévole|consultante?|fondat(?:eur|rice)|apprentie?"),
    verbs={
        "gère": "géré", "dirige": "dirigé", "coordonne": "coordonné", "développe": "développé",
        "supervise": "supervisé", "négocie": "négocié", "assure": "assuré", "élabore": "élaboré",
        "organise": "organisé", "encadre": "encadré", "conçois": "conçu", "rédige": "rédigé",
        "réalise": "réalisé", "planifie": "planifié", "optimise": "optimisé", "accompagne": "accompagné",
        "déploie": "déployé", "anime": "animé",
    },
)  # fmt: skip
