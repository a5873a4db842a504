"""佐证: files that show that a step of the work was done: checked before they are kept, kept by what they hold."""
