"""How each template looks in Word: real, named styles that a person can change once for the whole document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor

from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.colours import legible, upon

_INK = "1C1B22"
_PAPERS = {"a4": (Cm(21), Cm(29.7)), "letter": (Emu(7772400), Emu(10058400))}


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points, margins in centimetres. ``font`` is one that Word has and LibreOffice has a twin of."""

    font: str = "Calibri"
    size: float = 10.5
    name_size: float = 24
    name_bold: bool = True
    name_in_accent: bool = False
    band: bool = False
    """Whether name, title and contact data stand on the accent."""
    centred: bool = False
    italic_roles: bool = False
    grey: str = "5A5867"
    heading_size: float = 9.5
    capitals: bool = True
    """Whether section headings are set in capitals, a little apart."""
    margin: float = 2.1
    skill_column: float = 3.4
    """Where the values of a skills row start; 0 sets them behind their label."""
    separator: str = "  ·  "
    """Between the items of the contact line."""
    behind: str = "  ·  "
    """Between a title and what stands behind it on the same line."""
    vivid: bool = True
    """Whether headings and bullets carry the full accent, or the accent mixed with ink."""
    ink_only: bool = False
    """Whether nothing at all is coloured."""
    air: float = 1.0
    """What the usual gaps between paragraphs are multiplied with."""


_CLASSIC = Look(
    font="Cambria",
    name_bold=False,
    centred=True,
    italic_roles=True,
    grey="4D4D4D",
    heading_size=10,
    margin=2.3,
    skill_column=0,
    behind=", ",
    vivid=False,
)
LOOKS = {
    "modern": Look(),
    "classic": _CLASSIC,
    "compact": Look(size=9.5, name_size=19, heading_size=9, margin=1.7, skill_column=3.1, air=0.7),
    "academic": replace(_CLASSIC, name_size=20, centred=False, heading_size=11, capitals=False, ink_only=True),
    "sidebar": Look(name_in_accent=True),
    "timeline": Look(name_size=22, heading_size=10),
    "serif": replace(_CLASSIC, name_size=30, centred=False, vivid=True, heading_size=11.5, capitals=False),
    "accent": Look(name_size=26, band=True, heading_size=10),
}
"""One for every template. Those that are drawn (columns, bands, lines) have the nearest look that Word keeps when the
person goes on writing: no tables, no text boxes, nothing an applicant system trips over."""

_TIGHTER = 0.7
_EAST_ASIAN = {
    "zh": ("zh-CN", "Microsoft YaHei", "SimSun"),
    "ja": ("ja-JP", "Yu Gothic", "Yu Mincho"),
    "ko": ("ko-KR", "Malgun Gothic", "Batang"),
}
"""Language → Word's name for it, and its fonts without and with serifs."""


def look_for(style: ResumeStyle) -> Look:
    """The look of the style's template, in its font. One page is a wish here: only Word knows where its pages end, so
    everything moves together as far as it stays comfortable."""
    look = LOOKS[style.template]
    if style.font:
        look = replace(look, font=style.font)
    if style.one_page:
        look = replace(look, size=look.size - 0.5, margin=look.margin - 0.4, air=look.air * _TIGHTER)
    return look


def apply(document: Any, look: Look, *, paper: str, accent: str, language: str) -> int:
    """Set page and styles of a new ``docx`` document; returns the width of the text in EMU."""
    width = _page(document, look, paper)
    _language(document, language)
    _normal(document, look)
    colour = _INK if look.ink_only else legible(accent).lstrip("#") if look.vivid else _toned_down(accent)
    _names(document, look, colour)
    if look.band:
        _band(document, accent)
    _headings(document, look, colour, width)
    _lines(document, look)
    _bullets(document, look, colour if look.vivid else _INK)
    _east_asian(document, look, language)
    return width


def _toned_down(accent: str) -> str:
    """Half accent, half ink, as the Typst template mixes it."""
    mixed = "".join(f"{(int(accent[at : at + 2], 16) + 0x1A) // 2:02X}" for at in (1, 3, 5))
    return legible(f"#{mixed}").lstrip("#")


def _page(document: Any, look: Look, paper: str) -> int:
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin = section.right_margin = Cm(look.margin)
    section.top_margin = section.bottom_margin = Cm(look.margin - 0.2)
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
    if language in _EAST_ASIAN:
        tag.set(qn("w:eastAsia"), _EAST_ASIAN[language][0])


def _east_asian(document: Any, look: Look, language: str) -> None:
    """Chinese, Japanese and Korean letters in a font that draws them, beside the look's own for the Latin ones."""
    if language not in _EAST_ASIAN:
        return
    _, plain, with_serifs = _EAST_ASIAN[language]
    for style in document.styles.element.iter(qn("w:rFonts")):
        style.set(qn("w:eastAsia"), with_serifs if look.font == _CLASSIC.font else plain)


def set_font(style: Any, font: str, size: float, *, bold: bool, italic: bool = False, colour: str = _INK) -> None:
    """Name the font outright: theme fonts, which Word prefers, are removed."""
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), font)


def _space(style: Any, look: Look, before: float, after: float, *, line: float = 1.08, keep: bool = False) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before * look.air), Pt(after * look.air)
    layout.line_spacing = line if look.air >= 1 else min(line, 1.02)
    layout.keep_with_next = keep
    layout.widow_control = True


def _normal(document: Any, look: Look) -> None:
    set_font(document.styles["Normal"], look.font, look.size, bold=False)
    _space(document.styles["Normal"], look, 0, 2)


def _names(document: Any, look: Look, colour: str) -> None:
    aligned = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT
    title, subtitle = document.styles["Title"], document.styles["Subtitle"]
    name_colour = colour if look.name_in_accent else _INK
    set_font(title, look.font, look.name_size, bold=look.name_bold, colour=name_colour)
    set_font(subtitle, look.font, look.size + 1, bold=False, italic=look.italic_roles, colour=look.grey)
    _space(title, look, 0, 2, line=1)
    _space(subtitle, look, 0, 3)
    set_font(document.styles["Footer"], look.font, look.size - 0.5, bold=False, colour=look.grey)
    contact = _new(document, "Contact")
    set_font(contact, look.font, look.size - 0.5, bold=False, colour=look.grey)
    _space(contact, look, 0, 2)
    for style in (title, subtitle, contact):
        style.paragraph_format.alignment = aligned
        for unwanted in ("w:pBdr", "w:numPr", "w:contextualSpacing"):
            for tag in style.element.get_or_add_pPr().findall(qn(unwanted)):
                tag.getparent().remove(tag)
    for style in (title, subtitle):
        for unwanted in ("w:spacing", "w:kern"):
            for tag in style.element.rPr.findall(qn(unwanted)):
                tag.getparent().remove(tag)


def _band(document: Any, accent: str) -> None:
    """The head on a ground of the accent: its paragraphs shaded alike, without a gap between them, which would be
    white. A border of the same colour is the air around them."""
    styles = [document.styles[name] for name in ("Title", "Subtitle", "Contact")]
    for style in styles:
        style.font.color.rgb = RGBColor.from_string(upon(accent).lstrip("#"))
        layout = style.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing = 1.15
        borders, ground = OxmlElement("w:pBdr"), OxmlElement("w:shd")
        for side in ("top", "left", "bottom", "right"):
            border = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "8"), ("color", accent.lstrip("#"))):
                border.set(qn(f"w:{name}"), value)
            borders.append(border)
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", accent.lstrip("#"))):
            ground.set(qn(f"w:{name}"), value)
        behind = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
        for part in (borders, ground):
            style.element.get_or_add_pPr().insert_element_before(part, *behind)


def _headings(document: Any, look: Look, colour: str, width: int) -> None:
    first, second, third = (document.styles[f"Heading {level}"] for level in (1, 2, 3))
    set_font(first, look.font, look.heading_size, bold=True, colour=colour)
    first.font.all_caps = look.capitals
    if look.capitals:
        _letter_spacing(first, 14)
    _space(first, look, 13, 5, keep=True)
    _rule_below(first, "DCDCE4" if look.vivid else "B9B7C4")
    set_font(second, look.font, look.size, bold=True)
    _space(second, look, 7, 0, keep=True)
    set_font(third, look.font, look.size, bold=False, italic=look.italic_roles, colour=look.grey)
    _space(third, look, 0, 2, keep=True)
    for style in (second, third):
        style.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)


def _lines(document: Any, look: Look) -> None:
    row = _new(document, "Skills Row")
    set_font(row, look.font, look.size, bold=False)
    _space(row, look, 0, 2)
    indent = Cm(look.skill_column) if look.skill_column else Cm(0.5)
    row.paragraph_format.left_indent, row.paragraph_format.first_line_indent = indent, -indent
    if look.skill_column:
        row.paragraph_format.tab_stops.add_tab_stop(indent)
    aside = document.styles.add_style("Date", WD_STYLE_TYPE.CHARACTER)
    aside.font.bold = False
    aside.font.color.rgb = RGBColor.from_string(look.grey)


def _bullets(document: Any, look: Look, colour: str) -> None:
    style = document.styles["List Bullet"]
    _space(style, look, 0, 2)
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.5), Cm(-0.5)
    for tag in style.element.pPr.findall(qn("w:contextualSpacing")):
        style.element.pPr.remove(tag)
    level = _list_level(document, style)
    run = level.find(qn("w:rPr"))
    tag = OxmlElement("w:color")
    tag.set(qn("w:val"), colour)
    run.append(tag)
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


def _rule_below(style: Any, colour: str, eighths: int = 4) -> None:
    """A line under the paragraph; its width in eighths of a point."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "3"), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    layout = style.element.get_or_add_pPr()
    layout.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
