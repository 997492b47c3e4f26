"""What `--help` says: one text per command and option."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class HelpTexts:
    """The program, its commands and their options."""

    usage: str
    options: str
    commands: str
    help: str
    version: str
    lang: str
    program: str
    play: str
    company: str
    role: str
    any_role: str
    rivals: str
    panel: str
    preset: str
    difficulty: str
    order: str
    visibility: str
    name: str
    persona: str
    facts: str
    seed: str
    log: str
    answers: str
    new_answers: str
    resume: str
    keep_readable: str
    fast: str
    verify: str
    replay: str
    speed: str
    step: str
    as_seat: str
    fork: str
    question: str
    answer: str
    report: str
    html: str
    csv: str
    json: str
    seat: str
    redact: str
    owner: str
    out: str
    doctor: str
    personas: str
    questions: str
    kind: str
    limit: str
    show: str
    check_persona: str
    simulate: str
    interviews: str
    simulate_seed: str
    simulate_json: str
