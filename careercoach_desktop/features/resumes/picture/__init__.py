"""Pictures of pages: of the original where it has pages, else of the data as a template sets it.

Plain module-level functions, because drawing an untrusted file happens in the child process.
"""

from careercoach_desktop.features.resumes.picture.pages import first_page, preview
from careercoach_desktop.features.resumes.picture.preview import Place, Preview, PreviewPage

__all__ = ["Place", "Preview", "PreviewPage", "first_page", "preview"]
