"""Résumés in the languages of Europe and East Asia: headings, dates and degrees in their own words."""

from __future__ import annotations

from careercoach_desktop.features.resumes.reading import read_resume

GERMAN = """\
Jonas Brandl
Softwareentwickler
jonas.brandl@beispiel.de | +49 30 901820 | 10115 Berlin

Berufserfahrung

Softwareentwickler, Nordlicht GmbH, Berlin, Deutschland
seit 04/2020
- Entwicklung der Abrechnung für 40 Stadtwerke
- Einführung automatischer Tests

Werkstudent, Hansa Versicherung AG
Oktober 2017 bis März 2020
- Pflege der internen Werkzeuge

Ausbildung

Technische Universität Berlin
Bachelor of Science Informatik
2014 – 2018

Kenntnisse
Python, Java, PostgreSQL

Sprachen
Deutsch (Muttersprache), Englisch (fließend)
"""

FRENCH = """\
Camille Rousseau
Cheffe de projet
camille.rousseau@exemple.fr
06 12 34 56 78

Expérience professionnelle

Cheffe de projet, Atelier Lumière
janv. 2019 – aujourd'hui
• Pilotage d'une équipe de six personnes
• Suivi du budget

Assistante, Mairie de Nantes
septembre 2015 à décembre 2018
• Accueil du public

Formation

Université de Nantes
Master Gestion de projet, 2013 - 2015

Compétences
MS Project, Excel, Gestion des risques

Langues
Français : langue maternelle
Anglais : courant
"""

SPANISH = """\
Lucía Herrero Campos
Enfermera
lucia.herrero@ejemplo.es

Experiencia laboral

Enfermera, Hospital San Rafael
marzo de 2018 - actualidad
- Atención de urgencias en turno de noche

Formación académica

Universidad de Zaragoza
Grado en Enfermería, 2013 - 2017

Idiomas
Español (nativo), Inglés (intermedio)
"""

ITALIAN = """\
Giulia Ferri
Architetto
giulia.ferri@esempio.it

Esperienze lavorative

Architetto, Studio Ponte
gennaio 2020 - presente
- Progetto di una scuola elementare

Istruzione

Politecnico di Torino
Laurea magistrale in Architettura, 2014 - 2019

Competenze
AutoCAD, Rhino
"""

DUTCH = """\
Daan Visser
Projectleider
daan.visser@voorbeeld.nl

Werkervaring

Projectleider, Gemeente Utrecht
mei 2019 - heden
- Aanleg van een fietsbrug

Opleiding

Universiteit Utrecht
Bachelor Planologie, 2012 - 2016

Vaardigheden
Plannen, Begroten
"""

CHINESE = """\
李明
liming@example.cn
138 0013 8000

工作经历

北极星科技公司	软件工程师	2019年3月 – 至今
• 负责支付系统的开发

教育背景

东海大学	计算机科学 本科	2011年9月 – 2015年6月

技能
Python、Java、MySQL
"""


def read(text: str):
    return read_resume(text.encode(), "cv.txt").data


def test_german() -> None:
    data = read(GERMAN)
    assert data.language == "de"
    assert [(job.name, job.position) for job in data.work] == [
        ("Nordlicht GmbH", "Softwareentwickler"),
        ("Hansa Versicherung AG", "Werkstudent"),
    ]
    assert [(job.start, job.end, job.current) for job in data.work] == [
        ("2020-04", None, True),
        ("2017-10", "2020-03", False),
    ]
    assert data.work[0].location == "Berlin, Deutschland"
    assert data.basics.location.postal_code == "10115"
    assert data.education[0].institution == "Technische Universität Berlin"
    assert data.skill_names() == ["Python", "Java", "PostgreSQL"]
    assert [(language.language, language.fluency) for language in data.languages] == [
        ("Deutsch", "Muttersprache"),
        ("Englisch", "fließend"),
    ]


def test_french() -> None:
    data = read(FRENCH)
    assert data.language == "fr"
    assert [(job.name, job.position) for job in data.work] == [
        ("Atelier Lumière", "Cheffe de projet"),
        ("Mairie de Nantes", "Assistante"),
    ]
    assert [(job.start, job.end, job.current) for job in data.work] == [
        ("2019-01", None, True),
        ("2015-09", "2018-12", False),
    ]
    assert data.basics.phone == "06 12 34 56 78"
    assert (data.education[0].institution, data.education[0].start) == ("Université de Nantes", "2013")
    assert [language.language for language in data.languages] == ["Français", "Anglais"]


def test_spanish() -> None:
    data = read(SPANISH)
    assert data.language == "es"
    assert [(job.name, job.position, job.start, job.current) for job in data.work] == [
        ("Hospital San Rafael", "Enfermera", "2018-03", True)
    ]
    assert (data.education[0].study_type, data.education[0].area) == ("Grado", "Enfermería")


def test_italian() -> None:
    data = read(ITALIAN)
    assert [(job.name, job.position, job.start) for job in data.work] == [("Studio Ponte", "Architetto", "2020-01")]
    assert data.education[0].institution == "Politecnico di Torino"
    assert data.skill_names() == ["AutoCAD", "Rhino"]


def test_dutch() -> None:
    data = read(DUTCH)
    assert [(job.name, job.position, job.start, job.current) for job in data.work] == [
        ("Gemeente Utrecht", "Projectleider", "2019-05", True)
    ]
    assert data.education[0].end == "2016"


def test_chinese() -> None:
    data = read(CHINESE)
    assert data.language == "zh"
    assert data.basics.name == "李明"
    assert [(job.name, job.position, job.start, job.current) for job in data.work] == [
        ("北极星科技公司", "软件工程师", "2019-03", True)
    ]
    assert data.education[0].institution == "东海大学"
    assert data.skill_names() == ["Python", "Java", "MySQL"]
