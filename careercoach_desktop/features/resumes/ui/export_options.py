"""The left side of the export: what kind of file, and how the résumé looks in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.resumes.handover import SectionName
from careercoach_desktop.features.resumes.model import ResumeStyle
from careercoach_desktop.features.resumes.typeset.labels import LANGUAGE_NAMES
from careercoach_desktop.features.resumes.typeset.templates import Template
from careercoach_desktop.features.resumes.ui.accent_swatches import AccentSwatches
from careercoach_desktop.features.resumes.ui.section_order import SectionOrder
from careercoach_desktop.features.resumes.ui.template_gallery import TemplateGallery
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    CheckBox,
    ComboButton,
    SegmentedControl,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
    row,
)

FORMATS = (
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("html", "HTML"),
    ("md", "Markdown"),
    ("txt", "Text"),
    ("json", "JSON"),
)
_PAGED = {"pdf", "docx"}
_OWN_FONT = "The template’s"


class ExportOptions(QWidget):
    """``changed`` when the look changes, ``format_changed`` brings the new format, ``language_changed`` the language of
    headings and dates; without a ``language`` that is not asked."""

    changed = Signal()
    language_changed = Signal(str)
    format_changed = Signal(str)

    def __init__(
        self, templates: Sequence[Template], style: ResumeStyle, *, has_photo: bool, language: str = ""
    ) -> None:
        super().__init__()
        self._templates = {each.name: each for each in templates}
        self._style = style
        self._has_photo = has_photo
        self._moved = bool(style.order)
        self.format = SegmentedControl(FORMATS, "Format")
        self.gallery = TemplateGallery(templates, style.template)
        self.paper = SegmentedControl([("a4", "A4"), ("letter", "Letter")], "Paper", style.paper)
        self.font_choice = ComboButton([("", _OWN_FONT)], "Font", value="", placeholder=_OWN_FONT)
        self.language = ComboButton(list(LANGUAGE_NAMES.items()), "Language of headings and dates", value=language)
        self.accent = AccentSwatches(style.accent)
        self.one_page = CheckBox("Fit on one page")
        self.photo = CheckBox("Show the photo")
        self.sections = SectionOrder()
        self.one_page.setChecked(style.one_page)
        self.photo.setChecked(style.photo)
        self._look = holder(self._look_column())
        self._colour = holder(column(_title("Colour"), self.accent, spacing=Space.XS))
        self._order = holder(column(_title("Sections"), self.sections, spacing=Space.XS))
        self._spoken = holder(column(_title("Headings and dates"), self.language, spacing=Space.XS))
        self._has_language = bool(language)
        parts = (self.format, self._look, self._spoken, self._colour, self._order)
        self.setLayout(column(*parts, STRETCH, spacing=Space.L))
        self._connect()
        self._adapt()

    def style_now(self) -> ResumeStyle:
        """As chosen now. Sections with nothing to say at present keep their place and stay hidden if they were."""
        shown = self.sections.order()
        absent = [key for key in self._style.left_out if key not in shown]
        return ResumeStyle(
            template=self.gallery.value(),
            paper="letter" if self.paper.value() == "letter" else "a4",
            accent=self.accent.value(),
            font=self.font_choice.value(),
            order=shown if self._moved and shown else self._style.order,
            left_out=[*absent, *self.sections.left_out()],
            one_page=self.one_page.isChecked(),
            photo=self.photo.isChecked(),
        )

    def set_sections(self, sections: Sequence[SectionName]) -> None:
        """What can be ordered, as it stands on the page now."""
        self.sections.set_sections([(each.key, each.title) for each in sections], self._style.left_out)

    def set_fonts(self, families: Sequence[str]) -> None:
        """The families there are to choose from."""
        self.font_choice.set_choices([("", _OWN_FONT), *((family, family) for family in families)])
        self.font_choice.set_value(self._style.font if self._style.font in families else "")

    def _look_column(self) -> QVBoxLayout:
        facts = row(
            column(_title("Paper"), self.paper, spacing=Space.XS),
            column(_title("Font"), self.font_choice, spacing=Space.XS),
            STRETCH,
            spacing=Space.L,
        )
        return column(_title("Template"), self.gallery, Space.XS, facts, self.one_page, self.photo, spacing=Space.S)

    def _connect(self) -> None:
        self.format.changed.connect(self._when_format_changed)
        self.gallery.changed.connect(self._when_look_changed)
        for control in (self.paper, self.accent, self.font_choice, self.sections):
            control.changed.connect(self._when_look_changed)
        self.language.changed.connect(self.language_changed)
        self.sections.moved.connect(self._when_moved)
        for box in (self.one_page, self.photo):
            box.toggled.connect(self._when_look_changed)

    def _when_format_changed(self, key: str) -> None:
        self._adapt()
        self.format_changed.emit(key)

    def _when_look_changed(self) -> None:
        self._adapt()
        self.changed.emit()

    def _when_moved(self) -> None:
        self._moved = True

    def _adapt(self) -> None:
        """Show what matters for this kind of file and this template, nothing else."""
        kind, template = self.format.value(), self._templates.get(self.gallery.value())
        self._look.setVisible(kind in _PAGED)
        coloured = kind == "html" or (kind in _PAGED and (template is None or template.accent))
        self._colour.setVisible(coloured)
        self._order.setVisible(kind != "json")
        self._spoken.setVisible(self._has_language and kind != "json")
        has_place = kind == "pdf" and template is not None and template.photo
        self.photo.setVisible(self._has_photo and has_place)


def _title(words: str) -> Text:
    return Text(words, size=Size.SMALL, weight=Weight.BOLD, tone="second")
