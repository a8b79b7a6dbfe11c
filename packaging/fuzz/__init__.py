"""Hostile files for the readers: ``python3 packaging/dev.py fuzz``."""
