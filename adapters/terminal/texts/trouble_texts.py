"""What the terminal says when something went wrong, and what to do next."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class TroubleTexts:
    """Errors, the hints beside them, and the word for a stop."""

    error_title: str
    error_not_a_terminal: str
    hint_not_a_terminal: str
    error_no_file: str
    error_cannot_read: str
    error_cannot_write: str
    error_not_utf8: str
    error_exists: str
    hint_exists: str
    hint_exists_out: str
    error_in_use: str
    hint_in_use: str
    error_empty_log: str
    hint_empty_log: str
    error_cut_off: str
    hint_cut_off: str
    hint_cut_off_nothing: str
    error_broken_line: str
    hint_broken_line: str
    error_newer: str
    hint_newer: str
    error_edited: str
    hint_edited: str
    tail_kept: str
    error_not_mine: str
    hint_not_mine: str
    error_no_human: str
    error_no_seat: str
    hint_no_seat: str
    error_answers: str
    hint_answers: str
    answers_bad_key: str
    answers_bad_value: str
    answers_too_long: str
    answers_empty: str
    error_facts: str
    error_unknown_rival: str
    error_unknown_interviewer: str
    error_unknown_question: str
    hint_known: str
    error_nothing_to_write: str
    error_package_data: str
    hint_reinstall: str
    error_not_installed: str
    error_no_option: str
    error_no_command: str
    hint_did_you_mean: str
    hint_help: str
    error_missing: str
    error_bad_value: str
    error_not_a_choice: str
    error_usage: str
    error_bug: str
    hint_bug: str
    stopped: str
