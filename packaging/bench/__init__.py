"""Measures the application: ``python3 packaging/dev.py bench`` prints every figure beside a baseline of the same run."""
