"""Tables and exported files on their way in: looked at in the child process, then taken in as a task.

An import goes on where it was when it is interrupted: how far it is stands in the same transaction as the jobs it has
added. What was there already is not added again, and every row that is no job is told with the reason.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import CaptureState, ContactsChanged, JobAdded, JobStatus, TimelineKind
from careercoach_desktop.features.jobs.model.importing import ImportReport, NotTaken
from careercoach_desktop.features.jobs.service.applying import recall_application
from careercoach_desktop.features.jobs.service.base import Clock
from careercoach_desktop.features.jobs.service.ranking import STEP
from careercoach_desktop.features.jobs.store import JobStore, Standing, posting_values
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.exchange import Column, Incoming, JobRecord
    from careercoach_desktop.features.jobs.exchange.entries import RowProblem
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.known import KnownJobs
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskContext, TaskQueue

IMPORT_TASK = "jobs.import"
_AT_ONCE = 25
"""Rows in one transaction: some 70 ms, so that a card that is moved meanwhile does not wait."""


class ImportService:
    """What a person can do with a table of jobs."""

    def __init__(
        self, database: Database, queue: TaskQueue, jobs: JobService, child: ChildProcess, clock: Clock
    ) -> None:
        self._db = database
        self._queue = queue
        self._jobs = jobs
        self._child = child
        self._now = clock

    def look_at_file(self, data: bytes, name: str) -> Incoming:
        """What a file holds; nothing is kept. Raises UserError as ``exchange.look_at_file``."""
        from careercoach_desktop.features.jobs.exchange import look_at_file

        found: Incoming = self._child.call(look_at_file, data, name)
        return found

    def look_at_paste(self, text: str, html: str, title: str) -> Incoming:
        """What was copied out of a spreadsheet holds; nothing is kept. Raises UserError as for a file."""
        from careercoach_desktop.features.jobs.exchange import look_at_paste

        found: Incoming = self._child.call(look_at_paste, text, html, title)
        return found

    def preview(
        self, incoming: Incoming, mapping: Sequence[Column], *, usual_month_first: bool, most: int = 20
    ) -> list[JobRecord | RowProblem]:
        """The first rows as the jobs they would become."""
        from careercoach_desktop.features.jobs.exchange.entries import entries

        table = incoming.table
        if table is None:
            return list(incoming.records[:most])
        reading = self._reading(incoming, mapping, usual_month_first=usual_month_first)
        rows: list[JobRecord | RowProblem] = self._child.call(
            entries, table.head, table.rows[:most], table.lines[:most], reading
        )
        return rows

    def begin(
        self,
        incoming: Incoming,
        mapping: Sequence[Column] = (),
        *,
        usual_month_first: bool = False,
        read_links: bool = False,
    ) -> tuple[int, int]:
        """Take it in, in the background; the import and its task. ``mapping`` says what each column of a table holds;
        ``read_links``: open the posting behind each link too, to fill in what the table does not say."""
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        source: dict[str, Any] = {"read_links": read_links, "total": incoming.count}
        if incoming.table is None:
            source["records"] = [one.model_dump(mode="json") for one in incoming.records]
        else:
            reading = self._reading(incoming, mapping or incoming.mapping, usual_month_first=usual_month_first)
            source |= {"table": incoming.table.model_dump(), "reading": reading.model_dump(mode="json")}
        with self._db.write() as unit:
            import_id = ExchangeStore(unit.session).begin(incoming.title, json.dumps(source), self._now())
            title = f"Importing “{incoming.title}”"
            task_id = self._queue.enqueue(
                unit, IMPORT_TASK, title, {"import_id": import_id}, subject=f"import:{import_id}"
            )
        return import_id, task_id

    def report(self, import_id: int) -> ImportReport:
        """What has become of its rows so far."""
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        with self._db.read() as session:
            state = ExchangeStore(session).state(import_id)
        return ImportReport() if state is None else ImportReport.model_validate_json(state.report)

    def take_back(self, import_id: int, *, back: bool = True) -> int:
        """Remove everything an import added, people included; ``back=False`` brings it back. How many jobs."""
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        report = self.report(import_id)
        with self._db.write() as unit:
            if back:
                self._jobs.delete(report.added)
            else:
                self._jobs.restore(report.added)
            if report.contacts:
                ExchangeStore(unit.session).set_contacts_deleted(report.contacts, self._now() if back else None)
                unit.emit(ContactsChanged(tuple(report.contacts), tuple(report.added)))
        return len(report.added)

    # The task ------------------------------------------------------------------------------------------------

    def take_in(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """Run ``jobs.import`` from where it stands. Safe to run again after a crash, a cut or a quit."""
        from careercoach_desktop.features.jobs.service.known import KnownJobs
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        import_id = int(payload["import_id"])
        with self._db.read() as session:
            state = ExchangeStore(session).state(import_id)
            if state is None or not state.source:
                return None
            known = KnownJobs.of(session)
        source = json.loads(state.source)
        done, total = state.done, int(source["total"])
        report = ImportReport.model_validate_json(state.report)
        while done < total:
            context.progress(done / total, f"{done:,} of {total:,}")
            chunk = self._chunk(context, source, done)
            context.check_cancelled()
            with self._db.write() as unit:
                self._take(unit, chunk, known, report, state.title, read_links=bool(source["read_links"]))
                done += len(chunk)
                values: dict[str, Any] = {"done": done, "report": report.model_dump_json()}
                if done >= total:
                    values |= {"source": "", "finished": self._now()}
                ExchangeStore(unit.session).go_on(import_id, values)
        return {"import_id": import_id, "added": len(report.added)}

    def _chunk(self, context: TaskContext, source: dict[str, Any], done: int) -> list[JobRecord | RowProblem]:
        from careercoach_desktop.features.jobs.exchange import JobRecord
        from careercoach_desktop.features.jobs.exchange.entries import Reading, entries

        until = done + _AT_ONCE
        if "records" in source:
            return [JobRecord.model_validate(one) for one in source["records"][done:until]]
        table = source["table"]
        reading = Reading.model_validate(source["reading"])
        rows: list[JobRecord | RowProblem] = context.in_child(
            entries, table["head"], table["rows"][done:until], table["lines"][done:until], reading
        )
        return rows

    def _take(
        self,
        unit: UnitOfWork,
        chunk: Sequence[JobRecord | RowProblem],
        known: KnownJobs,
        report: ImportReport,
        title: str,
        *,
        read_links: bool,
    ) -> None:
        from careercoach_desktop.features.jobs.exchange import JobRecord
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        bottoms = ExchangeStore(unit.session).bottoms()
        for one in chunk:
            if not isinstance(one, JobRecord):
                report.refused.append(NotTaken(what=one.text, why=one.why, line=one.line))
                continue
            named = ", ".join(part for part in (one.posting.title, one.posting.company) if part)
            there = known.find(one)
            if there is not None:
                why = "You have this job already."
                report.known.append(NotTaken(what=named, why=why, line=one.line, job_id=there))
                continue
            bottoms[one.status] += STEP
            job_id = self._add(unit, one, bottoms[one.status], title, report, read_links=read_links)
            known.add(job_id, one)
            report.added.append(job_id)
            unit.emit(JobAdded(job_id))

    def _add(
        self, unit: UnitOfWork, record: JobRecord, rank: float, title: str, report: ImportReport, *, read_links: bool
    ) -> int:
        from careercoach_desktop.features.jobs.store.exchanging import ExchangeStore

        now = self._now()
        store, exchange = JobStore(unit.session), ExchangeStore(unit.session)
        job_id = store.insert({**_columns(record, now), "rank": rank})
        exchange.add_past(job_id, record)
        if not record.events:
            store.add_event(job_id, TimelineKind.ADDED, f"from “{title}”", record.created or now)
        _catch_up(store, job_id, record, now)
        people = exchange.add_belongings(job_id, record, now)
        report.contacts += people
        if people:
            unit.emit(ContactsChanged(tuple(people), (job_id,)))
        recall_application(unit, job_id, record.status, record.applied, now)
        link = looks_like_url(record.posting.url)
        nameless = record.line > 0 and "title" not in record.edited
        if link and (read_links or nameless) and not record.posting.description:
            self._jobs.read_behind(unit, job_id, link)
        return job_id

    def _reading(self, incoming: Incoming, mapping: Sequence[Column], *, usual_month_first: bool) -> Any:
        from careercoach_desktop.features.jobs.exchange.entries import how_to_read

        if incoming.table is None:
            raise TypeError("only a table has columns")
        return how_to_read(incoming.table, mapping, self._today(), usual_month_first=usual_month_first)

    def _today(self) -> date:
        return self._now().astimezone().date()


def _columns(record: JobRecord, now: Any) -> dict[str, Any]:
    """The job's row, but for its place."""
    page = record.page
    kept: dict[str, Any] = {}
    if page is not None:
        text = "page_text" if page.is_markdown else "pasted_text"
        kept = {text: page.text, "page_url": page.url, "page_at": page.at}
    created = record.created or now
    entered = record.entered_column or max((one.at for one in record.history), default=created)
    return {
        **posting_values(record.posting),
        **kept,
        "status": record.status.value,
        "tags": json.dumps(list(dict.fromkeys(record.tags))),
        "notes": record.notes,
        "priority": record.priority,
        "archived": record.archived,
        "created": created,
        "entered_column": entered,
        "applied_at": record.applied,
        "follow_up": record.follow_up,
        "also_at": json.dumps(record.also_at),
        "edited_fields": json.dumps(record.edited),
        "capture": CaptureState.FAILED.value if record.problem else CaptureState.READ.value,
        "problem": record.problem,
    }


def _catch_up(store: JobStore, job_id: int, record: JobRecord, now: Any) -> None:
    """A table says where a job stands, not how it came there: the last step is taken now, where one is missing."""
    last = record.history[-1].to_status if record.history else JobStatus.INTERESTED
    if record.entered_column is not None or last is record.status:
        return
    before = record.history[-1].at if record.history else (record.created or now)
    at = now if now > before else before + timedelta(seconds=1)
    first = record.status is JobStatus.APPLIED and record.applied is None
    store.add_change(Standing(job_id, last, 0.0, before, record.applied), record.status, at, first_applied=first)
    store.update(job_id, {"entered_column": at} | ({"applied_at": at} if first else {}))
