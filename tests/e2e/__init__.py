"""The journey in a real window: the application as its own process, driven with a real mouse and real keys."""
