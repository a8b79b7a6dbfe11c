"""``id IN (…)`` for any number of ids.

SQLite takes some thirty thousand variables in one statement and fewer where it is older; the ids of a whole board go
in as one JSON text instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Column, ColumnElement, func, select


def among(column: Column[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """Whether ``column`` holds one of ``ids``."""
    listed = func.json_each(json.dumps([int(each) for each in ids])).table_valued("value")
    return column.in_(select(listed.c.value))
