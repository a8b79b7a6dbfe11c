"""Invented people in seven languages: what random papers are made of, drawn from one source of chance."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Words:
    """What one language contributes; headings in the order summary, work, education, skills, languages, contact."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    employers: tuple[str, ...]
    places: tuple[str, ...]
    schools: tuple[str, ...]
    degrees: tuple[tuple[str, str], ...]
    join: str
    bullets: tuple[str, ...]
    summary: str
    headings: tuple[tuple[str, ...], ...]
    months: tuple[str, ...]
    now: str
    tongues: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    employer: str
    title: str
    place: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class School:
    name: str
    degree: str
    area: str
    start: int
    end: int


@dataclass(frozen=True)
class Person:
    words: Words
    name: str
    headline: str
    email: str
    phone: str
    place: str
    link: str
    summary: str
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]
    tongues: tuple[str, ...]


SKILLS = (
    "Python", "SQL", "Rust", "Excel", "Power BI", "Terraform", "Kubernetes", "Figma", "SAP", "Photoshop", "Node.js",
    "C#", "PostgreSQL", "Jira", "Salesforce", "AutoCAD", "MATLAB", "Git",
)  # fmt: skip

ENGLISH = Words(
    names=("Maya Okafor", "Liam O’Connor", "Priya Raman-Shah", "Thomas J. Whitfield", "Zoë Lindqvist", "Wei Zhang"),
    titles=(
        "Senior Data Engineer", "Product Manager", "Marketing Assistant", "Warehouse Operative", "Registered Nurse",
        "Head of Operations", "Junior Accountant", "Primary School Teacher", "Full-Stack Developer", "UX Designer",
        "Sales Associate", "Chef de Partie", "Site Reliability Engineer", "Policy Adviser",
    ),
    employers=(
        "Northgate Analytics Ltd", "Harbour & Finch", "Brightwater", "Stonebridge Systems", "St Mary’s Hospital",
        "Kestrel", "Fenwick, Hale & Co", "Lowland Foods plc", "Greyfriars Primary School", "Orbit Nine", "Tally",
        "University of Hull", "The Copper Kettle", "NHS Lothian",
    ),
    places=("Leeds, UK", "York, United Kingdom", "Austin, TX", "Toronto, ON", "Dublin, Ireland", "Remote"),
    schools=("University of York", "Leeds College of Art", "Trinity College Dublin", "Ohio State University"),
    degrees=(
        ("Bachelor of Science", "Mathematics"), ("MSc", "Computer Science"), ("BA", "English Literature"),
        ("Master of Arts", "Design Management"), ("PhD", "Physics"), ("B.Eng.", "Civil Engineering"),
    ),
    join=" in ",
    bullets=(
        "Cut the cost of storage by 38 % without losing any history",
        "Mentored three junior colleagues",
        "Built the first dashboard for the board of directors, used in every meeting since",
        ("Moved nightly reporting from spreadsheets to a tested pipeline that eleven teams now rely on every single "
        "morning before their first meeting"),
        "Wrote the onboarding guide for new starters",
        "Ran 12 workshops with 140 participants across four sites",
        "Negotiated contracts worth £1.2m with suppliers in Spain, Italy and Greece",
    ),
    summary="Curious generalist who likes small, well tested systems and explaining them to the people who use them.",
    headings=(
        ("Profile", "Summary", "About Me", "Professional Summary"),
        ("Experience", "Work Experience", "Employment History", "Professional Experience"),
        ("Education", "Education and Training", "Academic Background"),
        ("Skills", "Technical Skills", "Key Skills"),
        ("Languages",),
        ("Contact",),
    ),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    now="Present",
    tongues=("English (native)", "French (B2)", "Spanish (basic)"),
)  # fmt: skip

GERMAN = Words(
    names=("Jörg Weißmüller", "Annika Schäfer", "Dr. Lena Hofmann", "Mehmet Yıldız"),
    titles=(
        "Softwareentwickler", "Projektleiterin", "Sachbearbeiter", "Leiter Vertrieb", "Werkstudentin Marketing",
        "Pflegefachkraft", "Industriekaufmann", "Teamleiter Logistik",
    ),
    employers=("Nordlicht GmbH", "Krüger & Sohn KG", "Bergmann AG", "Klinikum Süd", "Hansa Werft", "Rheinpapier"),
    places=("Köln, Deutschland", "Hamburg", "Wien, Österreich", "Zürich, Schweiz"),
    schools=("Universität zu Köln", "Technische Universität Dresden", "Hochschule Mannheim"),
    degrees=(
        ("Master of Science", "Informatik"), ("Bachelor of Arts", "Betriebswirtschaft"), ("Diplom", "Maschinenbau")
    ),
    join=" in ",
    bullets=(
        "Einführung eines neuen Warenwirtschaftssystems an vier Standorten",
        "Betreuung von 40 Geschäftskunden",
        ("Senkung der Durchlaufzeit um 25 % durch bessere Planung und eine klarere Abstimmung zwischen Einkauf, "
        "Fertigung und Versand in allen Werken"),
        "Verantwortlich für das Budget der Abteilung",
    ),
    summary="Erfahrener Kollege mit Freude an klaren Abläufen und daran, sie anderen verständlich zu machen.",
    headings=(
        ("Profil", "Kurzprofil", "Über mich"),
        ("Berufserfahrung", "Beruflicher Werdegang", "Praktische Erfahrung"),
        ("Ausbildung", "Studium", "Bildungsweg"),
        ("Kenntnisse", "Fähigkeiten", "EDV-Kenntnisse"),
        ("Sprachen",),
        ("Kontakt",),
    ),
    months=("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    now="heute",
    tongues=("Deutsch (Muttersprache)", "Englisch (C1)"),
)  # fmt: skip

FRENCH = Words(
    names=("Élodie Marchand", "Jean-Baptiste Lefèvre", "Noémie Garnier"),
    titles=(
        "Ingénieur logiciel", "Responsable commercial", "Cheffe de projet", "Assistante de direction",
        "Développeur web", "Comptable",
    ),
    employers=("Atelier Dubois SARL", "Société Lumière", "Banque du Rhône", "Hôpital Nord", "Novalis"),
    places=("Lyon, France", "Paris, France", "Genève, Suisse"),
    schools=("Université Lyon 2", "École Centrale de Nantes", "IUT de Rennes"),
    degrees=(("Master", "Informatique"), ("Licence", "Économie"), ("BTS", "Comptabilité")),
    join=" en ",
    bullets=(
        "Mise en place d’un outil de suivi pour trois équipes",
        "Gestion d’un portefeuille de 60 clients",
        ("Réduction des délais de livraison de 30 % grâce à une meilleure coordination entre les ateliers et le "
        "service commercial de la région"),
    ),
    summary="Professionnelle curieuse qui aime les systèmes simples et le travail bien fait avec ses collègues.",
    headings=(
        ("Profil", "À propos"),
        ("Expérience professionnelle", "Expériences", "Parcours professionnel"),
        ("Formation", "Diplômes", "Formation académique"),
        ("Compétences", "Compétences techniques"),
        ("Langues",),
        ("Contact",),
    ),
    months=(
        "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."
    ),
    now="aujourd’hui",
    tongues=("Français (langue maternelle)", "Anglais (courant)"),
)  # fmt: skip

SPANISH = Words(
    names=("Lucía Fernández Gómez", "Javier Ortiz", "María del Mar Ruiz"),
    titles=("Ingeniera de software", "Gerente de ventas", "Auxiliar administrativo", "Desarrollador web"),
    employers=("Grupo Almería S.A.", "Banco del Sur", "Talleres Ruiz", "Solaria"),
    places=("Madrid, España", "Bogotá, Colombia", "Valencia, España"),
    schools=("Universidad de Granada", "Universidad Nacional", "Instituto Tecnológico de Jaén"),
    degrees=(("Grado", "Ingeniería Civil"), ("Máster", "Economía"), ("Licenciatura", "Derecho")),
    join=" en ",
    bullets=(
        "Coordinación de un equipo de ocho personas",
        ("Reducción de los costes de transporte en un 20 % mediante la renegociación de los contratos con los "
        "principales proveedores de la zona"),
        "Atención a más de 50 clientes al mes",
    ),
    summary="Profesional constante a quien le gusta el trabajo en equipo y la mejora continua de los procesos.",
    headings=(
        ("Perfil", "Sobre mí", "Resumen"),
        ("Experiencia laboral", "Experiencia profesional"),
        ("Formación académica", "Educación"),
        ("Habilidades", "Competencias", "Conocimientos"),
        ("Idiomas",),
        ("Contacto",),
    ),
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
    now="actualidad",
    tongues=("Español (nativo)", "Inglés (C1)"),
)  # fmt: skip

ITALIAN = Words(
    names=("Giulia Bianchi", "Marco De Santis"),
    titles=("Sviluppatore software", "Responsabile acquisti", "Impiegata amministrativa", "Ingegnere meccanico"),
    employers=("Officine Verdi S.r.l.", "Banca Toscana", "Gruppo Aurora", "Luminosa"),
    places=("Milano, Italia", "Torino, Italia"),
    schools=("Università di Bologna", "Politecnico di Milano"),
    degrees=(("Laurea magistrale", "Ingegneria Informatica"), ("Laurea triennale", "Economia")),
    join=" in ",
    bullets=(
        "Gestione di un gruppo di sei persone",
        ("Riduzione dei tempi di consegna del 15 % attraverso una migliore pianificazione dei turni e degli acquisti "
        "nei tre stabilimenti"),
    ),
    summary="Persona precisa e curiosa, abituata a lavorare con colleghi di settori e paesi diversi.",
    headings=(
        ("Profilo", "Chi sono"),
        ("Esperienza lavorativa", "Esperienze professionali"),
        ("Istruzione e formazione", "Formazione"),
        ("Competenze", "Competenze tecniche"),
        ("Lingue",),
        ("Contatti",),
    ),
    months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    now="oggi",
    tongues=("Italiano (madrelingua)", "Inglese (B2)"),
)  # fmt: skip

PORTUGUESE = Words(
    names=("João Carvalho", "Ana Beatriz Nunes"),
    titles=("Engenheiro de software", "Coordenadora de projetos", "Analista financeiro", "Assistente administrativo"),
    employers=("Grupo Atlântico", "Banco Lisboa S.A.", "Empresa Sol", "Nauta"),
    places=("Lisboa, Portugal", "São Paulo, Brasil"),
    schools=("Universidade do Porto", "Universidade Federal de Minas Gerais"),
    degrees=(("Mestrado", "Engenharia Informática"), ("Bacharelado", "Administração"), ("Licenciatura", "Física")),
    join=" em ",
    bullets=(
        "Coordenação de uma equipa de dez pessoas",
        ("Redução dos custos de operação em 18 % com a renegociação dos contratos e a melhoria dos processos de "
        "compra em toda a região"),
    ),
    summary="Profissional dedicado que gosta de trabalhar em equipa e de melhorar os processos do dia a dia.",
    headings=(
        ("Perfil", "Sobre mim", "Resumo"),
        ("Experiência profissional", "Experiência"),
        ("Formação académica", "Educação", "Formação"),
        ("Competências", "Habilidades"),
        ("Idiomas",),
        ("Contacto",),
    ),
    months=("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    now="atual",
    tongues=("Português (nativo)", "Inglês (fluente)"),
)  # fmt: skip

DUTCH = Words(
    names=("Sanne de Vries", "Pieter van den Berg"),
    titles=("Softwareontwikkelaar", "Projectleider", "Medewerker klantenservice", "Adviseur duurzaamheid"),
    employers=("Waterland BV", "Gemeente Utrecht", "Stichting Noord", "Van Dam Bouw"),
    places=("Utrecht, Nederland", "Gent, België"),
    schools=("Universiteit Leiden", "Hogeschool Utrecht"),
    degrees=(("Bachelor", "Bedrijfskunde"), ("Master", "Informatica")),
    join=" ",
    bullets=(
        "Begeleiding van vier nieuwe collega’s",
        ("Verlaging van de kosten met 12 % door betere afspraken met leveranciers en een eenvoudiger proces voor het "
        "hele team"),
    ),
    summary="Nieuwsgierige collega die graag met anderen werkt aan eenvoudige en goede oplossingen voor iedereen.",
    headings=(
        ("Profiel", "Over mij"),
        ("Werkervaring",),
        ("Opleiding", "Opleidingen"),
        ("Vaardigheden", "Competenties"),
        ("Talen",),
        ("Contact",),
    ),
    months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    now="heden",
    tongues=("Nederlands (moedertaal)", "Engels (vloeiend)"),
)  # fmt: skip

TONGUES = (ENGLISH, ENGLISH, ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH)


def person(chance: Random) -> Person:
    """Somebody nobody has met."""
    words = chance.choice(TONGUES)
    name = chance.choice(words.names)
    handle = "".join(char for char in name.casefold() if char.isascii() and char.isalpha())
    return Person(
        words,
        name,
        chance.choice(words.titles),
        f"{handle}@example.org",
        chance.choice(("+44 113 496 0000", "+49 30 901820", "(614) 555-0142", "+33 1 99 00 12 34", "0113 496 0101")),
        chance.choice(words.places[:2]),
        f"github.com/{handle}",
        words.summary,
        _jobs(words, chance),
        _schools(words, chance),
        tuple(chance.sample(SKILLS, chance.randint(4, 9))),
        words.tongues,
    )


def _jobs(words: Words, chance: Random) -> tuple[Job, ...]:
    count = chance.randint(1, 4)
    end: tuple[int, int] | None = None if chance.random() < 0.6 else (2024, chance.randint(1, 12))
    begin, out = (end or (2025, 1))[0], []
    employers = chance.sample(words.employers, min(count, len(words.employers)))
    for employer in employers:
        start = (begin - chance.randint(1, 3), chance.randint(1, 12))
        bullets = tuple(chance.sample(words.bullets, chance.randint(1, min(4, len(words.bullets)))))
        out.append(Job(employer, chance.choice(words.titles), chance.choice(words.places), start, end, bullets))
        end = (start[0], max(1, start[1] - 1))
        begin = start[0]
    return tuple(out)


def _schools(words: Words, chance: Random) -> tuple[School, ...]:
    out, end = [], 2014
    for name in chance.sample(words.schools, chance.randint(1, 2)):
        degree, area = chance.choice(words.degrees)
        start = end - chance.randint(2, 4)
        out.append(School(name, degree, area, start, end))
        end = start - chance.randint(0, 1)
    return tuple(out)
