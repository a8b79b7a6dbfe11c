"""Measures the application: ``python3 packaging/dev.py bench`` prints each figure beside a baseline."""
