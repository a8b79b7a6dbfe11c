"""Spanish. Bullets are nouns as often as verbs; of the verbs, those count that are nothing else."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.rules.vocabulary.words import Vocabulary, one_of, small_words

SPANISH = Vocabulary(
    language="es",
    small=small_words("y de la el los las del en para con por una un al como a se"),
    weak=re.compile(
        r"(?:responsable de(?:l)?|encargad[oa] de(?:l)?|a cargo de(?:l)?|participé en|participación en|"
        r"trabajé en|ayudé (?:a|en|con)|ayuda (?:a|en|con)|apoyo (?:a|en)|colaboración (?:en|con)|"
        r"colaboré (?:en|con)|involucrad[oa] en)(?!\w)",
        re.IGNORECASE,
    ),
    first_person=one_of("yo|mi|mis|mí"),
    buzz=one_of(
        "trabajo en equipo|proactiv[oa]|motivad[oa]|altamente motivad[oa]|orientad[oa] a resultados|"
        "apasionad[oa]|capacidad de trabajo|don de gentes"
    ),
    figures=one_of("dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|docenas?|cientos|miles|mill(?:ón|ones)|"
                   "dupliqu[eé]|duplicad[oa]|tripliqu[eé]|mitad|tercio"),
    aside=one_of("media jornada|tiempo parcial|autónom[oa]|free[- ]?lance|prácticas|becari[oa]|voluntari[oa]|"
                 "consultor[a]?|fundador[a]?"),
    verbs={
        "gestiono": "gestioné", "dirijo": "dirigí", "coordino": "coordiné", "superviso": "supervisé",
        "planifico": "planifiqué", "implemento": "implementé", "analizo": "analicé", "elaboro": "elaboré",
        "organizo": "organicé", "lidero": "lideré", "optimizo": "optimicé",
        "administro": "administré", "atiendo": "atendí", "vendo": "vendí", "imparto": "impartí",
        "formo": "formé", "redacto": "redacté", "mantengo": "mantuve", "construyo": "construí",
    },
)  # fmt: skip
