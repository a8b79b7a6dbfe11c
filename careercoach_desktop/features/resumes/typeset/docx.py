"""The résumé as a Word file: real styles, list bullets, tab stops and links, so that it can be worked on."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.sheet import Entry, Said, Sheet, SheetSection
from careercoach_desktop.features.resumes.typeset.templates import check_style
from careercoach_desktop.features.resumes.typeset.word_styles import apply, look_for

_LONGEST_IN_COLUMN = 20
"""Letters of a label that fit before the values of a skills row."""


def typeset_docx(data: ResumeData, style: ResumeStyle) -> bytes:
    """The bytes of a DOCX that says exactly what ``typeset_pdf`` says; same arguments, same ValueError."""
    check_style(style)
    return _Writer(compose(data, style), style).written()


class _Writer:
    """Writes one sheet from top to bottom."""

    def __init__(self, sheet: Sheet, style: ResumeStyle) -> None:
        self._sheet = sheet
        self._look = look_for(style)
        self._document: Any = docx.Document()
        apply(self._document, self._look, paper=style.paper, accent=style.accent, language=sheet.language)

    def written(self) -> bytes:
        self._properties()
        self._head()
        for section in self._sheet.sections:
            self._section(section)
        self._foot()
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def _properties(self) -> None:
        properties, sheet = self._document.core_properties, self._sheet
        properties.title = " – ".join(part.text for part in (sheet.name, sheet.label) if part)[:255]
        properties.author = properties.last_modified_by = sheet.name.text[:255]
        properties.language = sheet.language
        properties.comments = properties.keywords = properties.subject = ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        _current_word(self._document)

    def _head(self) -> None:
        sheet = self._sheet
        if sheet.name:
            self._paragraph(sheet.name.text, "Title")
        if sheet.label:
            self._paragraph(sheet.label.text, "Subtitle")
        if sheet.contact:
            line = self._paragraph("", "Contact")
            for index, item in enumerate(sheet.contact):
                if index:
                    line.add_run(self._look.separator)
                self._linked(line, item)

    def _section(self, section: SheetSection) -> None:
        if section.title:
            self._paragraph(section.title.text, "Heading 1")
        for text in section.paragraphs:
            self._linked(self._paragraph(), text)
        for entry in section.entries:
            self._entry(entry)
        short = all(len(row.label.text) <= _LONGEST_IN_COLUMN for row in section.rows)
        for row in section.rows:
            self._row(row.label.text, row.text.text, in_column=bool(self._look.skill_column) and short)
        for text in section.bullets:
            self._linked(self._paragraph("", "List Bullet"), text)

    def _entry(self, entry: Entry) -> None:
        second_line = bool(entry.subtitle) and not entry.compact
        title = self._paragraph("", "Heading 2")
        if entry.compact:
            title.paragraph_format.space_before = Pt(2)
        self._linked(title, entry.title)
        for part in () if second_line else (entry.subtitle, entry.place):
            if part:
                title.add_run(self._look.behind, style="Date")
                self._linked(title, part, style="Date")
        if entry.date:
            title.add_run(f"\t{entry.date.text}", style="Date")
        if second_line:
            role = self._paragraph(entry.subtitle.text, "Heading 3")
            if entry.place:
                role.add_run("\t")
                self._linked(role, entry.place)
        follows = [self._paragraph(entry.text.text)] if entry.text else []
        follows += [self._linked(self._paragraph("", "List Bullet"), text) for text in entry.bullets]
        style = "List Bullet" if entry.bullets else "Normal"  # a bare line under bullets reads like the next employer
        follows += [self._detail(row.label.text, row.text.text, style) for row in entry.details]
        if not follows:
            (role if second_line else title).paragraph_format.keep_with_next = False
        for paragraph in follows[:1] if len(follows) > 1 else ():
            paragraph.paragraph_format.keep_with_next = True

    def _detail(self, label: str, text: str, style: str) -> Any:
        paragraph = self._paragraph("", style)
        if label:
            paragraph.add_run(f"{label}: ").italic = self._look.italic_roles
        paragraph.add_run(text)
        return paragraph

    def _row(self, label: str, text: str, *, in_column: bool) -> None:
        """Label and values side by side, or, where a label is too long for that, one behind the other."""
        paragraph = self._paragraph("", "Skills Row")
        if not in_column:
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = 0
        if label:
            paragraph.add_run(label if in_column else f"{label}: ").bold = True
        paragraph.add_run(f"\t{text}" if in_column else text)

    def _foot(self) -> None:
        """From page two on: whose page it is and which."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        line = section.footer.paragraphs[0]
        line.style = self._document.styles["Footer"]
        line.alignment = 1 if self._look.centred else 2
        line.add_run(f"{self._sheet.name.text} · " if self._sheet.name else "")
        for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
            line.add_run()._r.append(_field_part(kind, text))  # noqa: SLF001  python-docx has no fields of its own

    def _paragraph(self, text: str = "", style: str = "Normal") -> Any:
        return self._document.add_paragraph(text, style=style)

    def _linked(self, paragraph: Any, said: Said, style: str | None = None) -> Any:
        """Append every piece in its look, linked to where it leads."""
        for piece in said.pieces:
            run = paragraph.add_run(piece.text, style=style)
            run.bold, run.italic = piece.bold or None, piece.italic or None
            if piece.url:
                link = OxmlElement("w:hyperlink")
                target = paragraph.part.relate_to(piece.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link.set(qn("r:id"), target)
                paragraph._p.append(link)  # noqa: SLF001  python-docx reads links but can't make them
                link.append(run._r)  # noqa: SLF001
        return paragraph


def _field_part(kind: str, text: str) -> Any:
    if not kind:
        part = OxmlElement("w:instrText")
        part.set(qn("xml:space"), "preserve")
        part.text = text
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def _current_word(document: Any) -> None:
    """Mark the file as today's Word's: otherwise it opens in compatibility mode."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        settings.append(compat)
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    mode = OxmlElement("w:compatSetting")
    for name, value in (
        ("name", "compatibilityMode"),
        ("uri", "http://schemas.microsoft.com/office/word"),
        ("val", "15"),
    ):
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)
