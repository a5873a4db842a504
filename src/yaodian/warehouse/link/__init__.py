"""人员关联: which rows of which lists are one person: confirmed by number, name and birth date, else weighed by all they say."""
