"""Fields of study in four languages, so that "Wirtschaftsinformatik" and "Information Systems" are the same, and
physics is nearer to mathematics than to law."""

from __future__ import annotations

from functools import cache

from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_GROUPS = """
technical | computing | computer science; computing; informatics; software engineering; information technology; information systems; computer engineering; IT; Informatik; Wirtschaftsinformatik; Softwaretechnik; Medieninformatik; Fachinformatiker; informatique; génie logiciel; informática; ingeniería de software; sistemas informáticos; data science; artificial intelligence; cyber security; cybersecurity; web development
technical | mathematics | mathematics; maths; math; statistics; actuarial science; Mathematik; Statistik; mathématiques; statistiques; matemáticas; estadística; quantitative
technical | physics | physics; Physik; physique; física; astronomy; astrophysics; optics; Astronomie
technical | electrical | electrical engineering; electronics; electronic engineering; telecommunications; mechatronics; Elektrotechnik; Elektronik; Elektroniker; Mechatronik; Nachrichtentechnik; génie électrique; électronique; électrotechnique; ingeniería eléctrica; electrónica
technical | mechanical | mechanical engineering; aerospace engineering; automotive engineering; manufacturing engineering; industrial engineering; Maschinenbau; Fahrzeugtechnik; Luft- und Raumfahrttechnik; Wirtschaftsingenieur; Wirtschaftsingenieurwesen; génie mécanique; génie industriel; ingeniería mecánica; ingeniería industrial; Industriemechaniker
technical | building | civil engineering; structural engineering; architecture; construction; surveying; quantity surveying; Bauingenieurwesen; Architektur; Bauwesen; Vermessung; génie civil; ingeniería civil; arquitectura; urban planning
technical | engineering | engineering; STEM; technical; Ingenieurwesen; Ingenieurwissenschaften; ingénierie; ingeniería; Technik; sciences de l'ingénieur
science | chemistry | chemistry; chemical engineering; materials science; Chemie; Verfahrenstechnik; Werkstoffwissenschaften; chimie; génie chimique; química; ingeniería química
science | biology | biology; biochemistry; biotechnology; molecular biology; microbiology; life sciences; biomedical science; genetics; neuroscience; Biologie; Biochemie; Biotechnologie; biologie; biochimie; biología; bioquímica; biological; scientific
science | earth | geology; geography; environmental science; geoscience; ecology; meteorology; Geologie; Geographie; Umweltwissenschaften; géologie; geografía; ciencias ambientales; agriculture; agronomy; forestry; Agrarwissenschaften
health | medicine | medicine; medical; dentistry; veterinary medicine; Medizin; Humanmedizin; Zahnmedizin; Tiermedizin; médecine; medicina
health | nursing | nursing; midwifery; Pflege; Pflegefachmann; Pflegefachfrau; Pflegefachkraft; Krankenpflege; Pflegewissenschaft; soins infirmiers; infirmier; enfermería; health sciences; public health; Gesundheitswissenschaften; paramedic science
health | therapy | physiotherapy; occupational therapy; speech therapy; Physiotherapie; Ergotherapie; Logopädie; kinésithérapie; fisioterapia; sports science; nutrition; dietetics; Sportwissenschaft
health | pharmacy | pharmacy; pharmacology; Pharmazie; pharmacie; farmacia
society | psychology | psychology; counselling; Psychologie; psicología; cognitive science
society | social | social work; sociology; social sciences; political science; anthropology; Sozialarbeit; Soziale Arbeit; Sozialpädagogik; Soziologie; Politikwissenschaft; travail social; sociologie; sciences politiques; trabajo social; sociología; ciencias políticas; international relations; public administration; public policy
society | teaching | education; teaching; pedagogy; early childhood; Lehramt; Pädagogik; Erziehungswissenschaften; Erzieher; Erzieherin; sciences de l'éducation; MEEF; magisterio; educación; pedagogía
society | law | law; legal studies; jurisprudence; Rechtswissenschaften; Jura; Recht; Staatsexamina; droit; derecho; Rechtsanwaltsfachangestellte
business | business | business; business administration; management; commerce; Betriebswirtschaft; Betriebswirtschaftslehre; BWL; Wirtschaftswissenschaften; Wirtschaft; kaufmännische; Kaufmann; Kauffrau; gestion; administration des entreprises; commerce; administración de empresas; ADE; hospitality management; tourism; logistics; supply chain; Logistik
business | finance | finance; accounting; economics; banking; actuarial science; Finanzwesen; Rechnungswesen; Volkswirtschaft; Volkswirtschaftslehre; VWL; Steuerfachangestellte; Bankkaufmann; Bankkauffrau; comptabilité; finances; économie; contabilidad; finanzas; economía; quantitative
business | marketing | marketing; communications; public relations; advertising; Kommunikation; Kommunikationswissenschaften; communication; publicidad; comunicación
business | people | human resources; HR; Personalwesen; Personalmanagement; Personal; ressources humaines; recursos humanos; organisational psychology
arts | design | design; graphic design; fine arts; fashion design; interaction design; product design; Grafikdesign; Kommunikationsdesign; Mediengestalter; Mediengestaltung; arts plastiques; diseño; bellas artes; animation; photography
arts | media | journalism; media studies; film; Journalismus; Medienwissenschaften; journalisme; periodismo; audiovisual
arts | languages | languages; linguistics; literature; translation; English; philology; Germanistik; Anglistik; Romanistik; Sprachwissenschaften; Linguistik; langues; lettres; filología; traducción
arts | humanities | history; philosophy; humanities; theology; archaeology; Geschichte; Philosophie; Geisteswissenschaften; Theologie; histoire; sciences humaines; historia; humanidades; music; musicology; Musik
crafts | trades | plumbing; carpentry; welding; electrician; joinery; Anlagenmechaniker; Schreiner; Tischler; Zimmerer; Metallbauer; Schlosser; Handwerk; menuiserie; plomberie; fontanería; carpintería; culinary arts; cookery; Koch; Köchin; cuisine; cocina
"""  # noqa: E501 - one group a line reads better than one word a line


@cache
def _names() -> tuple[dict[tuple[str, ...], set[str]], dict[str, str], int]:
    names: dict[tuple[str, ...], set[str]] = {}
    areas: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        area, field, words = (part.strip() for part in line.split("|"))
        areas[field] = area
        for word in words.split(";"):
            names.setdefault(stems(word), set()).add(field)
    return names, areas, max(len(name) for name in names)


def fields_in(text: str) -> frozenset[str]:
    """The fields of study a text names; the longest name counts ("electrical engineering" is not all engineering)."""
    names, _, longest = _names()
    words = stems(text)
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            if (fields := names.get(words[at : at + size])) is not None:
                found |= fields
                at += size - 1
                break
        at += 1
    return frozenset(found)


def areas_of(fields: frozenset[str]) -> frozenset[str]:
    """The larger areas these fields lie in."""
    _, areas, _ = _names()
    return frozenset(areas[field] for field in fields)
