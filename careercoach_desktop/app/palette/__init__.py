"""The command palette: everything that can be done, and every record, by name (Ctrl+K).

Nothing of it is loaded before it is first asked for. ``ranking`` and ``lines`` know no Qt.
"""
