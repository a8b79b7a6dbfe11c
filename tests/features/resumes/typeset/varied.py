"""Ten résumés of invented people, as different as résumés are: every template has to carry each of them."""

from __future__ import annotations

from collections.abc import Callable

from careercoach_desktop.features.resumes.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Highlight,
    Interest,
    Language,
    Location,
    Mark,
    Project,
    Publication,
    ResumeData,
    Section,
    Skill,
    Volunteer,
    WebProfile,
    Work,
)


def points(*texts: str) -> list[Highlight]:
    return [Highlight(text=text) for text in texts]


def basics(name: str, label: str, email: str, phone: str, place: str, url: str = "", summary: str = "") -> Basics:
    return Basics(
        name=name, label=label, email=email, phone=phone, location=Location(text=place), url=url, summary=summary
    )


def skills(**groups: str) -> list[Skill]:
    return [Skill(name=name, keywords=words.split("; ")) for name, words in groups.items()]


def student() -> ResumeData:
    """Half a page: one internship, school, a few skills."""
    return ResumeData(
        basics=basics(
            "Priya Nand", "Chemistry student", "priya@nand.example", "+44 161 496 0188", "Salford, United Kingdom"
        ),
        education=[
            Education(
                institution="University of Salford", study_type="BSc", area="Chemistry", start="2024-09", current=True
            ),
            Education(institution="Eccles Sixth Form College", study_type="A levels", start="2022", end="2024"),
        ],
        work=[
            Work(
                name="Irwell Water Laboratory",
                position="Summer intern",
                start="2025-06",
                end="2025-08",
                highlights=points("Titrated 300 river samples.", "Wrote the cleaning checklist the team still uses."),
            )
        ],
        skills=[Skill(name="Titration"), Skill(name="Chromatography"), Skill(name="Python")],
        languages=[Language(language="English", fluency="native"), Language(language="Gujarati", fluency="fluent")],
    )


_JOURNALS = ("Annals of Tidal Research", "Journal of Coastal Physics", "Letters on Estuaries", "Marine Acoustics")
_TOPICS = (
    "Sediment transport in shallow estuaries",
    "Acoustic sensing of suspended silt",
    "Wave damping by salt-marsh vegetation",
    "A tidal clock for harbour operators",
    "Turbulence under breaking swell",
)


def academic() -> ResumeData:
    """Forty publications, teaching, grants: many pages."""
    papers = [
        Publication(
            name=f"{_TOPICS[number % 5]}, part {number + 1}",
            publisher=_JOURNALS[number % 4],
            release_date=f"{2025 - number // 3}-{1 + number % 12:02}",
            url=f"https://doi.example/tide.{1000 + number}",
        )
        for number in range(40)
    ]
    return ResumeData(
        basics=basics(
            "Dr. Maren Oyelaran",
            "Associate Professor of Coastal Physics",
            "m.oyelaran@fjordport.example",
            "+47 21 55 01 90",
            "Bergen, Norway",
            "https://oyelaran.example",
            "Works on how waves, tides and silt shape harbours, with field stations on three coasts.",
        ),
        work=[
            Work(
                name="University of Fjordport",
                position="Associate Professor",
                location="Bergen",
                start="2018-08",
                current=True,
                highlights=points(
                    "Lead a group of nine on coastal turbulence.", "Raised €2.4 million in competitive grants."
                ),
            ),
            Work(
                name="Institute for Marine Acoustics",
                position="Postdoctoral researcher",
                location="Kiel",
                start="2014-02",
                end="2018-07",
                highlights=points("Built a sonar array that maps silt in real time."),
            ),
        ],
        education=[
            Education(
                institution="Delta University", study_type="PhD", area="Physics", start="2010", end="2014",
                location="Delft", highlights=points("Thesis: Damping of long waves by reeds."),
            ),
            Education(institution="University of Ibadan", study_type="MSc", area="Physics", start="2007", end="2009"),
        ],
        publications=papers,
        awards=[Award(title="Young Oceanographer Prize", date="2017", awarder="North Sea Academy")],
        skills=skills(Methods="Spectral analysis; Sonar; Numerical modelling", Software="Python; Fortran; MATLAB"),
        sections=[
            Section(
                title="Teaching",
                highlights=points(
                    "Waves and tides, third year, 60 students, since 2018.",
                    "Measuring at sea, master’s course with a week on board.",
                ),
            )
        ],
        languages=[Language(language="Norwegian", fluency="C1"), Language(language="English", fluency="native")],
    )  # fmt: skip


def german() -> ResumeData:
    return ResumeData(
        language="de",
        basics=basics(
            "Jürgen Weißgerber",
            "Leiter Qualitätssicherung",
            "juergen@weissgerber.example",
            "+49 30 23125 118",
            "Köln, Deutschland",
            summary="Zwölf Jahre Erfahrung in der Fertigung von Messgeräten. Baut Prüfabläufe, die im Alltag halten.",
        ),
        work=[
            Work(
                name="Rheinwerk Messtechnik GmbH",
                position="Leiter Qualitätssicherung",
                location="Köln",
                start="2017-04",
                current=True,
                highlights=points(
                    "Führt ein Team von elf Prüferinnen und Prüfern.",
                    "Senkte die Rückläufer um 38 % durch Erst- und Zweitprüfung an der Linie.",
                    "Führte die elektronische Prüfmittelverwaltung an drei Standorten ein.",
                ),
            ),
            Work(
                name="Bergische Feinmechanik AG",
                position="Prüfingenieur",
                location="Wuppertal",
                start="2013-10",
                end="2017-03",
                highlights=points("Entwickelte 24 Prüfvorschriften für Druckmessumformer."),
            ),
        ],
        education=[
            Education(
                institution="Technische Hochschule Remscheid",
                study_type="Diplom-Ingenieur",
                area="Maschinenbau",
                start="2008",
                end="2013",
            )
        ],
        skills=skills(Prüftechnik="Messsystemanalyse; Kalibrierung; Statistik", Werkzeuge="Minitab; SAP QM; Excel"),
        certificates=[Certificate(name="Auditor ISO 9001", date="2019-05", issuer="Prüfverband West")],
        languages=[
            Language(language="Deutsch", fluency="Muttersprache"),
            Language(language="Englisch", fluency="fließend"),
        ],
        interests=[Interest(name="Orgelmusik"), Interest(name="Wandern")],
    )


def french() -> ResumeData:
    return ResumeData(
        language="fr",
        basics=basics(
            "Éloïse Brûlefert",
            "Cheffe de projet événementiel",
            "eloise@brulefert.example",
            "+33 1 99 00 45 67",
            "Nantes, France",
            summary="Dix ans d’expérience dans l’organisation de salons et de congrès. L’œil sur le budget et l’accueil.",
        ),
        work=[
            Work(
                name="Agence Cœur de Loire",
                position="Cheffe de projet",
                location="Nantes",
                start="2019-02",
                current=True,
                highlights=points(
                    "A piloté 14 congrès de 300 à 2 500 participants.",
                    "A réduit les coûts de location de 18 % grâce à un appel d’offres annuel.",
                ),
            ),
            Work(
                name="Salons Hélène & Fils",
                position="Chargée de production",
                location="Angers",
                start="2015-09",
                end="2019-01",
                highlights=points("A coordonné les équipes techniques de huit salons par an."),
            ),
        ],
        education=[
            Education(
                institution="École des métiers du spectacle",
                study_type="Licence professionnelle",
                area="Production événementielle",
                start="2012",
                end="2015",
            )
        ],
        skills=skills(Gestion="Budgets; Appels d’offres; Planification", Outils="Excel; InDesign"),
        languages=[
            Language(language="Français", fluency="langue maternelle"),
            Language(language="Anglais", fluency="C1"),
        ],
    )


def spanish() -> ResumeData:
    return ResumeData(
        language="es",
        basics=basics(
            "Iñaki Zubieta Peñalver",
            "Ingeniero de obras públicas",
            "inaki@zubieta.example",
            "+34 910 12 34 56",
            "Bilbao, España",
            summary="Quince años en puentes y túneles. Dirige obras con seguridad y dentro de plazo.",
        ),
        work=[
            Work(
                name="Construcciones Urdaibai",
                position="Jefe de obra",
                location="Bilbao",
                start="2016-01",
                current=True,
                highlights=points(
                    "Dirigió la construcción de tres viaductos de más de 400 metros.",
                    "Redujo los accidentes un 60 % con formación semanal en la obra.",
                ),
            ),
            Work(
                name="Estudio Ibáñez",
                position="Ingeniero de proyecto",
                start="2010-06",
                end="2015-12",
                highlights=points("Calculó estructuras para 22 pasarelas peatonales."),
            ),
        ],
        education=[
            Education(
                institution="Universidad del Cantábrico",
                study_type="Grado",
                area="Ingeniería Civil",
                start="2005",
                end="2010",
            )
        ],
        skills=skills(Técnica="Hormigón armado; Geotecnia; Topografía", Programas="AutoCAD; Civil 3D"),
        languages=[Language(language="Español", fluency="nativo"), Language(language="Euskera", fluency="B2")],
    )


def chinese() -> ResumeData:
    return ResumeData(
        language="zh",
        basics=basics(
            "陈晓雯", "数据分析师", "xiaowen@chen.example", "+86 21 5555 0147", "上海", "https://chen.example",
            "六年零售行业数据分析经验，擅长把复杂的数据讲清楚。",
        ),
        work=[
            Work(
                name="海岸零售有限公司", position="高级数据分析师", location="上海", start="2021-03", current=True,
                highlights=points("搭建销售预测模型，库存成本降低百分之十二。", "带领四人小组，每周向管理层汇报经营数据。"),
            ),
            Work(
                name="青木咨询有限公司", position="数据分析师", location="杭州", start="2018-07", end="2021-02",
                highlights=points("为三十家客户制作自动化报表。"),
            ),
        ],
        education=[
            Education(institution="江南理工大学", study_type="本科", area="统计学", start="2014-09", end="2018-06")
        ],
        skills=skills(工具="Python; SQL; Tableau", 方法="回归分析; 实验设计"),
        languages=[Language(language="中文", fluency="母语"), Language(language="英语", fluency="流利")],
    )  # fmt: skip


def japanese() -> ResumeData:
    return ResumeData(
        language="ja",
        basics=basics(
            "田中 美咲", "ソフトウェアエンジニア", "misaki@tanaka.example", "+81 3 5555 0182", "東京都",
            summary="決済システムの開発に七年間従事。読みやすい設計と丁寧なレビューを大切にしています。",
        ),
        work=[
            Work(
                name="株式会社みなとペイ", position="シニアエンジニア", location="東京都", start="2020-04", current=True,
                highlights=points("決済基盤を再設計し、障害件数を半分に減らしました。", "新人エンジニア五名の教育を担当しました。"),
            ),
            Work(
                name="北風システム株式会社", position="エンジニア", location="札幌市", start="2017-04", end="2020-03",
                highlights=points("在庫管理システムの開発を担当しました。"),
            ),
        ],
        education=[
            Education(institution="北海大学", study_type="学士", area="情報工学", start="2013-04", end="2017-03")
        ],
        skills=skills(言語="Go; Java; TypeScript", 基盤="Kubernetes; PostgreSQL"),
        languages=[Language(language="日本語", fluency="ネイティブ"), Language(language="英語", fluency="ビジネス")],
    )  # fmt: skip


def climber() -> ResumeData:
    """Four roles, one after the other, at one employer."""
    roles = [
        ("Director of Operations", "2022-01", None, "Runs 14 depots with 900 staff."),
        ("Head of Fleet", "2018-06", "2021-12", "Replaced 240 diesel vans with electric ones."),
        ("Depot Manager", "2014-03", "2018-05", "Opened the Preston depot on time."),
        ("Dispatcher", "2011-09", "2014-02", "Planned 120 routes a day."),
    ]
    return ResumeData(
        basics=basics(
            "Gwen Tolland", "Operations director", "gwen@tolland.example", "+44 20 7946 0111", "Preston, United Kingdom"
        ),
        work=[
            Work(
                name="Northern Parcel Company",
                position=position,
                location="Preston",
                start=start,
                end=end,
                current=end is None,
                highlights=points(done, "Kept the promise of delivery by noon."),
            )
            for position, start, end, done in roles
        ],
        education=[Education(institution="Preston College", study_type="HND", area="Logistics", end="2011")],
        skills=[Skill(name="Fleet planning"), Skill(name="Budgeting"), Skill(name="Negotiation")],
    )


def wordy() -> ResumeData:
    """Long names, long titles, long addresses, long labels."""
    return ResumeData(
        basics=Basics(
            name="Maximiliane Freifrau von Hohenstein-Wartenberg",
            label="Senior Vice President for International Regulatory Affairs, Market Access and Public Policy",
            email="maximiliane.von.hohenstein-wartenberg@regulatory-affairs.example",
            phone="+49 30 23125 999",
            location=Location(text="Frankfurt am Main, Germany"),
            url="https://hohenstein-wartenberg.example/about/regulatory-affairs",
            profiles=[
                WebProfile(network="LinkedIn", url="https://linkedin.com/in/maximiliane-von-hohenstein-wartenberg")
            ],
        ),
        work=[
            Work(
                name="Consolidated European Pharmaceutical Distribution and Logistics Holding",
                position="Senior Vice President, International Regulatory Affairs and Market Access",
                location="Frankfurt am Main",
                start="2019-09",
                current=True,
                highlights=points(
                    "Coordinated the approval of 31 medicines in eleven countries, including the negotiation of labels, "
                    "leaflets and risk-management plans with every national authority involved, and reported to the board.",
                    "Cut the average time from filing to approval from 19 to 13 months.",
                ),
            ),
            Work(
                name="Interdisciplinary Institute for Pharmaceutical Governance",
                position="Head of the Department of Comparative Approval Procedures",
                location="Brussels",
                start="2012-02",
                end="2019-08",
                highlights=points("Compared the procedures of 27 authorities in a handbook of 480 pages."),
            ),
        ],
        education=[
            Education(
                institution="Rhenish University of Applied Pharmaceutical Sciences",
                study_type="Doctorate",
                area="Pharmaceutical Law and Regulatory Science",
                start="2008",
                end="2012",
            )
        ],
        skills=[
            Skill(
                name="Regulatory strategy and public affairs",
                keywords=["Centralised procedures", "Risk-management plans", "Health technology assessment"],
            ),
            Skill(name="Leadership", keywords=["Board reporting", "Teams in several countries"]),
        ],
    )


def emphatic() -> ResumeData:
    """Bold, italic and linked words inside bullets, a volunteer post, a section of one's own, projects."""
    bold = Highlight(
        text="Cut waiting time from 40 to 12 minutes in one winter.", marks=[Mark(start=0, end=16, bold=True)]
    )
    link = Highlight(
        text="Wrote the open handbook that nine clinics follow.",
        marks=[Mark(start=10, end=23, url="https://handbook.example"), Mark(start=29, end=40, italic=True)],
    )
    return ResumeData(
        basics=basics(
            "Tomasz Wrzos", "Clinic manager", "tomasz@wrzos.example", "+48 22 555 01 23", "Gdańsk, Poland",
            "https://wrzos.example",
        ),
        work=[
            Work(
                name="Clinic on the Quay", position="Clinic manager", location="Gdańsk", start="2018-05", current=True,
                highlights=[bold, link],
            )
        ],
        projects=[
            Project(
                name="Open Handbook", description="A free handbook for running small clinics.",
                url="https://handbook.example", start="2020", end="2022",
                highlights=points("Translated into four languages."),
            )
        ],
        education=[Education(institution="Baltic School of Management", study_type="MBA", start="2014", end="2016")],
        skills=[Skill(name="Rostering"), Skill(name="Budgeting"), Skill(name="Triage")],
        volunteer=[
            Volunteer(
                organization="Harbour Rescue", position="First-aider", start="2019", current=True,
                highlights=points("On call two weekends a month."),
            )
        ],
        sections=[
            Section(title="Memberships", highlights=points("Polish Society of Clinic Managers", "Sailing Club Gdańsk"))
        ],
    )  # fmt: skip


VARIED: dict[str, Callable[[], ResumeData]] = {
    made.__name__: made
    for made in (
        student, academic, german, french, spanish, chinese, japanese, climber, wordy, emphatic,
    )
}  # fmt: skip
