"""Prompts as code: versioned text files in Korean and English, reviewed and snapshot-tested like code."""
