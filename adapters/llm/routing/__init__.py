"""Which models do which task, within which limits: a TOML file and the environment."""
