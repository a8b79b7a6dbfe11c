"""Builds the sample résumés' PDF and DOCX files from their JSON: ``python packaging/sample_data.py``.

The layouts are on purpose not those of our templates: they stand for what people bring along. Lena's is the one-column
page a word processor makes, Camille's has a coloured column at the side. The files are part of the repository; this
script is only needed when the JSON changes.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import typst
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "sample"
WHEN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "de": [f"{number:02}" for number in range(1, 13)],
}

LENA = r"""
#let me = json(bytes(sys.inputs.me))
#let accent = rgb("#5442c9")
#set document(title: "Lena Marsh, résumé", author: "Lena Marsh", date: none)
#set page(paper: "a4", margin: (x: 2.1cm, y: 2cm))
#set text(font: "Inter", size: 10pt, lang: "en", hyphenate: false, features: (calt: 0), ligatures: false)
#set par(leading: 0.62em, spacing: 0.75em)
#set list(marker: "•", indent: 3pt, body-indent: 8pt, spacing: 0.72em)
#let part(title) = block(above: 1.5em, below: 0.75em, sticky: true, width: 100%, inset: (bottom: 4pt),
  stroke: (bottom: 0.5pt + luma(190)),
  text(size: 9.5pt, weight: 600, fill: accent, tracking: 0.05em, upper(title)))
#let entry(first, second, when) = block(above: 1.25em, below: 0.7em, sticky: true, {
  strong(first)
  if second != "" [ --- #second]
  h(1fr)
  when
})
#show strong: set text(weight: 600)
#text(size: 20pt, weight: 600, me.basics.name)
#v(-3pt)
#(me.basics.label, me.place, me.basics.email, me.basics.phone).join(" · ") \
#(me.basics.url, me.basics.profiles.at(0).url).map(a => a.replace("https://", "")).join(" · ")
#part("Profile")
#me.basics.summary
#part("Experience")
#for w in me.work {
  entry(w.name, w.position, w.when)
  if "summary" in w { block(above: 0.6em, below: 0.7em, sticky: true, emph(w.summary)) }
  list(..w.highlights)
}
#part("Projects")
#for p in me.projects {
  entry(p.name, "", p.when)
  if "description" in p {
    block(above: 0.6em, below: 0.7em, sticky: true, p.description + " " + p.url.replace("https://", ""))
  }
  list(..p.highlights)
}
#part("Education")
#for e in me.education {
  entry(e.institution, e.studyType + " " + e.area + ", " + e.score, e.when)
  list("Courses: " + e.courses.join(", "))
}
#part("Skills")
#for s in me.skills [#strong(s.name + ":") #s.keywords.join(", ") \ ]
#part("Certificates")
#for c in me.certificates { entry(c.name, c.issuer, c.when) }
#part("Talks")
#for p in me.publications { entry(p.name, p.publisher, p.when); p.summary }
#part("Volunteering")
#for v in me.volunteer { entry(v.organization, v.position, v.when); list(..v.highlights) }
#part("Languages")
#me.languages.map(l => l.language + " (" + l.fluency + ")").join(", ")
#part("Interests")
#me.interests.map(i => i.name).join(", ")
"""

CAMILLE = r"""
#let me = json(bytes(sys.inputs.me))
#let green = rgb("#2f5d50")
#set document(title: "Lebenslauf Camille Bergmann", author: "Camille Bergmann", date: none)
#set page(paper: "a4", margin: 0pt)
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "de", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.7em)
#set list(marker: "–", body-indent: 6pt, spacing: 0.62em)
#let side-part(title) = block(above: 1.7em, below: 0.7em, text(fill: white, weight: "bold", size: 11.5pt, title))
#let part(title) = block(above: 1.6em, below: 0.8em, text(fill: green, weight: "bold", size: 13.5pt, title))
#grid(columns: (6.3cm, 1fr), rows: 100%,
  block(fill: green, height: 100%, width: 100%, inset: (x: 0.8cm, y: 1.6cm), {
    set text(fill: white)
    side-part("Kontakt")
    [#me.place \ #me.basics.phone \ #me.basics.email]
    side-part("Kenntnisse")
    for s in me.skills { block(below: 0.9em, [#strong(s.name) \ #s.keywords.join([ \ ])]) }
    side-part("Sprachen")
    me.languages.map(l => l.language + ": " + l.fluency).join([ \ ])
    side-part("Interessen")
    me.interests.map(i => i.name).join([ \ ])
  }),
  block(inset: (x: 1cm, y: 1.6cm), {
    text(size: 25pt, weight: "bold", fill: green, me.basics.name)
    v(-0.5em)
    text(size: 11.5pt, style: "italic", me.basics.label)
    part("Profil")
    me.basics.summary
    part("Berufserfahrung")
    for w in me.work {
      block(above: 1.1em, below: 0.6em, sticky: true,
        [#strong(w.position) \ #w.name, #w.location #h(1fr) #emph(w.when)])
      list(..w.highlights)
    }
    part("Ausbildung")
    for e in me.education {
      block(above: 1em, [#strong((e.studyType, e.area).join(" ")) \
        #e.institution#if "score" in e [, Note #e.score] #h(1fr) #emph(e.when)])
    }
    part("Zertifikate")
    for c in me.certificates { block(above: 0.7em, [#c.name, #c.issuer #h(1fr) #emph(c.when)]) }
  }),
)
"""


def main() -> None:
    """Write every file anew."""
    lena = prepared("lena-marsh", "en", "Leeds, UK")
    camille = prepared("camille-bergmann", "de", "79098 Freiburg im Breisgau")
    write("lena-marsh.pdf", pdf(LENA, lena))
    write("lena-marsh.docx", lena_docx(lena))
    write("camille-bergmann.pdf", pdf(CAMILLE, camille))
    write("camille-bergmann.docx", camille_docx(camille))


def write(name: str, data: bytes) -> None:
    (SAMPLES / name).write_bytes(data)
    print(f"{name}: {len(data) / 1024:.0f} KB")


def prepared(name: str, language: str, place: str) -> dict[str, Any]:
    """The JSON résumé with its dates in words, as its owner would have typed them."""
    person: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    person["place"] = place
    for part in ("work", "projects", "education", "certificates", "publications", "volunteer"):
        for entry in person.get(part, []):
            entry["when"] = when(entry, language)
    return person


def when(entry: dict[str, str], language: str) -> str:
    if single := entry.get("date") or entry.get("releaseDate"):
        return month(single, language)
    start, end = entry["startDate"], entry.get("endDate", "")
    if not end:
        return f"{month(start, language)} – {'present' if language == 'en' else 'heute'}"
    if len(end) == 4 and language == "en" and "position" in entry:
        end = end[2:]  # people write 2018 – 19, and the reader has to say that it guessed
    return f"{month(start, language)} – {month(end, language)}"


def month(value: str, language: str) -> str:
    if len(value) < 7:
        return value
    word = MONTHS[language][int(value[5:7]) - 1]
    return f"{word}.{value[:4]}" if language == "de" else f"{word} {value[:4]}"


def pdf(source: str, person: dict[str, Any]) -> bytes:
    made = typst.compile(
        source.encode(),
        font_paths=[ROOT / "resources" / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"me": json.dumps(person)},
        timestamp=WHEN,
    )
    assert isinstance(made, bytes)
    return made


def lena_docx(me: dict[str, Any]) -> bytes:
    """What a word processor's own résumé looks like: Title, Heading 1, bold first words, tab to the date."""
    document = new_document(me, "Calibri", 11)
    document.add_paragraph(me["basics"]["name"], style="Title")
    basics = me["basics"]
    links = " | ".join(address.removeprefix("https://") for address in (basics["url"], basics["profiles"][0]["url"]))
    document.add_paragraph(f"{basics['label']} | {me['place']} | {basics['email']} | {basics['phone']} | {links}")
    document.add_heading("Profile", 1)
    document.add_paragraph(basics["summary"])
    document.add_heading("Experience", 1)
    for work in me["work"]:
        dated(
            document,
            f"{work['position']}, {work['name']}, {work['location']}"
            if "location" in work
            else f"{work['position']}, {work['name']}",
            work["when"],
        )
        for bullet in work["highlights"]:
            document.add_paragraph(bullet, style="List Bullet")
    lena_projects(document, me)
    document.add_heading("Education", 1)
    for study in me["education"]:
        dated(
            document, f"{study['studyType']} {study['area']} ({study['score']}), {study['institution']}", study["when"]
        )
    document.add_heading("Skills", 1)
    for group in me["skills"]:
        document.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    document.add_heading("Certificates", 1)
    for certificate in me["certificates"]:
        dated(document, f"{certificate['name']}, {certificate['issuer']}", certificate["when"])
    document.add_heading("Talks", 1)
    for talk in me["publications"]:
        dated(document, f"{talk['name']}, {talk['publisher']}", talk["when"])
        document.add_paragraph(talk["summary"])
    document.add_heading("Volunteering", 1)
    for service in me["volunteer"]:
        dated(document, f"{service['position']}, {service['organization']}", service["when"])
        for bullet in service["highlights"]:
            document.add_paragraph(bullet, style="List Bullet")
    document.add_heading("Languages", 1)
    document.add_paragraph(", ".join(f"{each['language']} ({each['fluency']})" for each in me["languages"]))
    document.add_heading("Interests", 1)
    document.add_paragraph(", ".join(each["name"] for each in me["interests"]))
    return saved(document)


def lena_projects(document: Any, me: dict[str, Any]) -> None:
    document.add_heading("Projects", 1)
    for project in me["projects"]:
        dated(document, project["name"], project["when"])
        if "description" in project:
            document.add_paragraph(project["description"])
        for bullet in project["highlights"]:
            document.add_paragraph(bullet, style="List Bullet")


def camille_docx(me: dict[str, Any]) -> bytes:
    """The German tabular form: a borderless table, dates in the left column."""
    document = new_document(me, "Arial", 10.5)
    document.add_heading("Lebenslauf", 0)
    basics = me["basics"]
    table = document.add_table(rows=0, cols=2)
    rows = [
        ("Name", basics["name"]),
        ("Beruf", basics["label"]),
        ("Wohnort", me["place"]),
        ("Telefon", basics["phone"]),
        ("E-Mail", basics["email"]),
    ]
    for label, value in rows:
        table_row(table, label, [value])
    document.add_heading("Profil", 1)
    document.add_paragraph(basics["summary"])
    for title, part in (("Berufserfahrung", "work"), ("Ausbildung", "education"), ("Zertifikate", "certificates")):
        document.add_heading(title, 1)
        table = document.add_table(rows=0, cols=2)
        for entry in me[part]:
            table_row(table, entry["when"], described(entry), bold_first=part != "certificates")
    document.add_heading("Kenntnisse", 1)
    for group in me["skills"]:
        document.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    document.add_heading("Sprachen", 1)
    document.add_paragraph(", ".join(f"{each['language']} ({each['fluency']})" for each in me["languages"]))
    document.add_heading("Interessen", 1)
    document.add_paragraph(", ".join(each["name"] for each in me["interests"]))
    return saved(document)


def described(entry: dict[str, Any]) -> list[str]:
    if "position" in entry:
        return [
            entry["position"],
            f"{entry['name']}, {entry['location']}",
            *(f"• {each}" for each in entry["highlights"]),
        ]
    if "institution" in entry:
        grade = f", Note {entry['score']}" if "score" in entry else ""
        return [f"{entry['studyType']} {entry['area']}", f"{entry['institution']}{grade}"]
    return [f"{entry['name']}, {entry['issuer']}"]


def new_document(me: dict[str, Any], font: str, size: float) -> Any:
    document = docx.Document()
    document.core_properties.author = me["basics"]["name"]
    document.core_properties.title = ""
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = WHEN.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(4)
    for style in ("Title", "Heading 1"):
        fonts = document.styles[style].element.rPr.rFonts
        for theme in list(fonts.attrib):  # theme fonts would win over the name below
            del fonts.attrib[theme]
        document.styles[style].font.name = font
        document.styles[style].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    return document


def dated(document: Any, text: str, when_text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.4), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True
    paragraph.add_run("\t" + when_text)


def table_row(table: Any, left: str, right: list[str], *, bold_first: bool = False) -> None:
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(4.2), Cm(12.2)
    cells = table.add_row().cells
    cells[0].width, cells[1].width = Cm(4.2), Cm(12.2)
    cells[0].text = left
    cells[1].text = right[0]
    if bold_first:
        cells[1].paragraphs[0].runs[0].bold = True
    for line in right[1:]:
        cells[1].add_paragraph(line)
    keep_together = OxmlElement("w:cantSplit")
    table.rows[-1]._tr.get_or_add_trPr().append(keep_together)  # noqa: SLF001  python-docx has no row options


def saved(document: Any) -> bytes:
    """The bytes, the same each time: a DOCX is a ZIP and would carry the time of the day otherwise."""
    stream, still = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as package:
        for name in made.namelist():
            package.writestr(zipfile.ZipInfo(name, WHEN.timetuple()[:6]), made.read(name), zipfile.ZIP_DEFLATED)
    return still.getvalue()


if __name__ == "__main__":
    main()
