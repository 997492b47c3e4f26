"""The interview in a terminal: sit one, look at its log, answer a question again."""
