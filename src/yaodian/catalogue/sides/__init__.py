"""共用的名单和记录: rows that the programmes of several files look at, each declared once."""
