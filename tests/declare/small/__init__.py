"""A small catalogue for tests of what reads declarations, so that no engine learns the real one."""
