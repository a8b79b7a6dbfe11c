"""All tables of the product in one place, so that the file on the disk can be compared with what the stores declare.

A new feature with a ``store.py`` adds one line here and one revision in ``foundation/storage/migrations/versions``
(``foundation.storage.revisions.draft_revision`` writes the first draft of it).
"""

from __future__ import annotations

import careercoach_desktop.features.analysis.store
import careercoach_desktop.features.documents.store
import careercoach_desktop.features.evidence.store
import careercoach_desktop.features.interviews.store
import careercoach_desktop.features.jobs.store
import careercoach_desktop.features.letters.store
import careercoach_desktop.features.matching.store
import careercoach_desktop.features.practice.store
import careercoach_desktop.features.profile.store
import careercoach_desktop.features.reminders.store
import careercoach_desktop.features.resumes.store
import careercoach_desktop.features.tailoring.store
import careercoach_desktop.foundation.llm.store
import careercoach_desktop.foundation.settings.store
import careercoach_desktop.foundation.storage.blobs
import careercoach_desktop.foundation.storage.search.index
import careercoach_desktop.foundation.tasks.store  # noqa: F401 - importing a store declares its tables
from careercoach_desktop.foundation.storage.database import metadata

__all__ = ["metadata"]
