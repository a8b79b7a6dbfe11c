"""What a person does with résumés, as verbs: import, read, edit, restore, export."""

from careercoach_desktop.features.resumes.looking import MAX_BYTES
from careercoach_desktop.features.resumes.service.export import ExportService
from careercoach_desktop.features.resumes.service.originals import OriginalPage, OriginalService
from careercoach_desktop.features.resumes.service.reading import READ_TASK
from careercoach_desktop.features.resumes.service.resumes import ResumeService

__all__ = ["MAX_BYTES", "READ_TASK", "ExportService", "OriginalPage", "OriginalService", "ResumeService"]
