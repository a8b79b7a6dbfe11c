"""The one stylesheet, generated from the tokens: what Qt's own widgets need to look like the rest.

Kit widgets paint themselves or are told apart by the ``kit`` and ``tone`` properties; no widget carries a sheet of its
own, because each would cost a re-polish and could drift from the tokens.
"""

from __future__ import annotations

from string import Template

from careercoach_desktop.foundation.uikit.tokens import TONES, Palette

_TEXT_TONES = ("text", "second", "third", "accent", "on_soft", "green", "amber", "red", "on_accent")

_SHEET = Template("""
QToolTip { background: $text; color: $window; border: 0; border-radius: 4px; padding: 4px 8px; }

QScrollArea, QAbstractScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[kit="plain"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; border: 0; }
QScrollBar::handle { background: $line; border-radius: 2px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QMenu { background: $surface; color: $text; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; margin: 0; background: transparent; }
QMenu::item:selected { background: $soft; color: $on_soft; }
QMenu::item:disabled { color: $third; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 30px; max-height: 30px; padding: 0 9px; }
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $third; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
  border: 2px solid $accent; min-height: 28px; max-height: 28px; padding: 0 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $sunken; color: $third; }
QLineEdit[state="doubtful"] { background: $amber_soft; border-color: $amber; }
QLineEdit[state="error"] { background: $red_soft; border-color: $red; }
QLineEdit[kit="compact"] { min-height: 26px; max-height: 26px; padding: 0 5px; }
QLineEdit[kit="compact"]:focus { min-height: 24px; max-height: 24px; padding: 0 4px; }
QLineEdit[kit="bare"], QLineEdit[kit="bare"]:focus {
  background: transparent; border: 0; padding: 0; min-height: 22px; max-height: 22px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QTextEdit[kit="paper"], QTextEdit[kit="paper"]:focus { border: 0; padding: 0; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QPlainTextEdit[state="doubtful"] { background: $amber_soft; border-color: $amber; }
QPlainTextEdit[state="error"] { background: $red_soft; border-color: $red; }
QTextEdit[kit="paper"] { background: transparent; border: 1px solid transparent; padding: 3px 7px; }
QTextEdit[kit="paper"]:hover { border-color: $line; }
QTextEdit[kit="paper"]:focus { border: 1px solid $accent; padding: 3px 7px; }
QTextEdit[kit="still"], QTextEdit[kit="still"]:hover, QTextEdit[kit="still"]:focus {
  background: transparent; border: 1px solid transparent; padding: 3px 7px; }
QTextBrowser, QTextBrowser:focus { border: 0; padding: 0; background: transparent; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: 0; background: transparent; padding: 0 8px;
  min-height: 20px; max-height: 26px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line; padding: 4px; outline: 0;
  selection-background-color: $soft; selection-color: $on_soft; }
QCalendarWidget QWidget { alternate-background-color: $sunken; }

QTableView, QTreeView, QListView { background: transparent; border: 0; outline: 0; gridline-color: $line; color: $text;
  selection-background-color: $soft; selection-color: $text; }
QListView[kit="offers"] { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QListView[kit="offers"]::item { padding: 5px 8px; border-radius: 4px; color: $text; }
QListView[kit="offers"]::item:selected { background: $soft; color: $on_soft; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $window; color: $second; border: 0; border-bottom: 1px solid $line;
  padding: 6px 8px; text-align: left; font-weight: 500; }
QHeaderView::section:checked { font-weight: 500; }
QTableCornerButton::section { background: $window; border: 0; }

QAbstractScrollArea[kit="pages"] { background: $sunken; }
QDialog { background: $surface; }
QFrame[kit="line"] { background: $line; border: 0; }
QFrame[kit="sidebar"] { background: $window; border: 0; border-right: 1px solid $line; }
QFrame[kit="strip"] { background: $window; border: 0; border-top: 1px solid $line; }
QLabel[kit="tag"] { border-radius: 4px; padding: 2px 5px; background: $sunken; color: $second; }
QLabel[kit="key"] { border-radius: 4px; padding: 1px 5px; background: $sunken; color: $second;
  border: 1px solid $line; }
$tones
""")


def stylesheet(palette: Palette) -> str:
    """The sheet for one palette."""
    values = {name: getattr(palette, name) for name in palette.names()}
    return _SHEET.substitute(values, tones="\n".join(_tone_rules(palette)))


def _tone_rules(palette: Palette) -> list[str]:
    rules = [f'QLabel[tone="{name}"] {{ color: {getattr(palette, name)}; }}' for name in _TEXT_TONES]
    for tone, (ink, ground, _icon) in TONES.items():
        ink_hex, ground_hex = getattr(palette, ink), getattr(palette, ground)
        rules.append(f'QLabel[kit="tag"][tone="{tone}"] {{ color: {ink_hex}; background: {ground_hex}; }}')
    return rules
