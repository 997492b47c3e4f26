"""Tokens and money: reserved before a call, settled after it, so that nothing is overspent."""
