"""Résumés, portfolios and cover letters: what an uploaded file says, and what may be asked about it.

A file is never opened in the server's own process: `reader` hands it to a `worker`, a fresh process with
little memory, little time and no secrets, which runs `parsing` and answers once. `facts` and what is below
it pick lines that make good individual questions, and leave out contact data and words to the judge.
"""
