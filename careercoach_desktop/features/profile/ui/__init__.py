"""What the profile shows of itself: a panel for the settings page."""

from careercoach_desktop.features.profile.ui.profile_panel import ProfilePanel

__all__ = ["ProfilePanel"]
