"""代码表: one file, one list of codes."""
