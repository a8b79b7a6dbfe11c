"""The Word file: the same words as the PDF, in styles a person can work with."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from careercoach_desktop.features.resumes.model import Basics, Highlight, Mark, ResumeData, ResumeStyle, Section
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_docx
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.word_styles import LOOKS

from .samples import AWKWARD, awkward, everything, sample, short, styled
from .test_pdf import said_by

NAMES = [template.name for template in TEMPLATES]


def opened(data: ResumeData, template: str = "modern", **options: str) -> Any:
    return docx.Document(io.BytesIO(typeset_docx(data, styled(template, **options))))


def in_style(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("data", [sample("lena-marsh"), everything(), short(), awkward()], ids=lambda d: d.basics.name)
def test_it_says_all_of_the_sheet(template: str, data: ResumeData) -> None:
    text = "\n".join(paragraph.text for paragraph in opened(data, template).paragraphs)
    sheet = compose(data)
    expected = [sheet.name.text, sheet.label.text, *(item.text for item in sheet.contact)]
    for section in sheet.sections:
        expected += [section.title.text, *said_by(section)[1:]]
    assert [part for part in expected if part not in text] == []


def test_headings_and_bullets_are_styles_not_looks() -> None:
    document = opened(sample("lena-marsh"))
    assert in_style(document, "Title") == ["Lena Marsh"]
    assert in_style(document, "Heading 1")[:3] == ["Summary", "Experience", "Projects"]
    assert in_style(document, "Heading 2")[0] == "Brightwater\tMar 2022 – present"
    assert in_style(document, "List Bullet")[0].startswith("Migrated 140 jobs")
    assert in_style(document, "Heading 3")[0] == "Data Engineer\tLeeds"
    assert document.styles["Heading 2"].paragraph_format.keep_with_next
    assert document.styles["Heading 3"].paragraph_format.keep_with_next
    assert document.tables == []


@pytest.mark.parametrize(("paper", "width_cm"), [("a4", 21.0), ("letter", 21.59)])
def test_dates_stand_at_a_right_tab_at_the_edge_of_the_text(paper: str, width_cm: float) -> None:
    document = opened(everything(), paper=paper)
    section = document.sections[0]
    assert round(section.page_width.cm, 2) == width_cm
    (stop,) = document.styles["Heading 2"].paragraph_format.tab_stops
    assert stop.position == section.page_width - section.left_margin - section.right_margin


def test_contact_data_can_be_followed() -> None:
    document = opened(everything())
    targets = {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert {"mailto:odile@ferrand.example", "tel:+33199001234", "https://www.ferrand.example/"} <= targets
    linked = [link.text for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert "odile@ferrand.example" in linked


def test_the_document_knows_its_author_language_and_age() -> None:
    document = opened(sample("camille-bergmann"), "classic")
    properties = document.core_properties
    assert properties.author == "Camille Bergmann"
    assert properties.title.startswith("Camille Bergmann – Fachkrankenpflegerin")
    assert properties.comments == ""
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "de"
    mode = document.settings.element.find(f".//{qn('w:compatSetting')}")
    assert mode.get(qn("w:val")) == "15"


def test_the_second_page_says_whose_it_is() -> None:
    section = opened(sample("lena-marsh")).sections[0]
    assert section.different_first_page_header_footer
    assert section.footer.paragraphs[0].text.startswith("Lena Marsh · ")
    assert section.first_page_footer.paragraphs[0].text == ""
    assert " PAGE " in section.footer._element.xml


def test_headings_carry_the_accent_colour() -> None:
    colour = opened(short(), accent="#0A7A50").styles["Heading 1"].font.color.rgb
    assert str(colour) == "0A7A50"


def test_no_theme_font_overrules_ours() -> None:
    styles = opened(short(), "classic").styles
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2"):
        fonts = styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:ascii")) == "Cambria"
        assert not [attribute for attribute in fonts.attrib if "Theme" in attribute]


def test_what_was_typed_stays_text() -> None:
    data = ResumeData(basics=Basics(name="A & B <w:br/>", summary=AWKWARD + " \x00\x0b]]> &lt;"))
    document = opened(data)
    assert in_style(document, "Title") == ["A & B <w:br/>"]
    assert in_style(document, "Normal") == [f"{AWKWARD} ]]> &lt;"]


def test_every_part_of_the_package_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(typeset_docx(everything(), styled()))) as package:
        assert package.testzip() is None
        xml = package.read("word/styles.xml").decode()
    for style in re.findall(r'<w:style [^>]*w:styleId="(?:Title|Heading1)".*?</w:style>', xml, re.DOTALL):
        properties = re.findall(r"<w:rPr>(.*?)</w:rPr>", style, re.DOTALL)[0]
        order = [
            tag
            for tag in re.findall(r"<w:(\w+)", properties)
            if tag in {"rFonts", "b", "caps", "color", "spacing", "sz"}
        ]
        assert order == [tag for tag in ("rFonts", "b", "caps", "color", "spacing", "sz") if tag in order]


def test_the_function_travels_to_the_child_process() -> None:
    assert pickle.loads(pickle.dumps(typeset_docx)) is typeset_docx


def test_unknown_options_are_refused() -> None:
    with pytest.raises(ValueError, match="template"):
        typeset_docx(short(), styled("fancy"))


def test_emphasis_and_links_inside_a_bullet_are_those_of_word() -> None:
    data = short()
    marks = [Mark(start=0, end=3, bold=True), Mark(start=8, end=13, italic=True, url="https://close.example")]
    data.sections = [Section(title="Talks", highlights=[Highlight(text="Cut the close in three days", marks=marks)])]
    (bullet,) = [each for each in opened(data).paragraphs if each.style.name == "List Bullet"]
    assert [(run.text, run.bold, run.italic) for run in bullet.runs] == [
        ("Cut", True, None),
        (" the ", None, None),
        (" in three days", None, None),
    ]
    (link,) = bullet.hyperlinks
    assert (link.address, link.text, link.runs[0].italic) == ("https://close.example", "close", True)
    assert bullet.text == "Cut the close in three days"


@pytest.mark.parametrize("template", NAMES)
def test_every_template_has_its_look_in_word(template: str) -> None:
    assert template in LOOKS
    styles = opened(short(), template).styles
    assert styles["Title"].font.size > styles["Normal"].font.size


def test_the_font_can_be_chosen() -> None:
    styles = opened(short(), "classic", font="Georgia").styles
    assert {styles[name].font.name for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3")} == {
        "Georgia"
    }


def test_one_page_makes_everything_a_little_tighter() -> None:
    usual, tight = (
        docx.Document(io.BytesIO(typeset_docx(sample("lena-marsh"), ResumeStyle(one_page=wanted))))
        for wanted in (False, True)
    )
    assert tight.styles["Normal"].font.size < usual.styles["Normal"].font.size
    assert tight.sections[0].left_margin < usual.sections[0].left_margin
    heading = "Heading 1"
    assert tight.styles[heading].paragraph_format.space_before < usual.styles[heading].paragraph_format.space_before


@pytest.mark.parametrize(
    ("language", "named", "font"), [("ja", "ja-JP", "Yu Gothic"), ("zh", "zh-CN", "Microsoft YaHei")]
)
def test_east_asian_letters_have_a_font_and_a_language(language: str, named: str, font: str) -> None:
    data = ResumeData(basics=Basics(name="王小明"), language=language)
    styles = opened(data).styles
    lang = styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert lang.get(qn("w:eastAsia")) == named
    fonts = styles["Title"].element.rPr.rFonts
    assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii"))) == (font, "Calibri")
