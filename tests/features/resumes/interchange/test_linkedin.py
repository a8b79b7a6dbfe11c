"""LinkedIn's data export: every table into its fields, whatever is missing and however the file was saved."""

from __future__ import annotations

import io
import zipfile

import pytest

from careercoach_desktop.features.resumes.interchange import from_linkedin
from careercoach_desktop.features.resumes.interchange.linkedin import date
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.errors import UserError

TABLES = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        'Ines,Halvorsen,,"1 Fjord Road",Mar 3,Data Engineer,"Likes quiet dashboards.\n\nAnd tests.",Energy,0150,'
        '"Oslo, Norway",[halvorsen],"[PERSONAL:https://halvorsen.example,BLOG:https://blog.example/ines]",\n'
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\nold@halvorsen.example,Yes,No,\nines@halvorsen.example,Yes,Yes,\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,+47 22 00 00 00,Home\n,+47 400 00 000,Mobile\n",
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Fjellkraft,Data Engineer,"The platform for forecasts.\n• Cut the nightly run,\nwhich was long\n'
        '- Moved 90 reports",'
        '"Oslo, Norway",Mar 2021,\nNordlys,Developer,,Bergen,2016,Feb 2021\n,,,,,\n'
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'University of Bergen,2013,2016,"With honours",BSc Computer Science,Choir\n'
    ),
    "Skills.csv": "Name\nPython\nSQL\nPython\n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "CKA,https://example.org/cka,CNCF,Nov 2021,Nov 2024,LF-123\n"
    ),
    "Languages.csv": "Name,Proficiency\nNorwegian,Native or bilingual proficiency\nGerman,\n",
    "Projects.csv": (
        "Title,Description,Url,Started On,Finished On\nRiver Levels,Gauge readings,https://r.example,May 2020,\n"
    ),
    "Connections.csv": "Notes:\n\nFirst Name,Last Name\nSomebody,Else\n",
}


def export(folder: str = "", encoding: str = "utf-8", separator: str = ",", **changes: str | None) -> bytes:
    """A zip of the tables; ``changes`` by the name of a table without its ending, None leaves it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in TABLES.items():
            text = changes.get(name[:-4].replace(" ", "_"), table)
            if text is not None:
                archive.writestr(folder + name, text.replace(",", separator).encode(encoding))
    return out.getvalue()


@pytest.fixture
def resume() -> ResumeData:
    return read_resume(export(), "Basic_LinkedInDataExport.zip").data


def test_the_person(resume: ResumeData) -> None:
    basics = resume.basics
    assert (basics.name, basics.label, basics.email, basics.phone) == (
        "Ines Halvorsen",
        "Data Engineer",
        "ines@halvorsen.example",
        "+47 400 00 000",
    )
    assert (basics.url, basics.location.text, basics.location.postal_code) == (
        "https://halvorsen.example",
        "Oslo, Norway",
        "0150",
    )
    assert [profile.url for profile in basics.profiles] == [
        "https://blog.example/ines",
        "https://twitter.com/halvorsen",
    ]
    assert basics.summary == "Likes quiet dashboards. And tests."


def test_work_with_its_list_items(resume: ResumeData) -> None:
    now, before = resume.work
    assert (now.name, now.position, now.location, now.start, now.end, now.current) == (
        "Fjellkraft",
        "Data Engineer",
        "Oslo, Norway",
        "2021-03",
        None,
        True,
    )
    assert now.summary == "The platform for forecasts."
    assert [bullet.text for bullet in now.highlights] == ["Cut the nightly run, which was long", "Moved 90 reports"]
    assert (before.start, before.end, before.current) == ("2016", "2021-02", False)


def test_everything_else(resume: ResumeData) -> None:
    (school,) = resume.education
    assert (school.institution, school.study_type, school.start, school.end) == (
        "University of Bergen",
        "BSc Computer Science",
        "2013",
        "2016",
    )
    assert [bullet.text for bullet in school.highlights] == ["With honours", "Choir"]
    assert resume.skill_names() == ["Python", "SQL"]
    (certificate,) = resume.certificates
    assert (certificate.name, certificate.issuer, certificate.date) == ("CKA", "CNCF", "2021-11")
    assert certificate.extra == {"licenseNumber": "LF-123", "endDate": "2024-11"}
    assert [(spoken.language, spoken.fluency) for spoken in resume.languages] == [
        ("Norwegian", "Native or bilingual proficiency"),
        ("German", ""),
    ]
    (project,) = resume.projects
    assert (project.name, project.description, project.start, project.current) == (
        "River Levels",
        "Gauge readings",
        "2020-05",
        True,
    )


def test_what_the_export_holds_of_others_is_not_kept() -> None:
    read = read_resume(export(), "export.zip")
    assert "Fjellkraft" in read.raw_text
    assert "Somebody" not in read.raw_text
    assert read.media_type == "application/zip"


@pytest.mark.parametrize(
    "file",
    [
        export(folder="Basic_LinkedInDataExport_11-20-2026/"),
        export(encoding="utf-16"),
        export(encoding="utf-8-sig"),
        export(encoding="cp1252"),
        export(
            **{table[:-4].replace(" ", "_"): f'Notes:\n"About, this file"\n\n{text}' for table, text in TABLES.items()}
        ),
        export(Languages=None, Certifications=None, Projects=None, PhoneNumbers=None, Email_Addresses=None),
    ],
    ids=["in a folder", "UTF-16", "UTF-8 with a mark", "Windows-1252", "notes first", "some missing"],
)
def test_however_it_was_saved(file: bytes) -> None:
    data = read_resume(file, "export.zip").data
    assert (data.basics.name, data.work[0].name, data.skill_names()) == (
        "Ines Halvorsen",
        "Fjellkraft",
        ["Python", "SQL"],
    )


@pytest.mark.parametrize("separator", [";", "\t"])
def test_either_separator(separator: str) -> None:
    plain = {
        "Profile": "First Name,Last Name\nInes,Halvorsen\n",
        "Positions": "Company Name,Title\nFjellkraft,Engineer\n",
    }
    data = from_linkedin(export(separator=separator, **plain, Education=None, Projects=None))
    assert (data.basics.name, data.work[0].name, data.work[0].position) == ("Ines Halvorsen", "Fjellkraft", "Engineer")


def test_columns_that_are_missing_leave_their_fields_empty() -> None:
    data = from_linkedin(export(Positions="Company Name,Something New\nFjellkraft,x\n", Profile="First Name\nInes\n"))
    assert (data.basics.name, data.work[0].name, data.work[0].position, data.work[0].start) == (
        "Ines",
        "Fjellkraft",
        "",
        None,
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Jan 2020", "2020-01"),
        ("2020", "2020"),
        ("Nov 5, 2019", "2019-11-05"),
        ("2019-11", "2019-11"),
        ("décembre 2018", "2018-12"),
        ("Sept. 2017", "2017-09"),
        ("Mai 2016", "2016-05"),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(written: str, read: str | None) -> None:
    assert date(written) == read


def test_another_zip_gets_its_sentence() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    with pytest.raises(UserError) as refusal:
        read_resume(out.getvalue(), "things.zip")
    assert refusal.value.code == "zip-unknown"
