"""Candidates, interviewers and questions: plain data with a catalogue, and the offline answer writer."""

from __future__ import annotations

from interview_engine.personas.answering import AnswerRequest, HeardAnswer, longest_answer, write_answer
from interview_engine.personas.bank import choose_question, load_bank
from interview_engine.personas.candidate import (
    CandidatePersona,
    Principle,
    SelfPresentation,
    SpeakingRate,
    Story,
    Voice,
)
from interview_engine.personas.catalogue import Catalogue, default_catalogue
from interview_engine.personas.custom import parse_candidate_toml
from interview_engine.personas.errors import (
    BrokenPackageData,
    InvalidPersona,
    PersonasError,
    Problem,
    UnknownEntry,
    UnknownInterviewer,
    UnknownPersona,
    UnknownQuestion,
)
from interview_engine.personas.following_up import FollowUp, choose_follow_up
from interview_engine.personas.gaps import find_gaps
from interview_engine.personas.individual import IndividualQuestion, individual_question
from interview_engine.personas.interviewer import FollowUpReason, FollowUpWordings, InterviewerPersona
from interview_engine.personas.question import BankQuestion, KeyPoint

__all__ = [
    "AnswerRequest",
    "BankQuestion",
    "BrokenPackageData",
    "CandidatePersona",
    "Catalogue",
    "FollowUp",
    "FollowUpReason",
    "FollowUpWordings",
    "HeardAnswer",
    "IndividualQuestion",
    "InterviewerPersona",
    "InvalidPersona",
    "KeyPoint",
    "PersonasError",
    "Principle",
    "Problem",
    "SelfPresentation",
    "SpeakingRate",
    "Story",
    "UnknownEntry",
    "UnknownInterviewer",
    "UnknownPersona",
    "UnknownQuestion",
    "Voice",
    "choose_follow_up",
    "choose_question",
    "default_catalogue",
    "find_gaps",
    "individual_question",
    "load_bank",
    "longest_answer",
    "parse_candidate_toml",
    "write_answer",
]
