"""Reading txt: bytes → Source."""
