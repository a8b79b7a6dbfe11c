"""Changing a résumé by hand: every change is a value that can be done, sent, stored and undone."""

from careercoach_desktop.features.resumes.editing.dates import DateError, shown_date, typed_date
from careercoach_desktop.features.resumes.editing.edits import (
    Edit,
    InsertItem,
    RemoveItem,
    SetTrace,
    SetValue,
    apply,
    inverse,
    looked_at,
    typed,
)
from careercoach_desktop.features.resumes.editing.values import (
    ENTRY_LISTS,
    Value,
    doubtful_paths,
    entries,
    entry_with_id,
    id_of,
    is_doubtful,
    place,
    trace_of,
    value_at,
    values,
)

__all__ = [
    "ENTRY_LISTS",
    "DateError",
    "Edit",
    "InsertItem",
    "RemoveItem",
    "SetTrace",
    "SetValue",
    "Value",
    "apply",
    "doubtful_paths",
    "entries",
    "entry_with_id",
    "id_of",
    "inverse",
    "is_doubtful",
    "looked_at",
    "place",
    "shown_date",
    "trace_of",
    "typed",
    "typed_date",
    "value_at",
    "values",
]
