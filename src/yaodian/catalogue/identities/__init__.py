"""身份线索: one file for each list of people whose rows are told to be of one person."""
