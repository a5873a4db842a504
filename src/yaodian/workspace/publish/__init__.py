"""对外文书: a plan as JSON, workbook, document, Markdown, calendar, terminal tree and report; Chinese unless asked otherwise."""
