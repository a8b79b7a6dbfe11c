"""Whether two postings are one job. Pure: it compares what it is given, and says why in words.

A wrong “same” costs a person a job they wanted, a missed one costs a second card: so only an address or a board's own
number is called the same, everything else is at most likely, and nothing is merged without being asked for.
"""

from careercoach_desktop.features.jobs.duplicates.companies import company_key
from careercoach_desktop.features.jobs.duplicates.comparing import Vacancy, Verdict, compare
from careercoach_desktop.features.jobs.duplicates.places import compatible_places
from careercoach_desktop.features.jobs.duplicates.titles import TitleLikeness, compare_titles, title_key

__all__ = [
    "TitleLikeness",
    "Vacancy",
    "Verdict",
    "company_key",
    "compare",
    "compare_titles",
    "compatible_places",
    "title_key",
]
