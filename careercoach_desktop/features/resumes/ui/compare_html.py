"""A comparison as one document: a table whose cells are the values, with the words that changed marked.

One document rather than hundreds of labels: it is made in milliseconds, can be scrolled, selected and copied, and a
screen reader reads it from top to bottom. Nothing is told by colour alone: what went is struck through, what came is
underlined.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from careercoach_desktop.features.resumes.comparing import Segment, Tone, merged
from careercoach_desktop.features.resumes.revisions import BULLET, Comparison, Group, Line, LineState
from careercoach_desktop.features.resumes.ui.version_words import field_label, section_title
from careercoach_desktop.foundation.uikit import Size, Theme, Weight

_LABEL_WIDTH = 104
_GROUP_NOTES = {LineState.ADDED: "added", LineState.REMOVED: "removed"}


def comparison_html(comparison: Comparison, theme: Theme, *, inline: bool, only_changes: bool) -> str:
    """``inline`` puts both texts into one column; ``only_changes`` leaves out what is the same in both."""
    groups = comparison.changed if only_changes else comparison.groups
    rows: list[str] = []
    section = ""
    for group in groups:
        if group.where != section:
            section = group.where
            rows.append(_section_row(section_title(section), theme, first=not rows))
        if group.title:
            rows.append(_title_row(group, theme))
        lines = [line for line in group.lines if line.is_changed or not only_changes]
        rows.extend(_line_row(group.where, line, theme, inline=inline) for line in lines)
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def _section_row(title: str, theme: Theme, *, first: bool) -> str:
    above = 4 if first else 22
    return (
        f'<tr><td colspan="3" style="padding:{above}px 0 5px 0; border-bottom:1px solid {theme.hex("line")};'
        f' color:{theme.hex("second")}; font-size:{Size.SMALL}px; font-weight:{Weight.BOLD}">{escape(title)}</td></tr>'
    )


def _title_row(group: Group, theme: Theme) -> str:
    notes = [_GROUP_NOTES.get(group.state, ""), "moved up" if group.moved else "", group.note]
    said = ", ".join(note for note in notes if note)
    note = f'&nbsp;&nbsp;<span style="{_quiet(theme)}">{escape(said)}</span>' if said else ""
    weight = f"font-weight:{Weight.BOLD}"
    return (
        f'<tr><td colspan="3" style="padding:10px 0 2px 0; color:{theme.hex("text")}">'
        f'<span style="{weight}">{escape(group.title)}</span>{note}</td></tr>'
    )


def _line_row(where: str, line: Line, theme: Theme, *, inline: bool) -> str:
    label = "•" if line.field == BULLET else escape(field_label(where, line.field))
    align = "right" if line.field == BULLET else "left"
    notes = ", ".join(note for note in ("moved up" if line.moved else "", line.note) if note)
    note = f'&nbsp;&nbsp;<span style="{_quiet(theme)}">{escape(notes)}</span>' if notes else ""
    head = f'<td width="{_LABEL_WIDTH}" align="{align}" style="padding:3px 10px 3px 0; {_quiet(theme)}">{label}</td>'
    if inline:
        cells = _cell(merged(line.before, line.after), note, theme, width="100%", span=2)
    else:
        cells = _cell(line.before, "", theme, width="50%") + _cell(line.after, note, theme, width="50%")
    return f"<tr>{head}{cells}</tr>"


def _cell(segments: Sequence[Segment], note: str, theme: Theme, *, width: str, span: int = 1) -> str:
    words = "".join(span_html(segment, theme) for segment in segments)
    colour = theme.hex("text")
    return f'<td width="{width}" colspan="{span}" style="padding:3px 14px 3px 0; color:{colour}">{words}{note}</td>'


def span_html(segment: Segment, theme: Theme) -> str:
    """The words of a segment, marked when they went or came."""
    text = escape(segment.text).replace("\n", "<br>")
    if segment.tone is Tone.SAME:
        return text
    colour, line = ("red", "line-through") if segment.tone is Tone.REMOVED else ("green", "underline")
    ground = theme.hex(f"{colour}_soft")
    return f'<span style="background-color:{ground}; color:{theme.hex(colour)}; text-decoration:{line}">{text}</span>'


def _quiet(theme: Theme) -> str:
    return f"color:{theme.hex('third')}; font-size:{Size.SMALL}px"
