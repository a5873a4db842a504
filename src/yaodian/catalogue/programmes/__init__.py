"""保障项目: one file for each list of people who are entitled, held against those who are served."""
