"""Every board we can ask, one line each."""

from __future__ import annotations

from careercoach_desktop.features.jobs.capture.boards import (
    ashby,
    bamboohr,
    breezy,
    greenhouse,
    lever,
    personio,
    pinpoint,
    recruitee,
    rippling,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
)
from careercoach_desktop.features.jobs.capture.boards.board import Board

BOARDS: tuple[Board, ...] = (
    greenhouse.BOARD,
    lever.BOARD,
    ashby.BOARD,
    smartrecruiters.BOARD,
    recruitee.BOARD,
    workable.BOARD,
    personio.BOARD,
    teamtailor.BOARD,
    pinpoint.BOARD,
    bamboohr.BOARD,
    breezy.BOARD,
    rippling.BOARD,
    workday.BOARD,
)
