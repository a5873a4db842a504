"""数仓: records kept in tables on disk, read as of any day, written by releases. It names no register."""
