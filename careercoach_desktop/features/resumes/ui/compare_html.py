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
_BULLET_WIDTH = 14
_BETWEEN = 14
_GROUP_NOTES = {LineState.ADDED: "added", LineState.REMOVED: "removed"}


def comparison_html(
    comparison: Comparison, heads: tuple[str, str], theme: Theme, *, inline: bool, only_changes: bool
) -> str:
    """``heads`` stand over the two columns; ``inline`` puts both texts into one; ``only_changes`` leaves out what is
    the same in both."""
    groups = comparison.changed if only_changes else comparison.groups
    rows: list[str] = [] if inline else [_heads_row(*heads, theme)]
    section = ""
    for group in groups:
        if group.where != section:
            rows.append(_section_row(section_title(group.where), theme, first=not section))
            section = group.where
        if group.title:
            rows.append(_title_row(group, theme))
        lines = [line for line in group.lines if line.is_changed or not only_changes]
        rows.extend(_line_row(group.where, line, theme, inline=inline) for line in lines)
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def _heads_row(before: str, after: str, theme: Theme) -> str:
    """What stands in each of the two columns."""
    look = f"padding:0 {_BETWEEN}px 8px 0; {_quiet(theme)}"
    return "<tr>" + "".join(f'<td width="50%" style="{look}">{escape(head)}</td>' for head in (before, after)) + "</tr>"


def _section_row(title: str, theme: Theme, *, first: bool) -> str:
    above = 4 if first else 22
    return (
        f'<tr><td colspan="2" style="padding:{above}px 0 5px 0; border-bottom:1px solid {theme.hex("line")};'
        f' color:{theme.hex("second")}; font-size:{Size.SMALL}px; font-weight:{Weight.BOLD}">{escape(title)}</td></tr>'
    )


def _title_row(group: Group, theme: Theme) -> str:
    notes = [_GROUP_NOTES.get(group.state, ""), "moved up" if group.moved else "", group.note]
    weight = f"font-weight:{Weight.BOLD}"
    return (
        f'<tr><td colspan="2" style="padding:10px 0 2px 0; color:{theme.hex("text")}">'
        f'<span style="{weight}">{escape(group.title)}</span>{_note(notes, theme)}</td></tr>'
    )


def _line_row(where: str, line: Line, theme: Theme, *, inline: bool) -> str:
    """Each side has the bullet, or the name of the field, at the left of its own words."""
    label = "•" if line.field == BULLET else escape(field_label(where, line.field))
    note = _note(["moved up" if line.moved else "", line.note, *line.emphasis], theme)
    if inline:
        return f"<tr>{_cell(label, merged(line.before, line.after), note, theme, span=2)}</tr>"
    return f"<tr>{_cell(label, line.before, '', theme)}{_cell(label, line.after, note, theme)}</tr>"


def _cell(label: str, segments: Sequence[Segment], note: str, theme: Theme, *, span: int = 1) -> str:
    """Empty where one side has nothing. The words hang beside the label: a line that wraps goes on below the words."""
    words = "".join(span_html(segment, theme) for segment in segments)
    room = f'width="{50 * span}%" colspan="{span}" style="padding:3px {_BETWEEN}px 3px 0"'
    if not words:
        return f"<td {room}>{note}</td>"
    width = _BULLET_WIDTH if label == "•" else _LABEL_WIDTH
    return (
        f'<td {room}><table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="{width}" style="{_quiet(theme)}">{label}</td>'
        f'<td style="color:{theme.hex("text")}">{words}{note}</td></tr></table></td>'
    )


def _note(notes: Sequence[str], theme: Theme) -> str:
    said = ", ".join(note for note in notes if note)
    return f'&nbsp;&nbsp;<span style="{_quiet(theme)}">{escape(said)}</span>' if said else ""


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
