"""Invitations and calendar files, in and out. Pure: bytes and values, no database and no clock."""
