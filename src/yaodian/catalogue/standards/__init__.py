"""标准: what counties and their schools are held against; one file each."""
