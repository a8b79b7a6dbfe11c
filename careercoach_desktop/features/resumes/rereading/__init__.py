"""Does a file we made say the same when it is read again? Checked before it is handed over.

Applicant systems read résumés much as our importer does. What our own importer can't find in our own file, they won't
find either, so every export is read back, from its visible text alone, and compared with what was meant.
"""

from careercoach_desktop.features.resumes.rereading.compare import reread
from careercoach_desktop.features.resumes.rereading.grouping import LostGroup, grouped, report_lines
from careercoach_desktop.features.resumes.rereading.report import LostField, RereadReport

__all__ = ["LostField", "LostGroup", "RereadReport", "grouped", "report_lines", "reread"]
