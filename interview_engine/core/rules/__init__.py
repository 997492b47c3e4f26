"""The rules: what each command and each deadline does, one file per part of the interview."""
