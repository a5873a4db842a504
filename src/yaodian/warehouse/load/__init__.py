"""导入: files of any office made into checked, typed batches, with a fault at each wrong cell. It names no register."""
