"""What every request passes: its id and log line, headers, limits of size and rate."""
