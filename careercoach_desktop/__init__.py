"""Career Coach: a local-first desktop application for people looking for a job."""

__version__ = "0.1.0"
