"""Writers, judges and coaches on large language models; nothing of it loads before a key is configured."""
