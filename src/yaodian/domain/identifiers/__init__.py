"""号码: numbers that carry their own check, and what each says of its holder."""
