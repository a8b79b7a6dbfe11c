"""The pages of the résumés feature, and the export dialog for features that have résumés of their own to hand over;
with the files that can be résumés, for whoever asks for one, and how words that changed are marked."""

from careercoach_desktop.features.resumes.reading import FILE_SUFFIXES
from careercoach_desktop.features.resumes.ui.actions import PageWay, ResumeAction
from careercoach_desktop.features.resumes.ui.bullet_marks import BulletActions, BulletBadge, BulletMarks
from careercoach_desktop.features.resumes.ui.check_page import CheckPage
from careercoach_desktop.features.resumes.ui.compare_html import span_html
from careercoach_desktop.features.resumes.ui.compare_view import CompareView
from careercoach_desktop.features.resumes.ui.editor_page import EditorPage
from careercoach_desktop.features.resumes.ui.export_dialog import ExportDialog
from careercoach_desktop.features.resumes.ui.original_view import Desktop, OriginalText
from careercoach_desktop.features.resumes.ui.photo_choosing import PhotoChoosing
from careercoach_desktop.features.resumes.ui.preview_pane import PreviewPane
from careercoach_desktop.features.resumes.ui.resumes_page import ResumesPage
from careercoach_desktop.features.resumes.ui.version_door import offer_versions
from careercoach_desktop.features.resumes.ui.version_naming import name_version
from careercoach_desktop.features.resumes.ui.versions_page import VersionsPage
from careercoach_desktop.features.resumes.ui.words import FILE_FILTERS

__all__ = [
    "FILE_FILTERS",
    "FILE_SUFFIXES",
    "BulletActions",
    "BulletBadge",
    "BulletMarks",
    "CheckPage",
    "CompareView",
    "Desktop",
    "EditorPage",
    "ExportDialog",
    "OriginalText",
    "PageWay",
    "PhotoChoosing",
    "PreviewPane",
    "ResumeAction",
    "ResumesPage",
    "VersionsPage",
    "name_version",
    "offer_versions",
    "span_html",
]
