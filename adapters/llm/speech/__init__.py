"""Voice: an audio file becomes a text with times, and our code says how it was spoken; all of it optional."""
