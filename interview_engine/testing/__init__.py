"""For tests of this engine, and of what is built on it: rule scenarios, whole simulated interviews, laws.

`given_when_then` writes rule tests as sentences; `simulator` plays whole interviews with random people
and failing services; `invariants` are the laws that every history must keep; `strategies` (needs
hypothesis) makes values for property tests. Nothing here is needed to run an interview.
"""

from __future__ import annotations
