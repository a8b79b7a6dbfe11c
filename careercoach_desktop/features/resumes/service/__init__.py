"""What a person does with résumés, as verbs: import, read, correct, edit, restore, export."""

from careercoach_desktop.features.resumes.correcting import CORRECT_TASK
from careercoach_desktop.features.resumes.looking import MAX_BYTES
from careercoach_desktop.features.resumes.service.correcting import Accepted, CorrectionService
from careercoach_desktop.features.resumes.service.export import ExportService
from careercoach_desktop.features.resumes.service.offered import Offer
from careercoach_desktop.features.resumes.service.originals import OriginalPage, OriginalService
from careercoach_desktop.features.resumes.service.photo import PhotoService
from careercoach_desktop.features.resumes.service.reading import READ_TASK
from careercoach_desktop.features.resumes.service.resumes import ResumeService
from careercoach_desktop.features.resumes.service.transcribing import TranscriptionService
from careercoach_desktop.features.resumes.service.versions import VersionStep

__all__ = [
    "CORRECT_TASK",
    "MAX_BYTES",
    "READ_TASK",
    "Accepted",
    "CorrectionService",
    "ExportService",
    "Offer",
    "OriginalPage",
    "OriginalService",
    "PhotoService",
    "ResumeService",
    "TranscriptionService",
    "VersionStep",
]
