"""Tables as programs write them: every encoding, delimiter and quoting, heads in many words, dates in two orders."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from careercoach_desktop.features.jobs.exchange import Column, look_at_file, look_at_paste
from careercoach_desktop.features.jobs.exchange.entries import RowProblem, entries, how_to_read
from careercoach_desktop.features.jobs.exchange.headings import heading
from careercoach_desktop.features.jobs.exchange.letters import decoded
from careercoach_desktop.features.jobs.exchange.record import JobRecord
from careercoach_desktop.features.jobs.exchange.statuses import read_status
from careercoach_desktop.features.jobs.exchange.tables import Table, looks_like_table
from careercoach_desktop.features.jobs.model import JobStatus, JobType, Relation, SalaryPeriod, WorkMode
from careercoach_desktop.foundation.errors import UserError

TODAY = date(2026, 11, 20)
TEXT = "Job Title,Company,Location,Status\nBäcker,Müller & Söhne,Zürich,applied\nNurse,Ward,York,\n"


def table(data: bytes | str, name: str = "jobs.csv") -> Table:
    held = look_at_file(data.encode() if isinstance(data, str) else data, name).table
    assert held is not None
    return held


def read(data: bytes | str, *, american: bool = False) -> list[JobRecord | RowProblem]:
    found = look_at_file(data.encode() if isinstance(data, str) else data, "jobs.csv")
    assert found.table is not None
    how = how_to_read(found.table, found.mapping, TODAY, usual_month_first=american)
    return entries(found.table.head, found.table.rows, found.table.lines, how)


def one(data: str, *, american: bool = False) -> JobRecord:
    (record,) = read(data, american=american)
    assert isinstance(record, JobRecord)
    return record


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_letters_and_delimiters(encoding: str, mark: str) -> None:
    found = table(TEXT.replace(",", mark).encode(encoding))
    assert found.head == ["Job Title", "Company", "Location", "Status"]
    assert found.rows[0] == ["Bäcker", "Müller & Söhne", "Zürich", "applied"]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Zaměstnavatel,Název pozice\nDvořák & syn,Pekař na noc v Ústí\nKučera,Řidič\n", "cp1250"),
        ("Firma,Stanowisko\nMłyn Łódź,Piekarz nocny\nWięź,Księgowa\n", "cp1250"),
        ("Компания,Должность\nХлебозавод,Пекарь ночной смены\n", "cp1251"),
        ("Virksomhed,Stilling\nBageriet Ærø,Bager på natskift\nRødby,Smørrebrød\n", "cp1252"),
        ("Azienda,Ruolo\nPanetteria Città,Perché no: più fornaio è meglio\n", "cp1252"),
        ("Entreprise,Poste\nL’Œuvre,Boulanger – nuit, 2 000 €\n", "cp1252"),
    ],
)
def test_the_old_codes_of_windows_are_told_by_their_letters(words: str, encoding: str) -> None:
    assert decoded(words.encode(encoding)) == words


def test_quotes_hold_delimiters_and_lines() -> None:
    found = table('title;company;notes\n"Baker; nights";"Crumb ""& Co""";"two\nlines"\nNurse;Ward;\n')
    assert found.rows == [["Baker; nights", 'Crumb "& Co"', "two\nlines"], ["Nurse", "Ward", ""]]
    assert found.lines == [2, 3]


def test_what_excel_says_of_its_delimiter_and_what_stands_above_the_head() -> None:
    found = table("sep=;\nMy job hunt;;\n;;\nPosition;Firma;Status\nBaker;Crumb;Absage\n")
    assert (found.head, found.rows) == (["Position", "Firma", "Status"], [["Baker", "Crumb", "Absage"]])


def test_a_quote_that_never_ends_swallows_nothing() -> None:
    rows = "".join(f"Baker {number},Crumb,x\n" for number in range(600))
    found = table('title,company,notes\n"Baker,Crumb,x\n' + rows)
    assert len(found.rows) == 601


@pytest.mark.parametrize(
    ("said", "column"),
    [
        ("Job Title", Column.TITLE),
        ("Stellenbezeichnung", Column.TITLE),
        ("Poste", Column.TITLE),
        ("Employer", Column.COMPANY),
        ("Company Name*", Column.COMPANY),
        ("Arbeitgeber", Column.COMPANY),
        ("Job Posting URL", Column.URL),
        ("jobLink", Column.URL),
        ("Date Applied (DD/MM/YYYY)", Column.APPLIED),
        ("Beworben am", Column.APPLIED),
        ("Closing date", Column.DEADLINE),
        ("Bewerbungsfrist", Column.DEADLINE),
        ("Salary (EUR)", Column.SALARY),
        ("Gehalt", Column.SALARY),
        ("Estado", Column.STATUS),
        ("Comments", Column.NOTES),
        ("salary_min", Column.SALARY_MIN),
        ("Ansprechpartner", Column.CONTACT),
        ("Vibe", None),
        ("", None),
    ],
)
def test_headings_in_many_words(said: str, column: Column | None) -> None:
    assert heading(said) is column


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Applied", JobStatus.APPLIED),
        ("Beworben", JobStatus.APPLIED),
        ("❌ Rejected (12 May)", JobStatus.REJECTED),
        ("Absage", JobStatus.REJECTED),
        ("2nd interview", JobStatus.INTERVIEW_SCHEDULED),
        ("Interview round 3", JobStatus.INTERVIEW_SCHEDULED),
        ("Phone Screen", JobStatus.INTERVIEW_SCHEDULED),
        ("Offer!", JobStatus.OFFER_RECEIVED),
        ("offer declined", JobStatus.WITHDRAWN),
        ("Offer accepted", JobStatus.ACCEPTED),
        ("Wishlist", JobStatus.INTERESTED),
        ("not yet applied", JobStatus.INTERESTED),
        ("Candidature envoyée", JobStatus.APPLIED),
        ("Odmítnuto", JobStatus.REJECTED),
        ("did not reject me", None),
        ("Thursday", None),
    ],
)
def test_statuses_in_many_words(said: str, status: JobStatus | None) -> None:
    assert read_status(said) is status


def test_a_row_becomes_a_whole_job() -> None:
    job = one(
        "Role,Employer,City,Job link,Stage,Pay,Work mode,Type,Date applied,Deadline,Tags,Priority,Recruiter,Email,"
        "Vibe\n"
        "Baker,Crumb & Co,Leeds,crumb.example/jobs/1?utm_source=x,Interviewing,£24k–28k,Hybrid,Part-time,03/11/2026,"
        '2026-12-18,"food, nights",high,Ada Lovelace,ada@crumb.example,warm\n'
    )
    posting = job.posting
    assert (posting.title, posting.company, posting.location) == ("Baker", "Crumb & Co", "Leeds")
    assert (posting.url, posting.source) == ("https://crumb.example/jobs/1", "crumb.example")
    assert (posting.salary_min, posting.salary_max, posting.salary_currency) == (24000, 28000, "GBP")
    assert posting.salary_period is SalaryPeriod.YEAR
    assert (posting.work_mode, posting.job_type) == (WorkMode.HYBRID, JobType.PART_TIME)
    assert (posting.deadline, job.status) == (date(2026, 12, 18), JobStatus.INTERVIEW_SCHEDULED)
    assert job.applied is not None
    assert job.applied.date() == date(2026, 11, 3)
    assert (job.tags, job.priority, job.notes) == (["food", "nights"], True, "warm")
    (person,) = job.people
    assert (person.contact.name, person.contact.email) == ("Ada Lovelace", "ada@crumb.example")
    assert person.relation is Relation.RECRUITER


def test_what_cannot_be_read_is_kept_in_the_notes() -> None:
    job = one("Title,Company,Status,Deadline,Salary\nBaker,Crumb,asked Tom,when Tom is back,competitive\n")
    assert job.status is JobStatus.INTERESTED
    assert job.notes == "Deadline: when Tom is back\nSalary: competitive\nStatus: asked Tom"


def test_one_column_that_can_only_be_read_one_way_settles_the_others_of_it() -> None:
    head = "Title,Company,Applied\n"
    assert [_applied(job) for job in read(head + "A,B,03/04/2026\nC,D,04/25/2026\n")] == [(3, 4), (4, 25)]
    assert [_applied(job) for job in read(head + "A,B,03/04/2026\nC,D,25/04/2026\n", american=True)] == [
        (4, 3),
        (4, 25),
    ]
    assert _applied(one(head + "A,B,03/04/2026\n", american=True)) == (3, 4)
    assert _applied(one(head + "A,B,03/04/2026\n")) == (4, 3)
    assert _applied(one(head + "A,B,3.4.2026\n", american=True)) == (4, 3)
    assert _applied(one(head + "A,B,12 March 2026\n")) == (3, 12)
    assert _applied(one(head + "A,B,46093\n")) == (3, 12)


def _applied(job: JobRecord | RowProblem) -> tuple[int, int]:
    assert isinstance(job, JobRecord)
    assert job.applied is not None
    return job.applied.month, job.applied.day


def test_a_row_that_is_no_job_says_why() -> None:
    good, bad = read("Title,Company,Notes\nBaker,Crumb,\n,Ward,ask again\n")
    assert isinstance(good, JobRecord)
    assert bad == RowProblem(3, "Ward · ask again", "It has neither a title nor a link.")


def test_a_table_without_a_head_is_told_by_its_cells() -> None:
    found = look_at_file(
        b"Crumb,Night baker,https://crumb.example/1,applied\nWard,Nurse (days),https://w.example,no\n", "x"
    )
    assert found.mapping == (Column.COMPANY, Column.TITLE, Column.URL, Column.STATUS)
    assert found.count == 2


def test_what_a_spreadsheet_copies() -> None:
    text = "Role\tCompany\tStatus\nBaker\tCrumb\tApplied\nNurse\tWard\tInterview\n"
    assert looks_like_table(text)
    assert not looks_like_table("Baker\n\nCrumb & Co\n\nWe bake.\n")
    assert not looks_like_table("a\tb")
    html = (
        "<table><tr><th>Role</th><th>Company</th></tr>"
        '<tr><td><a href="https://crumb.example/1">Baker</a></td><td>Crumb</td></tr></table>'
    )
    found = look_at_paste("Role\tCompany\nBaker\tCrumb\n", html, "the clipboard")
    assert found.table is not None
    assert found.table.rows == [["Baker https://crumb.example/1", "Crumb"]]
    how = how_to_read(found.table, found.mapping, TODAY, usual_month_first=False)
    (job,) = entries(found.table.head, found.table.rows, found.table.lines, how)
    assert isinstance(job, JobRecord)
    assert (job.posting.title, job.posting.url) == ("Baker", "https://crumb.example/1")


def test_other_programs_json_is_a_table() -> None:
    held = {"jobs": [{"jobTitle": "Baker", "company": {"name": "Crumb"}, "tags": ["food", "nights"], "remote": True}]}
    job = one(json.dumps(held))
    assert (job.posting.title, job.posting.company, job.tags) == ("Baker", "Crumb", ["food", "nights"])
    assert job.posting.work_mode is WorkMode.REMOTE


def test_an_apostrophe_against_formulas_is_not_part_of_the_words() -> None:
    assert one("Title,Company\n'=Baker,Crumb\n").posting.title == "=Baker"
    assert (
        one('Title,Company\n"=HYPERLINK(""https://c.example/1"",""Baker"")",Crumb\n').posting.url
        == "https://c.example/1"
    )


def workbook(sheet: str, strings: str = "", styles: str = "", links: str = "", book: str = "") -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        sheets = f'<workbook {main} xmlns:r="{related}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
        parts.writestr("xl/workbook.xml", book or sheets)
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        parts.writestr("xl/sharedStrings.xml", f"<sst {main}>{strings}</sst>")
        parts.writestr("xl/styles.xml", f"<styleSheet {main}>{styles}</styleSheet>")
        parts.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet {main} xmlns:r="{related}"><sheetData>{sheet}</sheetData>{links}</worksheet>',
        )
        parts.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="https://crumb.example/1" TargetMode="External"/>'
            '<Relationship Id="r2" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        )
    return held.getvalue()


def test_an_excel_workbook() -> None:
    data = workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Applied</t></is></c>'
        '<c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" s="1"><v>46093</v></c></row>',
        "<si><t>Title</t></si><si><t>Company</t></si><si><r><t>Bak</t></r><r><t>er</t></r></si><si><t>Crumb</t></si>",
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    )
    found = table(data, "jobs.xlsx")
    assert (found.head, found.rows) == (["Title", "Company", "Applied"], [["Baker", "Crumb", "2026-03-12"]])


def test_links_behind_cells_of_a_workbook_come_along() -> None:
    cell = '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    rows = enumerate((("Title", "Company"), ("Baker", "Crumb"), ("Nurse", "Ward")), start=1)
    cells = "".join(
        f'<row r="{row}">{cell.format(f"A{row}", title)}{cell.format(f"B{row}", company)}</row>'
        for row, (title, company) in rows
    )
    links = '<hyperlinks><hyperlink ref="A2" r:id="r1"/><hyperlink ref="A3" r:id="r2"/></hyperlinks>'
    baker, nurse = read(workbook(cells, links=links))
    assert isinstance(baker, JobRecord)
    assert isinstance(nurse, JobRecord)
    assert (baker.posting.title, baker.posting.url) == ("Baker", "https://crumb.example/1")
    assert (nurse.posting.title, nurse.posting.url) == ("Nurse", "")


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(UserError) as problem:
        look_at_file(workbook(" " * (65 * 1024 * 1024)), "bomb.xlsx")
    assert problem.value.code == "table-unreadable"


def test_a_workbook_that_says_one_long_text_everywhere_is_refused() -> None:
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    bomb = workbook(row * 50, f"<si><t>{'x' * 100_000}</t></si>")
    assert len(bomb) < 20_000
    with pytest.raises(UserError) as problem:
        look_at_file(bomb, "bomb.xlsx")
    assert problem.value.code == "table-too-large"


def damaged(at: int, in_the_list: int, value: int) -> bytes:
    """A workbook whose first part says something else of itself, before it and in the list of parts."""
    whole = bytearray(workbook("<row/>"))
    whole[at] = whole[whole.index(b"PK\x01\x02") + in_the_list] = value
    return bytes(whole)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(damaged(6, 8, 1), id="with a password"),
        pytest.param(damaged(8, 10, 99), id="packed in another way"),
        pytest.param(workbook("<row/>").replace(b"xl/workbook.xml", b"xl/another.xml_"), id="without a book"),
        pytest.param(workbook("<row/>", book="<workbook/>"), id="without a sheet"),
        pytest.param(workbook('<row r="one"/>'), id="with a row that has no number"),
        pytest.param(workbook('<row><c t="s"><v>7</v></c></row>'), id="with words it does not have"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_so(data: bytes) -> None:
    with pytest.raises(UserError) as problem:
        look_at_file(data, "jobs.xlsx")
    assert problem.value.code == "table-unreadable"


def export_of(**job: object) -> bytes:
    return json.dumps(
        {"format": "careercoach.jobs", "version": 1, "jobs": [{"posting": {"title": "x"}, **job}]}
    ).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table-empty"),
        (b"\n\n , ,\n", "table-empty"),
        (b"Title,Company,Status\n", "table-empty"),
        (b"{broken", "table-unreadable"),
        (b"[1, 2]", "table-unreadable"),
        (b"[" * 100_000, "table-unreadable"),
        (b"PK\x03\x04nothing", "table-unreadable"),
        (b"\x00\x01\x02\x00binary\x00", "table-unreadable"),
        (b'{"format": "careercoach.jobs", "version": 99, "jobs": []}', "export-newer"),
        (b'{"format": "careercoach.jobs", "version": 1, "jobs": [{"posting": {"titel": 1}}]}', "table-unreadable"),
        (b"a,b\n" * 20_001, "table-too-large"),
        (b"Title,Company\n" + b'"' + b"x" * (17 * 2**20) + b'",Crumb\n' * 20_001, "table-too-large"),
        (b'[{"title": ' + b"[" * 900 + b"]" * 900 + b"}]", "table-unreadable"),
        (export_of(created="2026-01-01T09:00:00"), "table-unreadable"),
        (export_of(events=[{"kind": "HACKED", "at": "2026-01-01T09:00:00Z"}]), "table-unreadable"),
    ],
)
def test_what_is_no_table_says_so(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as problem:
        look_at_file(data, "jobs.csv")
    assert problem.value.code == code


def test_a_small_table_does_not_narrow_what_others_may_read() -> None:
    """Python keeps one limit for all tables of a process: LinkedIn's export was read without its long texts."""
    look_at_file(b"Title,Company\nBaker,Crumb\n", "jobs.csv")
    assert next(csv.reader(["x" * 100_000])) == ["x" * 100_000]
