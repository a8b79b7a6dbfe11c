"""The Interviews page, the drawer's tab, and what tells of an interview in time."""
