"""What the documents feature lets others put on screen."""

from careercoach_desktop.features.documents.ui.export import export_version

__all__ = ["export_version"]
