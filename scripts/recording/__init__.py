"""What `record_conversations` is made of: a server, people who take part, and what they play."""
