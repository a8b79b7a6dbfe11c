"""The pages of the résumés feature, and the export dialog for features that have résumés of their own to hand over."""

from careercoach_desktop.features.resumes.ui.check_page import CheckPage
from careercoach_desktop.features.resumes.ui.export_dialog import ExportDialog
from careercoach_desktop.features.resumes.ui.resumes_page import ResumesPage

__all__ = ["CheckPage", "ExportDialog", "ResumesPage"]
