"""Question by question: what was asked, my answer, and beside it everybody else's."""

from __future__ import annotations

from interview_engine.core.turns import Outcome
from interview_engine.reports.answer import AnswerReport
from interview_engine.reports.labels import COMPETENCIES, KINDS, OUTCOMES
from interview_engine.reports.names import interviewer_name
from interview_engine.reports.page.levels import medians, opinions
from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, paragraphs, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.table import folded
from interview_engine.reports.report import QuestionReport


def questions_section(reading: Reading) -> Html:
    """Return all questions with their answers; nothing before the first one."""
    if not reading.report.questions:
        return NOTHING
    return element(
        "section",
        element("h2", text(reading.words.questions), id="questions"),
        *(_question(reading, question) for question in reading.report.questions),
        aria_labelledby="questions",
        cls="questions",
    )


def _question(reading: Reading, question: QuestionReport) -> Html:
    own = [answer for answer in question.answers if answer.seat_id == reading.report.seat_id]
    others = [answer for answer in question.answers if answer.seat_id != reading.report.seat_id]
    answers = (
        joined(*(_own_answer(reading, answer) for answer in own)),
        _others(reading, others, beside=bool(own)),
    )
    if not question.answers:
        answers = (element("p", text(reading.words.no_answers), cls="gone"), NOTHING)
    return element(
        "article",
        _asked(reading, question),
        element("div", *answers, cls="answers beside" if own and others else "answers"),
        id=f"question-{question.number}",
        cls="question",
    )


def _asked(reading: Reading, question: QuestionReport) -> Html:
    words = reading.words
    asker = interviewer_name(reading.report, question.interviewer, reading.language)
    competency = COMPETENCIES[question.competency].spoken_in(reading.language)
    return element(
        "header",
        element(
            "p",
            element("span", text(words.question_number.format(number=question.number)), cls="number"),
            element("span", text(KINDS[question.kind].spoken_in(reading.language))),
            element("span", text(competency)),
            element("span", foreign(words.asked_by.format(name=asker))),
            cls="facts",
        ),
        element("h3", foreign(question.text), lang=reading.foreign_language),
        _origin(reading, question),
        _good_answer(reading, question),
    )


def _origin(reading: Reading, question: QuestionReport) -> Html:
    words = reading.words
    parent = reading.report.question_of(question.parent) if question.parent else None
    linked = NOTHING
    if parent is not None:
        told = words.follow_up_to.format(number=parent.number)
        linked = element("a", text(told), href=f"#question-{parent.number}")
    reason = NOTHING
    if question.reason:
        why = element("span", foreign(question.reason), lang=reading.foreign_language)
        reason = joined(element("b", text(words.why_asked)), why, by=" ")
    if not linked and not reason:
        return NOTHING
    return element("p", joined(linked, reason, by=" "), cls="origin")


def _good_answer(reading: Reading, question: QuestionReport) -> Html:
    if not question.shows and not question.key_points:
        return NOTHING
    spoken = reading.foreign_language
    points = element(
        "ul", *(element("li", foreign(point)) for point in question.key_points), cls="points", lang=spoken
    )
    return element(
        "details",
        element("summary", text(reading.words.what_it_shows)),
        element("p", foreign(question.shows), lang=spoken) if question.shows else NOTHING,
        points if question.key_points else NOTHING,
        cls="fold small",
    )


def _own_answer(reading: Reading, answer: AnswerReport) -> Html:
    return element(
        "div",
        element(
            "h4",
            element("span", reading.named(answer.seat_id)),
            element("span", text(_score(reading, answer)), cls="score"),
        ),
        _body(reading, answer),
        medians(reading, answer),
        opinions(reading, answer),
        cls="answer own",
    )


def _others(reading: Reading, answers: list[AnswerReport], *, beside: bool) -> Html:
    if not answers:
        return NOTHING
    scored = [answer for answer in answers if answer.total is not None]
    best = max(scored, key=lambda answer: answer.total or 0.0, default=None)
    heading = element("h4", text(reading.words.rivals_answers)) if beside else NOTHING
    answered = (_other_answer(reading, answer, is_open=beside and answer is best) for answer in answers)
    return element("div", heading, *answered, cls="others")


def _other_answer(reading: Reading, answer: AnswerReport, *, is_open: bool) -> Html:
    """Return a rival's answer behind its name and score; beside the reader's own the best one is open."""
    return element(
        "details",
        element(
            "summary",
            element("span", reading.named(answer.seat_id)),
            element("span", text(_score(reading, answer)), cls="score"),
        ),
        _body(reading, answer),
        medians(reading, answer),
        folded(reading.words.evidence_of_levels, opinions(reading, answer)),
        cls="answer rival",
        open="open" if is_open else None,
    )


def _score(reading: Reading, answer: AnswerReport) -> str:
    if answer.outcome is None:
        return reading.words.open_turn
    if answer.outcome is not Outcome.ANSWERED:
        return OUTCOMES[answer.outcome].spoken_in(reading.language)
    if answer.total is None:
        return reading.words.no_score
    return reading.words.points.format(total=reading.number(answer.total))


def _body(reading: Reading, answer: AnswerReport) -> Html:
    words = reading.words
    if answer.text_deleted:
        said = element("p", text(words.text_deleted), cls="gone")
    elif answer.text:
        said = element("div", paragraphs(answer.text), cls="said", lang=reading.foreign_language)
    elif answer.outcome is Outcome.ANSWERED:
        said = element("p", text(words.hidden_text), cls="gone")
    else:
        said = element("p", text(words.no_text), cls="gone") if answer.outcome else NOTHING
    return joined(said, _circumstances(reading, answer))


def _circumstances(reading: Reading, answer: AnswerReport) -> Html:
    words = reading.words
    told: list[Html] = []
    entry = reading.report.candidate(answer.seat_id)
    if answer.used_ms is not None and answer.outcome is Outcome.ANSWERED:
        template = words.time_spoken if entry is not None and entry.ai else words.time_used
        used, allowed = reading.length(answer.used_ms), reading.length(answer.allowed_ms)
        told.append(text(template.format(used=used, allowed=allowed)))
    if answer.by_clock:
        told.append(text(words.by_clock))
    if answer.overlap is not None:
        template = words.overlap_flagged if answer.overlap.flagged else words.overlap
        share, name = f"{answer.overlap.ratio * 100:.0f}", reading.name(answer.overlap.seat_id)
        told.append(foreign(template.format(ratio=share, name=name)))
    if not told:
        return NOTHING
    return element("p", *(element("span", line) for line in told), cls="facts")
