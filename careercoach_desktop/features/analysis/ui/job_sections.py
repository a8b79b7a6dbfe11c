"""What was found in a posting, section by section: each remark with the posting's words and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from careercoach_desktop.features.analysis.model.job import (
    AnalysedJob,
    Author,
    Figure,
    JobAnalysis,
    LevelFound,
    Point,
    SkillAsked,
)
from careercoach_desktop.features.analysis.ui.points import PointRow
from careercoach_desktop.features.analysis.ui.words import (
    AUTHORS,
    FIGURES,
    LEVELS,
    RULES_LABEL,
    dropped_words,
    made_words,
)
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Bar,
    Card,
    FlowLayout,
    Heading,
    IconView,
    Rows,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    column,
    holder,
    plain_tip,
    row,
)

_NAMES = 84
_VALUES = 28


class JobSections(QWidget):
    """The whole of it. Where both have spoken, every remark is marked with who says it; Claude's figures are never
    bars, so that they can't be taken for the match."""

    def __init__(self, found: AnalysedJob) -> None:
        super().__init__()
        self._found = found
        self._marks = found.claude is not None
        rules, claude = found.rules, found.claude or JobAnalysis()
        whole = column(spacing=Space.L)
        if found.claude is not None and found.made is not None:
            whole.addWidget(self._verdict(found.claude, found))
        levels, figures = [*rules.levels, *claude.levels], [*rules.figures, *claude.figures]
        if levels or figures:
            whole.addWidget(self._at_a_glance(levels, figures))
        self._add_points(whole, "What to be wary of", [*rules.red_flags, *claude.red_flags], "warning", "amber")
        self._add_points(whole, "What speaks for it", [*rules.highlights, *claude.highlights], "thumbs-up", "green")
        self._add_skills(whole, "Required", rules.required, claude.required)
        self._add_skills(whole, "Welcome, not required", rules.preferred, claude.preferred)
        self._add_points(whole, "Gaps", [*rules.gaps, *claude.gaps], "circle-dashed", "amber")
        advice = [*rules.recommendations, *claude.recommendations]
        self._add_points(whole, "What you can do about it", advice, "lightbulb", "accent")
        self._add_pay(whole, rules.salary, claude.salary_guess)
        self._add_points(whole, "For your application", [*rules.tips, *claude.tips], "clipboard-text", "second")
        duties = [*rules.responsibilities, *claude.responsibilities]
        self._add_points(whole, "What you would do", duties, "arrow-right", "third")
        if left_out := dropped_words(claude.dropped):
            whole.addWidget(Text(left_out, size=Size.SMALL, tone="third", wrap=True))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _verdict(self, claude: JobAnalysis, found: AnalysedJob) -> Card:
        card = Card("Claude’s view", padding=Space.L, spacing=Space.S)
        if claude.verdict:
            card.add(Text(claude.verdict, wrap=True))
        if found.made is not None:
            card.add(Text(made_words(found.model, found.made, claude.cost), size=Size.SMALL, tone="third", wrap=True))
        return card

    def _at_a_glance(self, levels: Sequence[LevelFound], figures: Sequence[Figure]) -> Card:
        card = Card(padding=Space.L, spacing=Space.M)
        for level in levels:
            name = Text(LEVELS[level.level], size=Size.LARGE, weight=Weight.BOLD)
            card.add(row(name, STRETCH, *self._mark(level.by)))
            card.add(Text(level.text, size=Size.SMALL, tone="second", wrap=True))
            if level.quote and level.quote not in level.text and level.by is Author.CLAUDE:
                card.add(Text(f"“{level.quote}”", size=Size.SMALL, tone="third", wrap=True))
        ours = [each for each in figures if each.by is Author.RULES]
        theirs = [each for each in figures if each.by is Author.CLAUDE]
        if ours:
            card.add(self._grid(ours, bars=True))
        if theirs:
            card.add(Heading("Claude’s own figures", 3), self._grid(theirs, bars=False))
        return card

    @staticmethod
    def _grid(figures: Iterable[Figure], *, bars: bool) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for line, each in enumerate(figures):
            name = Text(FIGURES[each.kind], size=Size.SMALL, tone="second")
            name.setFixedWidth(_NAMES)
            value = Text("–" if each.value is None else str(each.value), weight=Weight.BOLD)
            value.setFixedWidth(_VALUES)
            value.setAccessibleName(f"{FIGURES[each.kind]}: {'not known' if each.value is None else each.value}")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(name, line, 0, top)
            grid.addWidget(value, line, 1, top)
            words = column(spacing=3, margins=(0, 2, 0, 0))
            if bars and each.value is not None:
                words.addSpacing(4)
                words.addWidget(Bar(each.value / 100, name=f"{FIGURES[each.kind]}: {each.value} of 100"))
            if each.text:
                words.addWidget(Text(each.text, size=Size.SMALL, tone="third", wrap=True))
            grid.addLayout(words, line, 2)
        return holder(grid)

    def _add_points(self, whole: QBoxLayout, title: str, points: Sequence[Point], icon: str, color: str) -> None:
        if not points:
            return
        rows = Rows(title)
        for point in points:
            sign, ink = ("warning-octagon", "red") if point.serious else (icon, color)
            mark = AUTHORS[point.by] if self._marks else ""
            rows.add(PointRow(point.text, icon=sign, color=ink, quote=point.quote, mark=mark))
        whole.addWidget(self._group(f"{title} · {len(points)}", rows))

    def _add_skills(
        self, whole: QBoxLayout, title: str, rules: Sequence[SkillAsked], claude: Sequence[SkillAsked]
    ) -> None:
        """Claude's only where the rules have not named the same."""
        known = {skill.term.casefold() for skill in rules}
        skills = [*rules, *(skill for skill in claude if skill.term.casefold() not in known)]
        if not skills:
            return
        flow = FlowLayout(spacing=Space.S)
        for skill in skills:
            flow.addWidget(SkillMark(skill, author=AUTHORS[skill.by] if self._marks else ""))
        whole.addWidget(self._group(f"{title} · {len(skills)}", holder(flow)))

    def _add_pay(self, whole: QBoxLayout, points: Sequence[Point], guess: str) -> None:
        if not points and not guess:
            return
        rows = Rows("Pay")
        for point in points:
            rows.add(PointRow(point.text, icon="money", color="second", mark=AUTHORS[point.by] if self._marks else ""))
        if guess:
            title = "Claude’s guess. Nobody here knows."
            rows.add(PointRow(guess, title=title, icon="question", color="third", mark=AUTHORS[Author.CLAUDE]))
        whole.addWidget(self._group("Pay", rows))

    def _mark(self, author: Author) -> list[QWidget]:
        return [Tag(AUTHORS[author])] if self._marks else []

    @staticmethod
    def _group(title: str, body: QWidget) -> QWidget:
        return holder(column(row(Heading(title, 3), STRETCH), body, spacing=Space.S))


class SkillMark(QWidget):
    """A skill that is asked for, and whether the résumé shows it; the sentence that asks is its tip."""

    def __init__(self, skill: SkillAsked, *, author: str = "") -> None:
        super().__init__()
        self.skill = skill
        icon, color, said = {
            True: ("check-circle", "green", "in your résumé"),
            False: ("x-circle", "amber", "not in your résumé"),
            None: ("circle", "third", ""),
        }[skill.shown]
        words = row(IconView(icon, color, size=16), Text(skill.term, size=Size.SMALL), spacing=4)
        if author and skill.by is Author.CLAUDE:
            words.addWidget(Tag(author))
        words.setContentsMargins(0, 0, Space.S, 0)
        self.setLayout(words)
        self.setAccessibleName(", ".join(part for part in (skill.term, said, author) if part))
        self.setToolTip(
            plain_tip("\n".join(part for part in (said, f"“{skill.quote}”" if skill.quote else "") if part))
        )


def rules_line(*, beside_claude: bool = False) -> QWidget:
    """That what is shown was found here; ``beside_claude``: or said by Claude, and marked so."""
    words = f"{RULES_LABEL}. Nothing is sent." if not beside_claude else "Each remark says whose it is."
    sign, said = IconView("shield-check", "third", size=14), Text(words, size=Size.SMALL, tone="third")
    return holder(row(sign, said, STRETCH, spacing=6))
