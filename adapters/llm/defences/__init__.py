"""What stands between people and a model, in both directions: all our own code."""
