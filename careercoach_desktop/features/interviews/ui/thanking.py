"""Following up after a round: the draft, and what becomes of it (copied, mailed, kept)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.interviews.following_up import (
    FollowUpDraft,
    Occasion,
    Wish,
    likely_language,
    mail_link,
    topics_of,
)
from careercoach_desktop.features.interviews.model import InterviewLine
from careercoach_desktop.features.interviews.ui.thank_dialog import SENT, ThankDialog, Writing
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.profile.service import ProfileService


class Thanking:
    """``write`` shows the draft; true when the person says that they have sent it."""

    def __init__(
        self,
        desk: Desk,
        jobs: JobService,
        profile: ProfileService,
        documents: DocumentService,
    ) -> None:
        self._desk, self._jobs, self._profile, self._documents = desk, jobs, profile, documents
        self.dialog: ThankDialog | None = None

    async def write(self, line: InterviewLine, wish: Wish, today: date) -> bool:
        """``today`` where the person lives."""
        writing = await self._desk.run(self._ground, line, wish, today)
        dialog = self.dialog = ThankDialog(self._desk.window, writing)
        kept: list[int] = []
        dialog.copy_wanted.connect(lambda: self._copy(dialog))
        dialog.mail_wanted.connect(lambda: self._mail(dialog))
        dialog.keep_wanted.connect(lambda: self._desk.start(self._keep(dialog, line, kept), owner=dialog))
        try:
            return await dialog.answer() == SENT
        finally:
            self.dialog = None

    def _ground(self, line: InterviewLine, wish: Wish, today: date) -> Writing:
        one = line.interview
        posting = self._jobs.job(one.job_id).posting
        occasion = Occasion(
            type=one.type,
            day=one.when.day,
            title=posting.title,
            company=posting.company,
            sender=self._profile.profile().name,
            today=today,
        )
        language = likely_language(posting.description, QLocale().bcp47Name())
        return Writing(occasion, one.interviewers, topics_of(one), language, wish)

    def _copy(self, dialog: ThankDialog) -> None:
        _to_clipboard(dialog.draft())
        dialog.handed_over(tr("Copied."))

    def _mail(self, dialog: ThankDialog) -> None:
        draft = dialog.draft()
        link = mail_link([each.email for each in dialog.recipients()], draft.subject, draft.text)
        opened = QDesktopServices.openUrl(QUrl.fromEncoded(link.url.encode()))
        if not opened:
            _to_clipboard(draft)
            dialog.handed_over(tr("No mail program answered. The message is copied: paste it where you write mail."))
        elif not link.whole:
            _to_clipboard(draft)
            dialog.handed_over(tr("It is long, so the message is copied: paste it into the mail."))
        else:
            dialog.handed_over(tr("Opened in your mail program."))

    async def _keep(self, dialog: ThankDialog, line: InterviewLine, kept: list[int]) -> None:
        """As a document; kept again it becomes the next version of the same one."""
        draft = dialog.draft()
        names = ", ".join(each.name for each in dialog.recipients()) or line.company
        title = tr("To {0}").format(names) if names else tr("After the interview")
        version = await self._desk.run(
            self._documents.save_version,
            DocumentType.OTHER,
            title,
            f"{draft.subject}\n\n{draft.text}",
            name=tr("Draft"),
            details={},
            job_id=line.interview.job_id,
            document_id=kept[0] if kept else None,
        )
        kept[:] = [version.document_id]
        dialog.handed_over(tr("Saved in Documents as “{0}”.").format(title))


def _to_clipboard(draft: FollowUpDraft) -> None:
    QGuiApplication.clipboard().setText(draft.text)
