"""What the buttons and keys of the letter's page do with the letter; the page shows what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from careercoach_desktop.features.documents.model import DocumentVersion
from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.ui import EvidenceDialog
from careercoach_desktop.features.letters.model import Letter, LetterFormat
from careercoach_desktop.features.letters.ui.handing_over import copy_letter, export_letter
from careercoach_desktop.features.letters.ui.letter_aside import CHECK, VERSIONS
from careercoach_desktop.features.letters.ui.letter_dialogs import RewriteDialog
from careercoach_desktop.features.letters.ui.letter_saving import PAGE
from careercoach_desktop.features.letters.ui.part_row import ParagraphRow
from careercoach_desktop.features.letters.ui.versions_pane import CompareDialog
from careercoach_desktop.features.letters.writing import plain_text, saying
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.features.letters.ui.letter_page import LetterPage


class LetterVerbs(QObject):
    """Connects itself to the page's parts; nothing happens while a letter is being written."""

    def __init__(self, desk: Desk, letters: LetterService, page: LetterPage) -> None:
        super().__init__(page)
        self._desk, self._letters, self._page = desk, letters, page
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        page = self._page
        header, check, versions, paper = page.header, page.aside.check, page.aside.versions, page.sheet.paper
        header.copy_wanted.connect(self.copy)
        header.save_wanted.connect(self.save)
        header.export_wanted.connect(lambda kind: page.begin(self._export(kind)))
        check.shown_wanted.connect(paper.go_to_words)
        check.evidence_wanted.connect(lambda part, claim: page.begin(self._add_evidence(part, claim)))
        check.removal_wanted.connect(lambda part, claim: page.begin(self._remove_claim(part, claim)))
        check.stand_wanted.connect(lambda part: page.begin(self._accept(part, accepted=True)))
        check.marked_again.connect(lambda part: page.begin(self._accept(part, accepted=False)))
        versions.save_wanted.connect(self.save)
        versions.compare_wanted.connect(lambda version: page.begin(self._look_at(version)))
        versions.restore_wanted.connect(lambda version: page.begin(self._restore(version)))
        paper.claims_wanted.connect(self._show_claims)
        paper.wanted.connect(self._on_wanted)
        page.sheet.discard_wanted.connect(lambda: page.begin(self._discard()))
        page.writing.rewritten.connect(lambda part, before: page.begin(self._on_rewritten(part, before)))

    def _bind_keys(self) -> None:
        page = self._page
        keys: list[tuple[str, Callable[[], object]]] = [
            ("F8", lambda: self._go_to_claim(1)),
            ("Shift+F8", lambda: self._go_to_claim(-1)),
            ("Ctrl+R", lambda: self._here("rewrite")),
            ("Ctrl+Shift+Del", lambda: self._here("remove")),
            ("Ctrl+S", self.save),
            ("Ctrl+Shift+S", page.header.choose_format),
            ("Ctrl+Shift+C", self.copy),
        ]
        for key, run in keys:
            shortcut = QShortcut(QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    @property
    def _is_ready(self) -> bool:
        return self._page.letter is not None and not self._page.writing.is_writing

    # --- the whole letter --------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put it on the clipboard."""
        if self._is_ready:
            self._page.begin(self._copy())

    def save(self) -> None:
        """Keep it as a version."""
        if self._is_ready:
            self._page.begin(self._save())

    async def _copy(self) -> None:
        copy_letter(self._desk, (await self._settled()).draft)

    async def _save(self) -> None:
        letter = await self._settled()
        version = await self._desk.run(self._letters.save_as_document, letter.id)
        self._desk.toast(
            f"Saved as version {version.number} in Documents.",
            action="Show",
            on_action=lambda: self._desk.open("documents", version.document_id),
            tone="good",
        )

    async def _discard(self) -> None:
        letter = await self._settled()
        change = await self._page.steps.discard(letter.id, lambda back: self._desk.open(PAGE, back))
        self._desk.offer_undo("Thrown away.", change)

    async def _export(self, kind: LetterFormat) -> None:
        page, letter = self._page, await self._settled()
        if page.job is None:
            return
        try:
            done = await export_letter(self._desk, self._letters, letter, page.job.posting, kind)
        except UserError as error:
            if error.code == "letter-has-gaps":
                page.sheet.paper.go_to_gap(None, 1)
            raise
        if done:
            await self._desk.run(self._letters.note_export, letter.id)

    async def _settled(self) -> Letter:
        """The letter as it is stored, once everything that was typed is."""
        page = self._page
        if page.letter is None:
            raise RuntimeError("The page shows no letter.")
        await page.saver.settle()
        return await self._desk.run(self._letters.letter, page.letter.id)

    # --- claims ------------------------------------------------------------------------------------------------

    def _go_to_claim(self, step: int) -> None:
        if not self._page.sheet.paper.go_to_claim(step):
            self._desk.toast("Nothing is left unproved.", tone="good", kind="letter-claims")

    def _show_claims(self, part: str) -> None:
        self._page.aside.turn_to(CHECK)
        self._page.aside.check.show_claims_of(part)

    async def _add_evidence(self, part: str, claim: Claim) -> None:
        letter = await self._settled()
        said = next((each.text for each in letter.draft.paragraphs if each.id == part), "")
        words = f"The letter says: “{saying(said, claim.text)}”"
        note = await EvidenceDialog(words, [claim], "the letter", self._page).note()
        if note:
            await self._desk.run(self._letters.add_evidence, letter.id, note)
            self._desk.toast("Kept as your evidence and checked again.", tone="good")

    async def _remove_claim(self, part: str, claim: Claim) -> None:
        letter = await self._settled()
        change = await self._page.steps.remove_claim(letter.id, part, claim)
        self._desk.offer_undo(f"“{claim.text}” taken out.", change)

    async def _accept(self, part: str, *, accepted: bool) -> None:
        letter = await self._settled()
        await self._page.steps.accept(letter.id, part, accepted=accepted)

    # --- paragraphs --------------------------------------------------------------------------------------------

    def _here(self, what: str) -> None:
        row = self._page.sheet.paper.row_with_keyboard()
        if isinstance(row, ParagraphRow):
            self._on_wanted(row, what)

    def _on_wanted(self, row: ParagraphRow, what: str) -> None:
        if not self._is_ready:
            return
        edits = self._page.edits
        if what == "rewrite":
            self._page.begin(self._rewrite(row))
        elif row.field.isReadOnly():
            return  # it is being written anew
        elif what == "remove":
            edits.remove(row)
        elif what == "add":
            edits.add(row)
        else:
            edits.move(row, 1 if what == "down" else -1)

    async def _rewrite(self, row: ParagraphRow) -> None:
        if row.field.isReadOnly() or not row.part:
            return
        letter = await self._settled()
        dialog = RewriteDialog(self._desk, self._letters, letter.id, row.part, row.field.text(), self._page)
        wish = await dialog.wish()
        if wish is not None:
            await self._desk.run(self._letters.rewrite, letter.id, row.part, wish)

    async def _on_rewritten(self, part: str, before: str) -> None:
        letter = await self._settled()
        after = next((each.text for each in letter.draft.paragraphs if each.id == part), before)
        if after != before:
            change = self._page.steps.rewritten(letter.id, part, before, after)
            self._desk.offer_undo("The paragraph is written anew.", change)

    # --- versions ----------------------------------------------------------------------------------------------

    async def _look_at(self, version: DocumentVersion) -> None:
        letter = await self._settled()
        if await CompareDialog(version, plain_text(letter.draft), self._page).answer() == "restore":
            await self._restore(version)

    async def _restore(self, version: DocumentVersion) -> None:
        letter = await self._settled()
        change = await self._page.steps.restore(letter.id, version.id)
        self._page.aside.turn_to(VERSIONS)
        self._desk.offer_undo(f"Back to version {version.number}.", change)
