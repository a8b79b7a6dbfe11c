"""What a person can do with documents: keep versions of what is made here, attach files, hand them over."""

from careercoach_desktop.features.documents.service.attaching import READ_TASK, AttachmentService
from careercoach_desktop.features.documents.service.handing import HandingService
from careercoach_desktop.features.documents.service.keeping import DocumentService, SavedResume
from careercoach_desktop.features.documents.service.showing import Sight, SightService, TextComparison

__all__ = [
    "READ_TASK",
    "AttachmentService",
    "DocumentService",
    "HandingService",
    "SavedResume",
    "Sight",
    "SightService",
    "TextComparison",
]
