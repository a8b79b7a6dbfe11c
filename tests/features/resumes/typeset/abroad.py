"""Résumés in German, French, Spanish, Chinese and Japanese, of invented people."""

from __future__ import annotations

from careercoach_desktop.features.resumes.model import (
    Certificate,
    Education,
    Interest,
    Language,
    ResumeData,
    Work,
)
from tests.features.resumes.typeset.building import basics, points, skills


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
            summary="Dix ans d’expérience dans l’organisation de salons et de congrès. L’œil sur le budget.",
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
                highlights=points(
                    "搭建销售预测模型，库存成本降低百分之十二。", "带领四人小组，每周向管理层汇报经营数据。"
                ),
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
                name="株式会社みなとペイ", position="シニアエンジニア", location="東京都",
                start="2020-04", current=True,
                highlights=points(
                    "決済基盤を再設計し、障害件数を半分に減らしました。", "新人エンジニア五名の教育を担当しました。"
                ),
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
