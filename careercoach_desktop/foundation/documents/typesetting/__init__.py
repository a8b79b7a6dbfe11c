"""Turning values into printable files: the Typst compiler, its fonts and its rules."""
