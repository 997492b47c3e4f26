"""One small file for each family of providers, on its official SDK; a failure becomes ours in one table."""
