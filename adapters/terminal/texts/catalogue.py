"""What the terminal says: one field per text, filled once per language.

A text's `{places}` are filled by whoever prints it; both languages have the same places.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from adapters.terminal.texts.help_texts import HelpTexts
from adapters.terminal.texts.trouble_texts import TroubleTexts
from interview_engine.core.settings import OrderPolicy, Preset, Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Outcome
from interview_engine.vocabulary import Competency, QuestionKind


@attrs.frozen(kw_only=True)
class Texts:
    """Every text of the terminal in one language."""

    help: HelpTexts
    trouble: TroubleTexts

    kinds: Mapping[QuestionKind, str]
    stages: Mapping[Stage, str]
    competencies: Mapping[Competency, str]
    outcomes: Mapping[Outcome, str]
    presets: Mapping[Preset, str]
    orders: Mapping[OrderPolicy, str]
    visibilities: Mapping[Visibility, str]

    # the interview
    app_title: str
    default_name: str
    me_mark: str
    room_line: str
    log_line: str
    seats_title: str
    panel_title: str
    seat_number: str
    ai_mark: str
    question_title: str
    question_title_plain: str
    asked_by: str
    why_asked: str
    about_answer: str
    time_allowed: str
    order_line: str
    order_simultaneous: str
    order_mine_first: str
    order_mine_next: str
    order_mine_later: str
    order_only_mine: str
    order_only: str
    order_not_mine: str
    my_turn: str
    my_turn_waiting: str
    speech_by: str
    my_answer: str
    my_answer_by_clock: str
    turn_ended: str
    no_more_answers: str
    my_score: str
    my_score_floored: str
    my_score_missing: str
    spread: str
    deliberating: str
    paused: str
    went_on: str
    ended_early: str
    finished: str
    model_costs: str
    model_costs_so_far: str
    models_stood_in: str
    models_stood_in_why: str
    models_stood_in_hint: str
    model_troubles: Mapping[str, str]

    # the board
    board_title: str
    board_now: str
    board_final: str
    col_rank: str
    col_candidate: str
    col_total: str
    col_movement: str
    col_interval: str
    col_answers: str
    col_note: str
    rank: str
    rank_tied: str
    interval: str
    provisional: str
    points: str
    no_total: str
    board_evidence: str

    # the final report
    feedback_title: str
    strength_title: str
    obstacle_title: str
    drill_title: str
    rival_title: str
    missed_title: str
    missed_line: str
    no_feedback: str
    statistics_title: str
    stat_mean: str
    stat_range: str
    stat_deviation: str
    stat_trend: str
    stat_spread: str
    stat_share: str
    stat_time: str
    stat_unanswered: str
    count: str
    next_steps_title: str
    next_verify: str
    next_fork: str
    next_replay: str

    # typing
    prompt: str
    toolbar_time: str
    toolbar_characters: str
    toolbar_saved: str
    toolbar_unsaved: str
    toolbar_keys: str
    toolbar_keys_short: str
    toolbar_empty: str
    how_to_type: str
    how_to_skip_speech: str
    others_writing: str
    restored_draft: str
    interrupted: str
    how_to_resume: str
    resumed: str
    recap: str
    already_finished: str

    # the lobby
    lobby_intro: str
    lobby_company: str
    lobby_role: str
    lobby_preset: str
    lobby_rivals: str
    lobby_name: str
    lobby_again: str
    any_company: str

    # replay
    replay_intro: str
    public_view: str
    replay_step: str
    replay_end: str

    # fork
    fork_intro: str
    fork_before: str
    fork_after: str
    fork_title: str
    fork_answer_score: str
    fork_total: str
    fork_rank: str
    fork_saved: str

    # verify
    verify_title: str
    verify_sound: str
    verify_sound_redacted: str
    verify_faulty: str
    verify_records: str
    verify_redacted: str
    verify_state: str
    verify_finished: str
    verify_running: str
    verify_head: str
    verify_more: str
    col_seq: str
    col_code: str
    col_detail: str
    faults: Mapping[str, str]

    # redact, report, simulate
    redact_done: str
    redact_nothing: str
    report_written: str
    simulate_progress: str
    simulate_interviews: str
    simulate_events: str
    simulate_finished: str
    simulate_digest: str
    simulate_sound: str
    simulate_violations: str

    # doctor
    doctor_title: str
    doctor_fine: str
    doctor_trouble: str
    doctor_python: str
    doctor_packages: str
    doctor_data: str
    doctor_data_bad: str
    doctor_encoding: str
    doctor_encoding_bad: str
    doctor_width: str
    doctor_width_value: str
    doctor_width_bad: str
    doctor_keyboard: str
    doctor_keyboard_yes: str
    doctor_keyboard_no: str
    doctor_catalogue: str
    doctor_catalogue_value: str
    doctor_catalogue_bad: str
    doctor_interview: str
    doctor_interview_value: str
    doctor_interview_bad: str

    # personas, questions, check-persona
    personas_candidates: str
    personas_interviewers: str
    col_id: str
    col_name: str
    col_company: str
    col_headline: str
    col_title: str
    col_style: str
    col_kind: str
    col_role: str
    col_difficulty: str
    col_question: str
    questions_title: str
    questions_more: str
    questions_none: str
    question_points: str
    question_shows: str
    persona_fine: str
    persona_bad: str
