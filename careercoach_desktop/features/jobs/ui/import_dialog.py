"""A table before it is imported: what each of its columns holds, and what its first rows become."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.ui.words import (
    place_words,
    reading_locale,
    salary_words,
    short_date,
    status_word,
    tr,
)
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    CheckBox,
    ComboButton,
    Desk,
    Dialog,
    Line,
    Rows,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.exchange import Column, Incoming
    from careercoach_desktop.features.jobs.service.importing import ImportService

IMPORT = "import"
_COLUMNS_HEIGHT = 292
_PREVIEWED = 3
_WORDS = {
    "SKIP": "Leave out",
    "TITLE": "Title",
    "COMPANY": "Company",
    "LOCATION": "Place",
    "URL": "Link",
    "STATUS": "Status",
    "SALARY": "Salary",
    "SALARY_MIN": "Salary from",
    "SALARY_MAX": "Salary to",
    "CURRENCY": "Currency",
    "PERIOD": "Salary period",
    "WORK_MODE": "Work mode",
    "JOB_TYPE": "Job type",
    "POSTED": "Posted",
    "DEADLINE": "Deadline",
    "APPLIED": "Applied on",
    "ADDED": "Added on",
    "FOLLOW_UP": "Follow up on",
    "TAGS": "Tags",
    "PRIORITY": "Priority",
    "ARCHIVED": "Archived",
    "NOTES": "Notes",
    "DESCRIPTION": "Description",
    "SOURCE": "Found on",
    "COMPANY_URL": "Company’s page",
    "CONTACT": "Contact",
    "CONTACT_EMAIL": "Contact’s email",
    "CONTACT_PHONE": "Contact’s phone",
}


async def import_jobs(desk: Desk, imports: ImportService, incoming: Incoming) -> int | None:
    """Show what a table or an export holds and take it in; the import, or None when the person changed their mind."""
    if incoming.table is None:
        title = tr("Import {0} jobs?").format(QLocale().toString(incoming.count))
        words = tr(
            "“{0}” holds jobs that were exported from Career Coach. Those you have already are left as they are."
        )
        if incoming.count == 0 or not await desk.ask(title, words.format(incoming.title), confirm=tr("Import")):
            return None
        import_id, _task = await desk.run(imports.begin, incoming)
        return import_id
    dialog = ImportDialog(desk.window, desk, imports, incoming)
    if await dialog.answer() != IMPORT:
        return None
    import_id, _task = await desk.run(
        imports.begin,
        dialog.incoming,
        dialog.mapping(),
        usual_month_first=usual_month_first(),
        read_links=dialog.reads_links,
    )
    return import_id


class ImportDialog(Dialog):
    """One line for each column of the table: its heading, what stands in it, what it holds. Below, the first jobs."""

    def __init__(self, parent: QWidget | None, desk: Desk, imports: ImportService, incoming: Incoming) -> None:
        super().__init__(tr("Import “{0}”").format(incoming.title), parent, width=720)
        self._desk = desk
        self._imports = imports
        self.incoming = incoming
        self._asked = 0
        self._choices: list[ComboButton] = []
        self._says = Text("", size=Size.SMALL, tone="second", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._columns = Scroll(column(self._grid, margins=(0, 0, Space.M, 0)), tr("Columns"))
        self._head = CheckBox(tr("The first row holds headings"))
        self._links = CheckBox(tr("Open each link once, to fill in what the table does not say"))
        self._jobs = Rows(tr("The first jobs"))
        self._refused = Text("", size=Size.SMALL, tone="amber", wrap=True)
        self.body.addWidget(self._says)
        self.body.addWidget(self._columns)
        self.body.addWidget(self._head)
        self.body.addWidget(self._links)
        self.body.addWidget(Line())
        self.body.addWidget(Text(tr("What the first rows become"), size=Size.SMALL, tone="third"))
        self.body.addWidget(holder(column(self._jobs)))
        self.body.addWidget(self._refused)
        self.add_button(tr("Cancel"), "")
        self._import = self.add_button("", IMPORT, "primary")
        self._show_columns()
        self._head.setChecked(bool(self._table.head))
        self._head.toggled.connect(self._set_head)

    @property
    def reads_links(self) -> bool:
        return self._links.isVisibleTo(self) and self._links.isChecked()

    def mapping(self) -> tuple[Column, ...]:
        """What each column holds, as it is chosen now."""
        from careercoach_desktop.features.jobs.exchange import Column

        return tuple(Column(choice.value()) for choice in self._choices)

    def choose(self, at: int, key: str) -> None:
        """Say what a column holds; another one that was said to hold the same is left out."""
        from careercoach_desktop.features.jobs.exchange.headings import REPEATABLE

        self._choices[at].set_value(key)
        for other, choice in enumerate(self._choices):
            if other != at and choice.value() == key and key not in {one.value for one in REPEATABLE}:
                choice.set_value("SKIP")
        self._changed()

    @property
    def _table(self) -> Any:
        return self.incoming.table

    def _set_head(self, on: bool) -> None:
        self._import.setEnabled(False)
        self._desk.start(self._look_again(head=on), owner=self)

    async def _look_again(self, *, head: bool) -> None:
        """Not here: every column of a wide table takes a while to be understood."""
        incoming = await self._desk.work(self.incoming.with_head, head)
        if head is self._head.isChecked():
            self.incoming = incoming
            self._show_columns()

    def _show_columns(self) -> None:
        clear(self._grid)
        self._choices = []
        names = [(key, tr(words)) for key, words in _WORDS.items()]
        for at, held in enumerate(self.incoming.mapping):
            head = self._table.head[at] if at < len(self._table.head) else ""
            name = head or tr("Column {0}").format(at + 1)
            examples = " · ".join(" ".join(cell.split()) for cell in self._table.first_of(at, 3))[:200]
            choice = ComboButton(names, tr("What “{0}” holds").format(name), value=held.value, compact=True)
            choice.changed.connect(lambda key, place=at: self.choose(place, key))
            choice.setFixedWidth(160)
            self._choices.append(choice)
            self._grid.addWidget(Text(name, weight=500, elide=True), at, 0)
            self._grid.addWidget(Text(examples or tr("empty"), size=Size.SMALL, tone="third", elide=True), at, 1)
            self._grid.addWidget(choice, at, 2, Qt.AlignmentFlag.AlignRight)
            self._grid.setRowMinimumHeight(at, 30)
        self._grid.setColumnMinimumWidth(0, 150)
        self._columns.setFixedHeight(min(_COLUMNS_HEIGHT, 38 * len(self._choices)))
        self._changed()

    def _changed(self) -> None:
        count = self.incoming.count
        keys = {choice.value() for choice in self._choices}
        rows = tr("1 row") if count == 1 else tr("{0} rows").format(QLocale().toString(count))
        named = bool(keys & {"TITLE", "URL"})
        ask = tr("Check what each column holds.") if named else tr("Say which column holds the title or the link.")
        self._says.setText(f"{rows}. {ask}")
        self._links.setVisible("URL" in keys)
        self._promise(count)
        self._import.setEnabled(named)
        self._asked += 1
        self._desk.start(self._preview(self._asked), owner=self)

    def _promise(self, count: int) -> None:
        many = tr("Import {0} rows").format(QLocale().toString(count))
        self._import.setText(tr("Import 1 row") if count == 1 else many)

    async def _preview(self, asked: int) -> None:
        rows = await self._desk.work(
            self._imports.preview, self.incoming, self.mapping(), usual_month_first=usual_month_first(), most=50
        )
        if asked != self._asked:
            return
        jobs = [one for one in rows if hasattr(one, "posting")]
        refused = [one for one in rows if not hasattr(one, "posting")]
        self._jobs.clear()
        for job in jobs[:_PREVIEWED]:
            self._jobs.add(_job_line(job))
        if not jobs:
            self._jobs.add(Text(tr("No job yet"), size=Size.SMALL, tone="third"))
        self._refused.setVisible(bool(refused))
        if refused and len(rows) == self.incoming.count:  # all were looked at: what can't come is not promised
            self._promise(len(jobs) or len(rows))
            self._import.setEnabled(bool(jobs))
        if refused:
            words = tr("Row {0} can’t be imported: {1}")
            self._refused.setText(words.format(refused[0].line, f"{refused[0].why[:1].lower()}{refused[0].why[1:]}"))
        self.fit_soon()


def usual_month_first() -> bool:
    """Whether the person's locale writes 12/31."""
    return reading_locale().dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("m")


def _job_line(job: Any) -> QWidget:
    posting: Posting = job.posting
    head = " · ".join(one for one in (posting.title, posting.company) if one)
    facts = [
        status_word(job.status),
        place_words(posting.location, posting.work_mode),
        salary_words(posting),
        tr("applied {0}").format(short_date(job.applied.date(), today_here())) if job.applied else "",
        ", ".join(job.tags),
    ]
    below = Text(" · ".join(one for one in facts if one), size=Size.SMALL, tone="third", elide=True)
    return holder(column(Text(head, weight=500, elide=True), below, spacing=2))
