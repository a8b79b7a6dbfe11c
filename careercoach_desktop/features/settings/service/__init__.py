"""What a person can do with the program itself: choose, set up Claude, copy everything, take everything out."""

from careercoach_desktop.features.settings.service.backups import BackupService, DataDoor
from careercoach_desktop.features.settings.service.choosing import ChoosingService
from careercoach_desktop.features.settings.service.claude import ClaudeSettings
from careercoach_desktop.features.settings.service.exporting import EXPORT_TASK, TakeoutService

__all__ = ["EXPORT_TASK", "BackupService", "ChoosingService", "ClaudeSettings", "DataDoor", "TakeoutService"]
