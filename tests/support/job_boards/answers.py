"""What each board answers for one posting, in the board's own shape, written for these tests.

The employers and their postings are made up.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from typing import Any

UUID = "7c1f0b52-3a8e-4d5c-9b61-2f04e8d7a913"
OTHER_UUID = "00000000-3a8e-4d5c-9b61-2f04e8d7a913"
ABOUT = "<p>At Halden Rail you keep the signalling platform of forty stations running, with a team of six.</p>"
DO = "<ul><li>Run Kubernetes clusters</li><li>Write Go services</li></ul>"
ASK = "<ul><li>Three years with Linux</li><li>Kubernetes in production</li></ul>"
OFFER = "<ul><li>28 days of holiday</li><li>A pension</li></ul>"
WHOLE = f"{ABOUT}<h3>What you will do</h3>{DO}<h3>What we ask</h3>{ASK}<script>alert('pwned')</script>"


@dataclass(frozen=True)
class Sample:
    """A posting's page, where its board is asked for it, what the board answers, and what a job then says."""

    board: str
    url: str
    endpoint: str
    body: bytes
    said: dict[str, object] = field(default_factory=dict)
    content_type: str = "application/json"

    @property
    def value(self) -> Any:
        """The answer as JSON, to be changed."""
        return json.loads(self.body)


def _sample(board: str, url: str, endpoint: str, value: Any, /, **said: object) -> Sample:
    """``said`` differs from what most of these postings have in common."""
    common: dict[str, object] = {
        "title": "Platform Engineer",
        "company": "Halden Rail",
        "location": "Leeds, United Kingdom",
        "work_mode": "HYBRID",
        "job_type": "FULL_TIME",
        "salary_min": 62000.0,
        "salary_max": 74000.0,
        "salary_currency": "GBP",
        "salary_period": "YEAR",
        "posted_date": "2026-10-20",
        "url": url,
    }
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    kind = "application/xml" if isinstance(value, bytes) else "application/json"
    return Sample(board, url, endpoint, body, {**common, **said}, kind)


GREENHOUSE = _sample(
    "greenhouse",
    "https://boards.greenhouse.io/haldenrail/jobs/4012345",
    "https://boards-api.greenhouse.io/v1/boards/haldenrail/jobs/4012345?pay_transparency=true",
    {
        "id": 4012345,
        "internal_job_id": 3111222,
        "title": "Platform Engineer",
        "company_name": "Halden Rail",
        "updated_at": "2026-11-01T09:00:00-04:00",
        "first_published": "2026-10-20T09:00:00-04:00",
        "application_deadline": "2026-12-18T23:59:00-05:00",
        "requisition_id": "HR-88",
        "location": {"name": "Leeds, United Kingdom"},
        "absolute_url": "https://boards.greenhouse.io/haldenrail/jobs/4012345",
        "content": html.escape(WHOLE),
        "departments": [{"id": 1, "name": "Platform"}],
        "offices": [{"id": 2, "name": "Leeds", "location": "Leeds, England, United Kingdom"}],
        "metadata": [
            {"id": 9, "name": "Workplace Type", "value": "Hybrid", "value_type": "single_select"},
            {"id": 8, "name": "Employment Type", "value": ["Full-time"], "value_type": "multi_select"},
        ],
        "pay_input_ranges": [
            {"min_cents": 6200000, "max_cents": 7000000, "currency_type": "GBP", "title": "Annual, North"},
            {"min_cents": 6600000, "max_cents": 7400000, "currency_type": "GBP", "title": "Annual, London"},
            {"min_cents": 9000000, "max_cents": 9900000, "currency_type": "EUR", "title": "Annual, Dublin"},
        ],
    },
    deadline="2026-12-18",
    board_id="greenhouse:haldenrail:4012345",
)
LEVER = _sample(
    "lever",
    f"https://jobs.eu.lever.co/haldenrail/{UUID}",
    f"https://api.eu.lever.co/v0/postings/haldenrail/{UUID}?mode=json",
    {
        "id": UUID,
        "text": "Platform Engineer",
        "country": "GB",
        "workplaceType": "hybrid",
        "createdAt": 1792490400000,
        "categories": {
            "commitment": "Full-time",
            "department": "Platform",
            "location": "Leeds",
            "team": "Signalling",
            "allLocations": ["Leeds", "York"],
        },
        "description": ABOUT,
        "descriptionPlain": "At Halden Rail you keep the signalling platform of forty stations running.",
        "lists": [
            {"text": "What you will do", "content": "<li>Run Kubernetes clusters</li><li>Write Go services</li>"},
            {"text": "What we ask", "content": "<li>Three years with Linux</li><li>Kubernetes in production</li>"},
        ],
        "additional": "<p>Apply with your résumé.</p>",
        "salaryRange": {"min": 62000, "max": 74000, "currency": "GBP", "interval": "per-year-salary"},
        "hostedUrl": f"https://jobs.eu.lever.co/haldenrail/{UUID}",
        "applyUrl": f"https://jobs.eu.lever.co/haldenrail/{UUID}/apply",
    },
    location="Leeds; York",
    board_id=f"lever:haldenrail:{UUID}",
)
ASHBY = _sample(
    "ashby",
    f"https://jobs.ashbyhq.com/halden-rail/{UUID}",
    "https://api.ashbyhq.com/posting-api/job-board/halden-rail?includeCompensation=true",
    {
        "apiVersion": "1",
        "jobs": [
            {"id": OTHER_UUID, "title": "Train Driver", "descriptionHtml": "<p>Drive.</p>", "location": "York"},
            {
                "id": UUID,
                "title": "Platform Engineer",
                "department": "Platform",
                "employmentType": "FullTime",
                "location": "Leeds, United Kingdom",
                "secondaryLocations": [{"location": "York", "address": None}],
                "publishedAt": "2026-10-20T20:13:45.158+00:00",
                "isListed": True,
                "isRemote": True,
                "workplaceType": "Hybrid",
                "address": {"postalAddress": {"addressLocality": "Leeds", "addressCountry": "United Kingdom"}},
                "jobUrl": f"https://jobs.ashbyhq.com/halden-rail/{UUID}",
                "applyUrl": f"https://jobs.ashbyhq.com/halden-rail/{UUID}/application",
                "descriptionHtml": WHOLE,
                "descriptionPlain": "At Halden Rail …",
                "shouldDisplayCompensationOnJobPostings": True,
                "compensation": {
                    "compensationTierSummary": "£62K – £74K • Offers Equity",
                    "summaryComponents": [
                        {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 0.1, "maxValue": 0.2},
                        {
                            "compensationType": "Salary",
                            "interval": "1 YEAR",
                            "currencyCode": "GBP",
                            "minValue": 62000,
                            "maxValue": 74000,
                        },
                    ],
                },
            },
        ],
    },
    location="Leeds, United Kingdom; York",
    board_id=f"ashby:halden-rail:{UUID}",
)
SMARTRECRUITERS = _sample(
    "smartrecruiters",
    "https://jobs.smartrecruiters.com/HaldenRail/744000154478885-platform-engineer",
    "https://api.smartrecruiters.com/v1/companies/HaldenRail/postings/744000154478885",
    {
        "id": "744000154478885",
        "uuid": UUID,
        "name": "Platform Engineer",
        "company": {"identifier": "HaldenRail", "name": "Halden Rail"},
        "releasedDate": "2026-10-20T08:12:12.762Z",
        "location": {
            "city": "Leeds",
            "country": "gb",
            "remote": False,
            "hybrid": True,
            "fullLocation": "Leeds, United Kingdom",
        },
        "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
        "jobAd": {
            "sections": {
                "companyDescription": {"title": "Company Description", "text": ABOUT},
                "jobDescription": {"title": "Job Description", "text": f"<p>What you will do</p>{DO}"},
                "qualifications": {"title": "Qualifications", "text": ASK},
                "additionalInformation": {
                    "title": "Additional Information",
                    "text": "<p>£62,000 - £74,000 per year</p>",
                },
                "videos": {"urls": []},
            }
        },
        "postingUrl": "https://jobs.smartrecruiters.com/HaldenRail/744000154478885-platform-engineer",
        "applyUrl": "https://jobs.smartrecruiters.com/HaldenRail/744000154478885-platform-engineer?oga=true",
    },
    board_id="smartrecruiters:haldenrail:744000154478885",
)
RECRUITEE = _sample(
    "recruitee",
    "https://haldenrail.recruitee.com/o/platform-engineer",
    "https://haldenrail.recruitee.com/api/offers/",
    {
        "offers": [
            {"id": 1, "slug": "platform-engineer-2", "title": "Train Driver", "description": "<p>Drive.</p>"},
            {
                "id": 2710502,
                "slug": "platform-engineer",
                "title": "Platform Engineer",
                "company_name": "Halden Rail",
                "status": "published",
                "location": "Leeds, United Kingdom",
                "city": "Leeds",
                "country": "United Kingdom",
                "country_code": "GB",
                "locations": [{"id": 3, "city": "Leeds", "country": "United Kingdom", "country_code": "GB"}],
                "remote": True,
                "hybrid": True,
                "on_site": False,
                "employment_type_code": "fulltime_permanent",
                "description": f"{ABOUT}<h3>What you will do</h3>{DO}",
                "requirements": ASK,
                "salary": {"min": "62000.00", "max": "74000", "period": "year", "currency": "GBP"},
                "published_at": "2026-10-20 08:23:10 UTC",
                "close_at": "2026-12-18 00:00:00 UTC",
                "careers_url": "https://haldenrail.recruitee.com/o/platform-engineer",
            },
        ]
    },
    deadline="2026-12-18",
    board_id="recruitee:haldenrail:2710502",
)
WORKABLE = _sample(
    "workable",
    "https://apply.workable.com/halden-rail/j/77DF64C44E/",
    "https://apply.workable.com/api/v1/widget/accounts/halden-rail?details=true",
    {
        "name": "Halden Rail",
        "description": None,
        "jobs": [
            {"title": "Train Driver", "shortcode": "0000000000", "description": "<p>Drive.</p>"},
            {
                "title": "Platform Engineer",
                "shortcode": "77DF64C44E",
                "code": "",
                "employment_type": "Full-time",
                "telecommuting": True,
                "department": "Platform",
                "url": "https://apply.workable.com/j/77DF64C44E",
                "shortlink": "https://apply.workable.com/j/77DF64C44E",
                "application_url": "https://apply.workable.com/j/77DF64C44E/apply",
                "published_on": "2026-10-20",
                "created_at": "2026-10-01",
                "country": "United Kingdom",
                "city": "Leeds",
                "state": "England",
                "locations": [{"country": "United Kingdom", "countryCode": "GB", "city": "Leeds", "hidden": False}],
                "description": f"{ABOUT}<p>Salary: £62,000 - £74,000 per year.</p>",
                "requirements": ASK,
                "benefits": OFFER,
            },
        ],
    },
    work_mode="REMOTE",
    url="https://apply.workable.com/j/77DF64C44E",
    board_id="workable:halden-rail:77df64c44e",
)
PERSONIO = _sample(
    "personio",
    "https://haldenrail.jobs.personio.de/job/1234567",
    "https://haldenrail.jobs.personio.de/xml",
    f"""<?xml version="1.0" encoding="UTF-8"?>
<workzag-jobs>
 <position><id>99</id><office>York</office><name>Train Driver</name><jobDescriptions/></position>
 <position>
  <id>1234567</id><subcompany>Halden Rail</subcompany><office>Leeds</office>
  <additionalOffices><office>York</office></additionalOffices>
  <department>Platform</department><recruitingCategory>Full time</recruitingCategory>
  <name>Platform Engineer</name>
  <jobDescriptions>
   <jobDescription><name>About us</name><value><![CDATA[{ABOUT}]]></value></jobDescription>
   <jobDescription><name>Your tasks</name><value><![CDATA[{DO}]]></value></jobDescription>
   <jobDescription><name>Your profile</name><value><![CDATA[{ASK}]]></value></jobDescription>
  </jobDescriptions>
  <employmentType>permanent</employmentType><seniority>experienced</seniority>
  <schedule>full-or-part-time</schedule><yearsOfExperience>2-5</yearsOfExperience>
  <salaryInformation><min>62000.00</min><max>74000.00</max><currencyCode>EUR</currencyCode><type>yearly</type></salaryInformation>
  <createdAt>2026-10-20T10:00:00+00:00</createdAt>
 </position>
</workzag-jobs>""".encode(),
    location="Leeds; York",
    work_mode=None,
    salary_currency="EUR",
    board_id="personio:haldenrail:1234567",
)
TEAMTAILOR = _sample(
    "teamtailor",
    "https://haldenrail.teamtailor.com/jobs/61900-platform-engineer",
    "https://haldenrail.teamtailor.com/jobs.json",
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Halden Rail",
        "items": [
            {"id": OTHER_UUID, "title": "Train Driver", "url": "https://haldenrail.teamtailor.com/jobs/619001-driver"},
            {
                "id": UUID,
                "title": "Platform Engineer",
                "url": "https://haldenrail.teamtailor.com/jobs/61900-platform-engineer",
                "content_html": WHOLE,
                "date_published": "2026-10-20T09:00:00+02:00",
                "_jobposting": {
                    "@context": "http://schema.org/",
                    "@type": "JobPosting",
                    "title": "Platform Engineer",
                    "description": WHOLE,
                    "datePosted": "2026-10-20T09:00:00+02:00",
                    "validThrough": "2026-12-18",
                    "employmentType": "FULL_TIME",
                    "hiringOrganization": {"@type": "Organization", "name": "Halden Rail"},
                    "jobLocation": [
                        {"address": {"addressLocality": "Leeds", "addressCountry": "United Kingdom"}},
                    ],
                    "baseSalary": {
                        "currency": "GBP",
                        "value": {"minValue": 62000, "maxValue": 74000, "unitText": "YEAR"},
                    },
                },
            },
        ],
    },
    work_mode=None,
    deadline="2026-12-18",
    board_id="teamtailor:haldenrail:61900",
)
PINPOINT = _sample(
    "pinpoint",
    f"https://haldenrail.pinpointhq.com/en/postings/{UUID}",
    "https://haldenrail.pinpointhq.com/postings.json",
    {
        "data": [
            {"id": "1", "title": "Train Driver", "path": f"/en/postings/{OTHER_UUID}", "description": "<p>Drive.</p>"},
            {
                "id": "998",
                "title": "Platform Engineer",
                "url": f"https://haldenrail.pinpointhq.com/en/postings/{UUID}",
                "path": f"/en/postings/{UUID}",
                "description": ABOUT,
                "key_responsibilities": DO,
                "key_responsibilities_header": "What you will do",
                "skills_knowledge_expertise": ASK,
                "skills_knowledge_expertise_header": "What we ask",
                "benefits": OFFER,
                "benefits_header": "Benefits",
                "location": {"id": "1", "city": "Leeds", "name": "Leeds, United Kingdom", "province": "England"},
                "workplace_type": "hybrid",
                "workplace_type_text": "Hybrid",
                "employment_type": "full_time",
                "employment_type_text": "Full Time",
                "compensation_visible": True,
                "compensation_minimum": 62000,
                "compensation_maximum": 74000,
                "compensation_currency": "GBP",
                "compensation_frequency": "per year",
                "deadline_at": "2026-12-18T23:59:59.000Z",
            },
        ]
    },
    posted_date=None,
    deadline="2026-12-18",
    board_id=f"pinpoint:haldenrail:{UUID}",
)
BAMBOOHR = _sample(
    "bamboohr",
    "https://haldenrail.bamboohr.com/careers/42",
    "https://haldenrail.bamboohr.com/careers/42/detail",
    {
        "meta": {"totalCount": 1},
        "result": {
            "jobOpening": {
                "jobOpeningShareUrl": "https://haldenrail.bamboohr.com/careers/42",
                "jobOpeningName": "Platform Engineer",
                "jobOpeningStatus": "Open",
                "departmentLabel": "Platform",
                "employmentStatusLabel": "Full-Time",
                "location": {"city": "Leeds", "state": None, "postalCode": "LS1", "addressCountry": "United Kingdom"},
                "atsLocation": {"country": None, "state": None, "city": None},
                "description": WHOLE,
                "compensation": "£62,000 - £74,000 per year",
                "datePosted": "2026-10-20",
                "locationType": "2",
            },
            "formFields": {},
        },
    },
    board_id="bamboohr:haldenrail:42",
)
BREEZY = _sample(
    "breezy",
    "https://halden-rail.breezy.hr/p/18df3ec23bf9-platform-engineer",
    "https://halden-rail.breezy.hr/json?verbose=true",
    [
        {"id": "000000000000", "name": "Train Driver", "url": "https://halden-rail.breezy.hr/p/000000000000-driver"},
        {
            "id": "18df3ec23bf9",
            "friendly_id": "18df3ec23bf9-platform-engineer",
            "name": "Platform Engineer",
            "url": "https://halden-rail.breezy.hr/p/18df3ec23bf9-platform-engineer",
            "published_date": "2026-10-20T10:00:00.000Z",
            "type": {"id": "fullTime", "name": "Full-Time"},
            "location": {
                "country": {"name": "United Kingdom", "id": "GB"},
                "city": "Leeds",
                "is_remote": True,
                "name": "Leeds, United Kingdom",
            },
            "department": "Platform",
            "salary": "£62,000 – £74,000 / year",
            "company": {"name": "Halden Rail", "logo_url": None, "friendly_id": "halden-rail"},
            "description": WHOLE,
        },
    ],
    work_mode="REMOTE",
    board_id="breezy:halden-rail:18df3ec23bf9",
)
RIPPLING = _sample(
    "rippling",
    f"https://ats.rippling.com/en-GB/halden-rail/jobs/{UUID}",
    f"https://api.rippling.com/platform/api/ats/v1/board/halden-rail/jobs/{UUID}",
    {
        "uuid": UUID,
        "name": "Platform Engineer",
        "companyName": "Halden Rail",
        "description": {"company": "<p>Trains since 1871.</p>", "role": WHOLE},
        "workLocations": ["Hybrid (Leeds, United Kingdom)"],
        "department": {"name": "Platform", "base_department": "Platform"},
        "employmentType": {"label": "SALARIED_FT", "id": "Salaried, full-time"},
        "createdOn": "2026-10-20T10:11:12.000000+00:00",
        "url": f"https://ats.rippling.com/halden-rail/jobs/{UUID}",
        "payRangeDetails": [
            {"location": "Leeds", "currency": "GBP", "frequency": "YEAR", "rangeStart": 62000, "rangeEnd": 70000},
            {"location": "London", "currency": "GBP", "frequency": "YEAR", "rangeStart": 66000, "rangeEnd": 74000},
        ],
    },
    url=f"https://ats.rippling.com/halden-rail/jobs/{UUID}",
    board_id=f"rippling:halden-rail:{UUID}",
)
WORKDAY = _sample(
    "workday",
    "https://haldenrail.wd3.myworkdayjobs.com/en-GB/Careers/job/Leeds/Platform-Engineer_R-1234",
    "https://haldenrail.wd3.myworkdayjobs.com/wday/cxs/haldenrail/Careers/job/Leeds/Platform-Engineer_R-1234",
    {
        "jobPostingInfo": {
            "id": "d41d8cd98f00b204",
            "title": "Platform Engineer",
            "jobDescription": f"{WHOLE}<p>Salary: £62,000 - £74,000 per year.</p>",
            "location": "Leeds, United Kingdom",
            "additionalLocations": ["York"],
            "postedOn": "Posted 30+ Days Ago",
            "startDate": "2026-10-20",
            "endDate": "2026-12-18",
            "timeType": "Full time",
            "jobReqId": "R-1234",
            "jobPostingId": "Platform-Engineer_R-1234",
            "country": {"descriptor": "United Kingdom", "id": "x"},
            "canApply": True,
            "posted": True,
            "remoteType": "Hybrid",
            "externalUrl": "https://haldenrail.wd3.myworkdayjobs.com/Careers/job/Leeds/Platform-Engineer_R-1234",
        },
        "hiringOrganization": {"name": "Halden Rail", "url": ""},
        "userAuthenticated": False,
    },
    location="Leeds, United Kingdom; York",
    deadline="2026-12-18",
    url="https://haldenrail.wd3.myworkdayjobs.com/Careers/job/Leeds/Platform-Engineer_R-1234",
    board_id="workday:haldenrail:r-1234",
)

SAMPLES = (
    GREENHOUSE,
    LEVER,
    ASHBY,
    SMARTRECRUITERS,
    RECRUITEE,
    WORKABLE,
    PERSONIO,
    TEAMTAILOR,
    PINPOINT,
    BAMBOOHR,
    BREEZY,
    RIPPLING,
    WORKDAY,
)
