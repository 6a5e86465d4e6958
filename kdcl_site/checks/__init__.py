"""What fits together in form but not in sense: one small module for each family of rules."""
