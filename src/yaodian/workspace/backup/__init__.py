"""备份: one encrypted file that holds a whole installation, and what it is put together from."""
