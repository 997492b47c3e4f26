"""What is printed: panels, tables and reports, from values alone."""
