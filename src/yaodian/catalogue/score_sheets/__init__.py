"""评分表: what a visitor looks at in a school and how many points each thing may get."""
