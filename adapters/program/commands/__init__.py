"""One file per command of the server's side. Each imports what it needs when it runs, not before."""
