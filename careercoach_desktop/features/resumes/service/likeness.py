"""Whether what was read is a résumé at all: any file with a few words in it can be read, but not every one is one."""

from __future__ import annotations

from careercoach_desktop.features.resumes.editing import values
from careercoach_desktop.features.resumes.model import ResumeData

NEXT_STEP = "Type the fields in yourself, or delete it."
_FEW = 4


def doubt_about(data: ResumeData) -> str:
    """A sentence that says why ``data`` does not look like a résumé; empty when it does.

    Work or education make a résumé. Without both it takes some fields, and skills or a way to reach the person.
    """
    basics, fields = data.basics, len(values(data))
    if data.work or data.education:
        return ""
    if fields >= _FEW and (basics.email or basics.phone or data.skills):
        return ""
    if fields < _FEW:
        count = "nothing" if not fields else f"only {fields} field{'s' if fields > 1 else ''}"
        return f"This does not look like a résumé: {count} could be read."
    return "This does not look like a résumé: it names no work, no education and no skills."
