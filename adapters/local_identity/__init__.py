"""Guest accounts without a provider: the server signs tokens and invitations with a secret of its own.

`guest_tokens` implements the `Identity` port, `invitations` the `Invitations` port; both put their claims
through `signing`. `secret` keeps the secret in a file. There is no list of guests: a token is the account,
and a new secret ends all of them at once.
"""
