"""The calendar: a month and a week, each painted by one widget, with one way to be used by mouse and by keyboard."""

from careercoach_desktop.features.interviews.ui.calendar.canvas import Canvas
from careercoach_desktop.features.interviews.ui.calendar.month import MonthView
from careercoach_desktop.features.interviews.ui.calendar.week import WeekView

__all__ = ["Canvas", "MonthView", "WeekView"]
