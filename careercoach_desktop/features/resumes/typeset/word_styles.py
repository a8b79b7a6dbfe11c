"""How each template looks in Word: real, named styles that a person can change once for the whole document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor

_PAPERS = {"a4": (Cm(21), Cm(29.7)), "letter": (Emu(7772400), Emu(10058400))}


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points, margins in centimetres. ``font`` is one that Word has and LibreOffice has a twin of."""

    font: str
    size: float
    name_size: float
    name_bold: bool
    centred: bool
    italic_roles: bool
    grey: str
    heading_size: float
    margin: float
    skill_column: float
    """Where the values of a skills row start; 0 sets them behind their label."""
    separator: str
    """Between the items of the contact line."""
    behind: str
    """Between a title and what stands behind it on the same line."""
    vivid: bool
    """Whether headings and bullets carry the full accent, or the accent mixed with ink."""


LOOKS = {
    "modern": Look(
        font="Calibri",
        size=10.5,
        name_size=24,
        name_bold=True,
        centred=False,
        italic_roles=False,
        grey="5A5867",
        heading_size=9.5,
        margin=2.1,
        skill_column=3.4,
        separator="  ·  ",
        behind="  ·  ",
        vivid=True,
    ),
    "classic": Look(
        font="Cambria",
        size=10.5,
        name_size=24,
        name_bold=False,
        centred=True,
        italic_roles=True,
        grey="4D4D4D",
        heading_size=10,
        margin=2.3,
        skill_column=0,
        separator="  ·  ",
        behind=", ",
        vivid=False,
    ),
}


def apply(document: Any, look: Look, *, paper: str, accent: str, language: str) -> int:
    """Set page and styles of a new ``docx`` document; returns the width of the text in EMU."""
    width = _page(document, look, paper)
    _language(document, language)
    _normal(document, look)
    _names(document, look)
    colour = accent.lstrip("#").upper() if look.vivid else _toned_down(accent)
    _headings(document, look, colour, width)
    _lines(document, look, width)
    _bullets(document, colour if look.vivid else "1C1B22")
    return width


def _toned_down(accent: str) -> str:
    """Half accent, half ink, as the Typst template mixes it."""
    return "".join(f"{(int(accent[at : at + 2], 16) + 0x1A) // 2:02X}" for at in (1, 3, 5))


def _page(document: Any, look: Look, paper: str) -> int:
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin = section.right_margin = Cm(look.margin)
    section.top_margin = section.bottom_margin = Cm(1.9)
    section.footer_distance = Cm(0.9)
    return int(section.page_width - section.left_margin - section.right_margin)


def _language(document: Any, language: str) -> None:
    """The proofing language of the whole document: red waves under a German résumé help nobody."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    tag = defaults.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        defaults.append(tag)
    tag.set(qn("w:val"), language)


def set_font(style: Any, font: str, size: float, *, bold: bool, italic: bool = False, colour: str = "1C1B22") -> None:
    """Name the font outright: theme fonts, which Word prefers, are removed."""
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), font)


def _space(style: Any, before: float, after: float, *, line: float = 1.08, keep: bool = False) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = line
    layout.keep_with_next = keep
    layout.widow_control = True


def _normal(document: Any, look: Look) -> None:
    set_font(document.styles["Normal"], look.font, look.size, bold=False)
    _space(document.styles["Normal"], 0, 2)


def _names(document: Any, look: Look) -> None:
    aligned = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT
    title, subtitle = document.styles["Title"], document.styles["Subtitle"]
    set_font(title, look.font, look.name_size, bold=look.name_bold)
    set_font(subtitle, look.font, look.size + 1, bold=False, italic=look.italic_roles, colour=look.grey)
    _space(title, 0, 2, line=1)
    _space(subtitle, 0, 3)
    contact = _new(document, "Contact")
    set_font(contact, look.font, look.size - 0.5, bold=False, colour=look.grey)
    _space(contact, 0, 2)
    for style in (title, subtitle, contact):
        style.paragraph_format.alignment = aligned
        for unwanted in ("w:pBdr", "w:numPr", "w:contextualSpacing"):
            for tag in style.element.get_or_add_pPr().findall(qn(unwanted)):
                tag.getparent().remove(tag)
    for style in (title, subtitle):
        for unwanted in ("w:spacing", "w:kern"):
            for tag in style.element.rPr.findall(qn(unwanted)):
                tag.getparent().remove(tag)


def _headings(document: Any, look: Look, colour: str, width: int) -> None:
    first, second = document.styles["Heading 1"], document.styles["Heading 2"]
    set_font(first, look.font, look.heading_size, bold=True, colour=colour)
    first.font.all_caps = True
    _letter_spacing(first, 14)
    _space(first, 13, 5, keep=True)
    _rule_below(first, "DCDCE4" if look.vivid else "B9B7C4")
    set_font(second, look.font, look.size, bold=True)
    _space(second, 7, 0, keep=True)
    second.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)


def _lines(document: Any, look: Look, width: int) -> None:
    role = _new(document, "Role and Place")
    set_font(role, look.font, look.size, bold=False, italic=look.italic_roles, colour=look.grey)
    _space(role, 0, 2, keep=True)
    role.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
    row = _new(document, "Skills Row")
    set_font(row, look.font, look.size, bold=False)
    _space(row, 0, 2)
    indent = Cm(look.skill_column) if look.skill_column else Cm(0.5)
    row.paragraph_format.left_indent, row.paragraph_format.first_line_indent = indent, -indent
    if look.skill_column:
        row.paragraph_format.tab_stops.add_tab_stop(indent)
    aside = document.styles.add_style("Date", WD_STYLE_TYPE.CHARACTER)
    aside.font.bold = False
    aside.font.color.rgb = RGBColor.from_string(look.grey)


def _bullets(document: Any, colour: str) -> None:
    style = document.styles["List Bullet"]
    _space(style, 0, 2)
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.5), Cm(-0.5)
    for tag in style.element.pPr.findall(qn("w:contextualSpacing")):
        style.element.pPr.remove(tag)
    level = _list_level(document, style)
    look = level.find(qn("w:rPr"))
    tag = OxmlElement("w:color")
    tag.set(qn("w:val"), colour)
    look.append(tag)
    for tag in level.findall(qn("w:pPr")):
        level.remove(tag)


def _list_level(document: Any, style: Any) -> Any:
    """The first level of the numbering a list style uses."""
    numbering = document.part.numbering_part.element
    number = style.element.pPr.numPr.numId.val
    used = next(num for num in numbering.num_lst if num.numId == number)
    for outline in numbering.findall(qn("w:abstractNum")):
        if outline.get(qn("w:abstractNumId")) == str(used.abstractNumId.val):
            return outline.find(qn("w:lvl"))
    raise LookupError("the list style has no numbering")


def _new(document: Any, name: str) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def _letter_spacing(style: Any, twentieths: int) -> None:
    tag = OxmlElement("w:spacing")
    tag.set(qn("w:val"), str(twentieths))
    style.element.rPr.insert_element_before(tag, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u")


def _rule_below(style: Any, colour: str) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "3"), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    layout = style.element.get_or_add_pPr()
    layout.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
