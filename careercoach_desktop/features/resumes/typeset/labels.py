"""The words and dates a résumé page needs that are not the person's own, in the language of the résumé."""

from __future__ import annotations

from datetime import date
from functools import cache

_SECTIONS = {
    "en": {
        "contact": "Contact",
        "summary": "Summary",
        "work": "Experience",
        "projects": "Projects",
        "skills": "Skills",
        "education": "Education",
        "certificates": "Certificates",
        "publications": "Publications",
        "awards": "Awards",
        "volunteer": "Volunteering",
        "languages": "Languages",
        "interests": "Interests",
        "references": "References",
        "technologies": "Technologies",
        "courses": "Courses",
        "score": "Grade",
        "present": "present",
    },
    "de": {
        "contact": "Kontakt",
        "summary": "Profil",
        "work": "Berufserfahrung",
        "projects": "Projekte",
        "skills": "Kenntnisse",
        "education": "Ausbildung",
        "certificates": "Zertifikate",
        "publications": "Veröffentlichungen",
        "awards": "Auszeichnungen",
        "volunteer": "Ehrenamt",
        "languages": "Sprachen",
        "interests": "Interessen",
        "references": "Referenzen",
        "technologies": "Technologien",
        "courses": "Schwerpunkte",
        "score": "Note",
        "present": "heute",
    },
    "fr": {
        "contact": "Contact",
        "summary": "Profil",
        "work": "Expérience professionnelle",
        "projects": "Projets",
        "skills": "Compétences",
        "education": "Formation",
        "certificates": "Certifications",
        "publications": "Publications",
        "awards": "Distinctions",
        "volunteer": "Bénévolat",
        "languages": "Langues",
        "interests": "Centres d’intérêt",
        "references": "Références",
        "technologies": "Technologies",
        "courses": "Cours",
        "score": "Mention",
        "present": "aujourd’hui",
    },
    "es": {
        "contact": "Contacto",
        "summary": "Perfil",
        "work": "Experiencia profesional",
        "projects": "Proyectos",
        "skills": "Competencias",
        "education": "Formación",
        "certificates": "Certificados",
        "publications": "Publicaciones",
        "awards": "Premios",
        "volunteer": "Voluntariado",
        "languages": "Idiomas",
        "interests": "Intereses",
        "references": "Referencias",
        "technologies": "Tecnologías",
        "courses": "Cursos",
        "score": "Nota",
        "present": "actualidad",
    },
    "it": {
        "contact": "Contatti",
        "summary": "Profilo",
        "work": "Esperienza professionale",
        "projects": "Progetti",
        "skills": "Competenze",
        "education": "Istruzione",
        "certificates": "Certificazioni",
        "publications": "Pubblicazioni",
        "awards": "Premi",
        "volunteer": "Volontariato",
        "languages": "Lingue",
        "interests": "Interessi",
        "references": "Referenze",
        "technologies": "Tecnologie",
        "courses": "Corsi",
        "score": "Voto",
        "present": "oggi",
    },
    "pt": {
        "contact": "Contacto",
        "summary": "Perfil",
        "work": "Experiência profissional",
        "projects": "Projetos",
        "skills": "Competências",
        "education": "Formação",
        "certificates": "Certificados",
        "publications": "Publicações",
        "awards": "Prémios",
        "volunteer": "Voluntariado",
        "languages": "Idiomas",
        "interests": "Interesses",
        "references": "Referências",
        "technologies": "Tecnologias",
        "courses": "Cursos",
        "score": "Nota",
        "present": "presente",
    },
    "nl": {
        "contact": "Contact",
        "summary": "Profiel",
        "work": "Werkervaring",
        "projects": "Projecten",
        "skills": "Vaardigheden",
        "education": "Opleiding",
        "certificates": "Certificaten",
        "publications": "Publicaties",
        "awards": "Prijzen",
        "volunteer": "Vrijwilligerswerk",
        "languages": "Talen",
        "interests": "Interesses",
        "references": "Referenties",
        "technologies": "Technologieën",
        "courses": "Vakken",
        "score": "Cijfer",
        "present": "heden",
    },
    "zh": {
        "contact": "联系方式",
        "summary": "个人简介",
        "work": "工作经历",
        "projects": "项目经历",
        "skills": "专业技能",
        "education": "教育背景",
        "certificates": "证书",
        "publications": "出版物",
        "awards": "获奖情况",
        "volunteer": "志愿者经历",
        "languages": "语言能力",
        "interests": "兴趣爱好",
        "references": "推荐人",
        "technologies": "技术",
        "courses": "课程",
        "score": "成绩",
        "present": "至今",
    },
    "ja": {
        "contact": "連絡先",
        "summary": "職務要約",
        "work": "職務経歴",
        "projects": "プロジェクト",
        "skills": "スキル",
        "education": "学歴",
        "certificates": "資格",
        "publications": "著書・論文",
        "awards": "受賞歴",
        "volunteer": "ボランティア",
        "languages": "語学",
        "interests": "趣味",
        "references": "推薦者",
        "technologies": "使用技術",
        "courses": "履修科目",
        "score": "成績",
        "present": "現在",
    },
}

LANGUAGES = tuple(_SECTIONS)
"""ISO 639-1 codes we have words for; any other language gets English words and dates."""
LANGUAGE_NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
    "zh": "Chinese",
    "ja": "Japanese",
}
"""Those languages as a person picks one."""


def label(name: str, language: str) -> str:
    """``label("work", "de")`` → ``Berufserfahrung``; English for a language we have no words for."""
    return _SECTIONS.get(language, _SECTIONS["en"])[name]


@cache
def month(value: str, language: str) -> str:
    """A partial date as a résumé prints it: ``2022-03`` → ``Mar 2022``, ``2018`` → ``2018``. Days are not printed."""
    if len(value) == 4:
        return value
    from babel.dates import format_skeleton

    day = date(int(value[:4]), int(value[5:7]), 1)
    return str(format_skeleton("yMMM", day, locale=language if language in LANGUAGES else "en"))


def period(start: str | None, end: str | None, *, current: bool, language: str) -> str:
    """``Mar 2022 – present``, ``2015 – 2018``, ``2018``; empty when nothing is known."""
    first = month(start, language) if start else ""
    last = label("present", language) if current else month(end, language) if end else ""
    if not first and current:
        return last
    if first and last and first != last:
        return f"{first} – {last}"
    return first or last


@cache
def country(code: str, language: str) -> str:
    """``country("GB", "de")`` → ``Vereinigtes Königreich``; the code itself when it is none."""
    if not code:
        return ""
    from babel import Locale

    locale = Locale.parse(language if language in LANGUAGES else "en")
    return str(locale.territories.get(code.upper(), code))
