"""报告: one HTML file with the source text at the left, the plan at the right and the findings below.

It works from disk without a server and names no other file; `page.report_html` makes it.
"""
