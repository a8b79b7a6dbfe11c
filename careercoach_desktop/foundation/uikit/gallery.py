"""Every widget in every state, to look at while building and to judge both themes; nothing here is part of the product.

``run_gallery`` opens it in a window and ``write_gallery`` draws it into files, for the command line; ``build_gallery``
makes the window and ``render_gallery`` one picture, where a QApplication is there already.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.foundation.tasks.model import Task, TaskState
from careercoach_desktop.foundation.uikit import tokens
from careercoach_desktop.foundation.uikit.activity import ActivityStrip
from careercoach_desktop.foundation.uikit.buttons import KINDS, Button, IconButton
from careercoach_desktop.foundation.uikit.cards import Card, ClickCard, PageHeader, Panel, Rows
from careercoach_desktop.foundation.uikit.chips import Badge, Chip, ChipInput, Tag
from careercoach_desktop.foundation.uikit.choices import CheckBox, ComboButton, SegmentedControl
from careercoach_desktop.foundation.uikit.dialogs import Dialog
from careercoach_desktop.foundation.uikit.drawer import Drawer
from careercoach_desktop.foundation.uikit.dropzone import DropZone
from careercoach_desktop.foundation.uikit.fields import SearchField, TextArea, TextField
from careercoach_desktop.foundation.uikit.figures import Figure, FigureColumns, FigureLines
from careercoach_desktop.foundation.uikit.icons import NAMES
from careercoach_desktop.foundation.uikit.layouts import STRETCH, FlowLayout, Scroll, Splitter, column, holder, row
from careercoach_desktop.foundation.uikit.markdown import MarkdownView
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, make_menu
from careercoach_desktop.foundation.uikit.month import Month
from careercoach_desktop.foundation.uikit.notices import Banner, EmptyState, IconView
from careercoach_desktop.foundation.uikit.pages import Highlight, ImagePages
from careercoach_desktop.foundation.uikit.painting import focus_ring, surface
from careercoach_desktop.foundation.uikit.scores import Bar, ScoreRing, Skeleton, Spinner
from careercoach_desktop.foundation.uikit.sidebar import SidebarNav
from careercoach_desktop.foundation.uikit.tabs import TabbedPages, Tabs
from careercoach_desktop.foundation.uikit.texts import Heading, KeyHint, Line, Text
from careercoach_desktop.foundation.uikit.theme import Theme, current_theme
from careercoach_desktop.foundation.uikit.toasts import Toast
from careercoach_desktop.foundation.uikit.tokens import Radius
from careercoach_desktop.foundation.uikit.veil import DropVeil

_STILL_MS = 500
"""Until the drawer has slid in and every layout has settled."""
_POSTING = """## What you will do
Move **140 nightly jobs** to one platform, with [Airflow](https://airflow.example) and a small team.

- Own the pipelines from the meters to the bill
- Write *tests* before the incident, not after
    - and dashboards that people read

### What you bring
1. Five years with Python and SQL
2. A liking for `dbt` or something like it

> We answer every application within ten days.
"""


def build_gallery(theme: Theme) -> QWidget:
    """A window of 1440×900 or more with everything in it; the theme can be changed in its head."""
    gallery = QWidget()
    gallery.setWindowTitle("Widget gallery")
    choice = SegmentedControl([("light", "Light"), ("dark", "Dark"), ("system", "System")], "Theme", theme.choice)
    choice.changed.connect(theme.choose)
    header = PageHeader("Widget gallery", "every widget in every state", line=True)
    header.add_action(choice)
    left = column(_texts(), _buttons(), _fields(), _choices(), STRETCH, spacing=16)
    middle = column(_chips(), _scores(), _figures(), _notices(), _cards(), STRETCH, spacing=16)
    right = column(_tabs(), _markdown(), _pages(), STRETCH, spacing=16)
    columns = row(left, middle, right, spacing=16, margins=20)
    for at in range(3):
        columns.setStretch(at, 1)
    below = row(_empty(), _drop(), _drawer(), spacing=16, margins=(20, 0, 20, 20))
    over = row(_dialog(), _menu(), _rings(), spacing=16, margins=(20, 0, 20, 20))
    for at in range(3):
        over.setStretch(at, 1)
    content = holder(column(columns, below, over, _toasts(), _icons(), STRETCH, spacing=0))
    main = column(header, Scroll(content, "Widgets"), _strip(), spacing=0)
    main.setStretch(1, 1)
    gallery.setLayout(row(_sidebar(), main, spacing=0))
    gallery.resize(1440, 900)
    return gallery


def render_gallery(theme: Theme, choice: str, file: Path) -> None:
    """Write the whole gallery in theme ``choice`` as a PNG."""
    before = theme.choice
    theme.choose(choice)
    gallery = build_gallery(theme)
    gallery.resize(1720, 2150)
    gallery.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    gallery.show()
    until_still = QEventLoop()
    QTimer.singleShot(_STILL_MS, until_still.quit)
    until_still.exec()
    gallery.grab().save(str(file))
    gallery.close()
    gallery.deleteLater()
    theme.choose(before)


def run_gallery(choice: str = "system") -> int:
    """Show the gallery and return when its window is closed; ``choice`` is ``system``, ``light`` or ``dark``."""
    application = _application()
    theme = current_theme()
    theme.choose(choice)
    gallery = build_gallery(theme)
    gallery.show()
    return int(application.exec())


def write_gallery(folder: Path) -> list[Path]:
    """Draw the gallery in both themes into PNG files in ``folder`` (made when missing); where they are.

    Needs no display when ``QT_QPA_PLATFORM`` is ``offscreen`` before it is called.
    """
    application = _application()
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"gallery-{choice}.png" for choice in ("light", "dark")]
    for file in files:
        render_gallery(current_theme(), file.stem.removeprefix("gallery-"), file)
    del application
    return files


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["careercoach"])


def _texts() -> QWidget:
    card = Card("Text")
    card.add(
        Heading("Page title, 20 semibold", 1), Heading("Drawer title, 17 semibold", 2), Heading("Section heading", 3)
    )
    card.add(Text("Body in 13 regular", weight=tokens.Weight.NORMAL), Text("Second, in 12", size=12, tone="second"))
    card.add(Text("Third, for what can be skipped", size=12, tone="third"))
    card.add(Text("A paragraph wraps and keeps comfortable lines. " * 3, tone="second", wrap=True), Line())
    card.add(Text("One long line that is cut where the room ends, with the whole of it as its tip, always", elide=True))
    card.add(row(KeyHint("Ctrl+K"), Text("opens the palette", size=12, tone="second"), STRETCH))
    return card


def _buttons() -> QWidget:
    card = Card("Buttons")
    words = {"primary": "Add job", "secondary": "Filter", "ghost": "Skip", "link": "Add evidence", "danger": "Delete"}
    icons = {"primary": "plus", "secondary": "funnel"}
    card.add(row(*(Button(words[kind], kind, icon=icons.get(kind, "")) for kind in KINDS), STRETCH))
    compact = [Button(words[kind], kind, compact=True) for kind in KINDS]
    card.add(row(*compact, STRETCH))
    disabled = [Button(words[kind], kind) for kind in KINDS]
    for button in disabled:
        button.setEnabled(False)
    card.add(row(*disabled, STRETCH))
    starred = IconButton("star", "Primary résumé")
    starred.setCheckable(True)
    starred.setChecked(True)
    card.add(row(IconButton("x", "Close"), IconButton("dots-three", "More"), starred, STRETCH))
    return card


def _fields() -> QWidget:
    card = Card("Fields")
    good, doubtful, wrong, off = (TextField(name) for name in ("E-mail", "To", "Phone", "Locked"))
    good.setText("lena@marsh.example")
    good.set_state("good")
    doubtful.setText("2019")
    doubtful.set_state("doubtful", "from “19”")
    wrong.setText("+44 113")
    wrong.set_state("error", "too short")
    off.setText("Cannot be changed")
    off.setEnabled(False)
    card.add(row(good, doubtful), row(wrong, off))
    card.add(TextField("Place", placeholder="Town, country"), SearchField("Search title, company, notes"))
    card.add(TextArea("Summary", text="Data engineer with six years in utilities and retail.\nBuilds pipelines."))
    return card


def _choices() -> QWidget:
    card = Card("Choices")
    views = SegmentedControl([("board", "Board"), ("table", "Table"), ("timeline", "Timeline")], "View")
    status = ComboButton([("i", "Interested"), ("a", "Applied")], "Status", value="i", compact=True)
    master = ComboButton([("m", "Lena Marsh – master")], "Résumé", value="m", icon="star")
    partly = CheckBox("Some of them")
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    done = CheckBox("Leads with the Spark work")
    done.setChecked(True)
    card.add(row(views, STRETCH), row(status, master, STRETCH), row(CheckBox("Not taken"), partly, STRETCH), done)
    card.add(row(Month("A day", date(2026, 12, 4), today=date(2026, 12, 1)), STRETCH))
    return card


def _chips() -> QWidget:
    card = Card("Chips, tags, badges")
    filters = [Chip("Remote or hybrid", selected=True, removable=True), Chip("Due this week", checkable=True)]
    card.add(row(*filters, Chip("Add", icon="plus"), STRETCH, spacing=6))
    card.add(ChipInput("Skills", ["SQL", "Python", "BigQuery", "Airflow", "dbt", "Spark", "Redshift"]))
    card.add(row(*(Tag(tone.title(), tone) for tone in tokens.TONES), STRETCH, spacing=6))
    badges = [Badge("86", name="Match"), Badge("72 → 86", large=True), Badge("41", "neutral"), Badge("New", "good")]
    card.add(row(*badges, STRETCH, spacing=6))
    return card


def _scores() -> QWidget:
    card = Card("Scores and waiting")
    parts = column(spacing=7)
    figures = [("Must-have skills", 0.82, "9 of 11"), ("Nice to have", 0.5, "3 of 6"), ("Education", 1.0, "met")]
    for label, value, note in figures:
        words, figure = Text(label, size=12, tone="second"), Text(note, size=12)
        words.setFixedWidth(110)
        figure.setFixedWidth(54)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        parts.addLayout(row(words, Bar(value, name=label), figure))
    card.add(row(ScoreRing(86), parts, spacing=20))
    card.add(row(ScoreRing(None, size=72), Bar(None), Bar(0.3, tone="warn"), Spinner(), spacing=16), Skeleton(3))
    return card


def _figures() -> QWidget:
    card = Card("Figures that lead to what they count")
    lines, columns = FigureLines("Where the search stands"), FigureColumns("Applications a week")
    came = (("Interested", 24), ("Applied", 16), ("Interview", 7), ("Offer", 2), ("Accepted", 0))
    lines.show_figures([Figure(label, label, count, f"{label}: {count} jobs") for label, count in came])
    sent = (("5 Oct", 3), ("12 Oct", 5), ("19 Oct", 0), ("26 Oct", 6), ("2 Nov", 4), ("now", 7))
    columns.show_figures(
        [Figure(at, label, count, f"{label}: {count}", strong=label == "now") for at, (label, count) in enumerate(sent)]
    )
    both = row(lines, columns, spacing=24)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    card.add(both)
    return card


def _notices() -> QWidget:
    card = Card("Banners")
    card.add(Banner("2 of 31 fields are worth a look. Press Enter to go through them.", "warn", trailing="1 of 2"))
    evidence = "You can add Terraform or Snowflake only as your own evidence."
    card.add(Banner(evidence, icon="shield-check", action="Add evidence"))
    card.add(Banner("Exported and read back: every field is the same.", "good"))
    card.add(Banner("The page asks for a login. Paste the text of the posting instead.", "bad", action="Paste text"))
    card.add(Banner("This version is being tailored.", "accent"))
    return card


def _cards() -> QWidget:
    first, second = _job("Platform Engineer", "Halden Rail", "74"), _job("Senior Data Engineer", "Northwind", "86")
    second.set_selected(True)
    panel = Panel("Interested")
    panel.add(first, second)
    rows = Rows("What they ask for")
    found = [("check-circle", "green", "Apache Spark", "“Rebuilt the nightly Spark jobs…” Brightwater")]
    found += [("check-circle", "green", "dbt", "Skills"), ("x-circle", "amber", "Terraform", "asked once")]
    for icon, color, word, where in found:
        name = Text(word, size=12, weight=600)
        name.setFixedWidth(110)
        rows.add(
            holder(row(IconView(icon, color, name="found"), name, Text(where, size=12, tone="second", elide=True)))
        )
    line = row(panel, rows, spacing=12)
    line.setAlignment(rows, Qt.AlignmentFlag.AlignTop)
    return holder(line)


def _job(title: str, company: str, score: str) -> ClickCard:
    card = ClickCard(f"{title}, {company}")
    card.add(Text(title, weight=600), Text(company, size=12, tone="second"), 4)
    card.add(row(Badge(score, name="Match"), Tag("priority"), STRETCH, Text("2 d", size=12, tone="second")))
    return card


def _tabs() -> QWidget:
    card = Card("Tabs")
    pages = TabbedPages("Job")
    for key, label in (("overview", "Overview"), ("match", "Match"), ("tailor", "Tailor"), ("timeline", "Timeline")):
        pages.add(key, label, Text(f"What stands under {label}.", tone="second"))
    pages.set_value("match")
    card.add(pages)
    return card


def _markdown() -> QWidget:
    card = Card("Markdown")
    card.add(MarkdownView("Posting", _POSTING))
    return card


def _pages() -> QWidget:
    pages = ImagePages("Résumé")
    pages.set_pages([(595, 842), (595, 842)])
    paper = QImage(595, 842, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.setPen(QColor(tokens.LIGHT.text))
    painter.drawText(QPoint(60, 90), "Lena Marsh")
    painter.end()
    pages.set_page(0, paper)
    pages.set_highlights([Highlight(0, 0.1, 0.085, 0.12, 0.03)])
    notes = Text("The other side of a splitter.", tone="second", wrap=True)
    split = Splitter(pages, holder(column(notes, STRETCH, margins=16)))
    split.setSizes([300, 120])
    split.setFixedHeight(520)
    return split


def _empty() -> QWidget:
    card = Card()
    words = "Paste a link or the text of a posting and it becomes a card here."
    card.add(EmptyState("briefcase", words, title="No jobs yet", action="Add job", link="Explore with sample data"))
    return card


def _drop() -> QWidget:
    zone = DropZone("Drop your résumé here", hint="PDF, DOCX, text, Markdown or JSON Resume", button="Choose a file…")
    page = Panel()
    page.setMinimumSize(240, 140)
    veil = DropVeil(page, "Let go to attach it")
    QTimer.singleShot(_STILL_MS, veil, lambda: veil.lift(over=True))  # once the page has its size
    return holder(row(zone, page, spacing=16))


def _drawer() -> QWidget:
    host = Panel()
    host.setMinimumSize(460, 260)
    drawer = Drawer(host, "Senior Data Engineer", width=400)
    head = row(Heading("Senior Data Engineer", 2), STRETCH, IconButton("x", "Close"))
    body = column(head, Tabs([("match", "Match"), ("notes", "Notes")], "Job"), STRETCH, margins=20)
    drawer.set_content(holder(body))
    drawer.slide_in()
    return host


def _dialog() -> QWidget:
    """A dialog as a part of the page, so that it can be looked at with the rest."""
    dialog = Dialog("Leave without a backup?")
    dialog.setModal(False)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.body.addWidget(Text("The drive you chose is not connected. Your data stays where it is.", wrap=True))
    dialog.add_button("Leave", "leave", "danger")
    dialog.add_button("Choose another place", "choose", "primary")
    return dialog


def _menu() -> QWidget:
    def nothing() -> None: ...

    edit = MenuEntry("Edit", nothing, icon="pencil-simple", shortcut="F2")
    unread = MenuEntry("Make primary", nothing, icon="star", enabled=False)
    remove = MenuEntry("Remove", nothing, icon="trash", shortcut="Del", danger=True)
    menu = make_menu(None, [edit, MenuEntry("Priority", nothing, checked=True), unread, SEPARATOR, remove])
    menu.setWindowFlags(Qt.WindowType.Widget)
    menu.setFixedSize(menu.sizeHint())
    line = row(menu, STRETCH)
    line.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(line)


def _rings() -> QWidget:
    """What the keyboard is on, as it looks on each kind of control."""
    card = Card("Keyboard focus")
    card.add(_Ringed(Radius.CONTROL, "on a control"), _Ringed(Radius.CARD, "on a card"))
    return card


class _Ringed(QWidget):
    def __init__(self, radius: int, words: str) -> None:
        super().__init__()
        self._radius, self._words = radius, words
        self.setFixedHeight(36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        surface(painter, area, self._radius, theme.color("surface"), theme.color("line"))
        focus_ring(painter, area, self._radius)
        painter.setPen(theme.color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._words)


def _toasts() -> QWidget:
    toasts = [Toast("Moved to Applied", action="Undo"), Toast("Exported lena-marsh.pdf", action="Open", tone="good")]
    toasts.append(Toast("This file is locked with a password. Save a copy without it and drop that.", tone="bad"))
    return holder(row(*toasts, STRETCH, margins=(8, 0, 8, 0)))


def _icons() -> QWidget:
    flow = FlowLayout(10)
    for name in sorted(NAMES):
        flow.addWidget(IconView(name, "second", size=20, name=name))
    flow.setContentsMargins(20, 8, 20, 20)
    return holder(flow)


def _sidebar() -> QWidget:
    sidebar = SidebarNav("Lena Marsh")
    entries = [("today", "Today", "sun"), ("jobs", "Jobs", "briefcase"), ("resumes", "Résumés", "files")]
    for key, text, icon in [*entries, ("documents", "Documents", "folders")]:
        sidebar.add(key, text, icon)
    sidebar.add("activity", "Activity", "lightning", below=True)
    sidebar.add("settings", "Settings", "gear-six", below=True)
    sidebar.set_count("jobs", 38)
    sidebar.set_count("activity", 1)
    sidebar.set_current("jobs")
    return sidebar


def _strip() -> QWidget:
    strip = ActivityStrip()
    strip.set_tasks([sample_task(1, "Reading “Senior Data Engineer, Northwind”", TaskState.RUNNING, 0.62)])
    strip.set_trailing("On this computer only")
    return strip


def sample_task(number: int, title: str, state: TaskState, progress: float | None = None) -> Task:
    """A task as the queue would tell of it, for looking at."""
    now = datetime.now(UTC)
    failed = state == TaskState.FAILED
    return Task(
        id=number,
        kind="sample",
        title=title,
        subject="",
        payload={},
        state=state,
        progress=progress,
        note="",
        attempts=1,
        next_attempt=None,
        interrupted=False,
        error="The file is empty." if failed else "",
        next_step="Choose another one." if failed else "",
        result=None,
        created=now,
        started=now,
        finished=None,
    )
