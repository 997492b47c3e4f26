"""English wording of feedback: several phrasings each, chosen by the writer."""

from __future__ import annotations

from interview_engine.scoring.feedback.phrasebook import Phrasebook
from interview_engine.scoring.rubric import Criterion

ENGLISH = Phrasebook(
    ranked="You placed {rank} of {candidates} with an average of {total}.",
    unranked="Your average was {total}.",
    unscored="None of your answers has been scored yet, so here is only a direction for practice.",
    impressions=(
        "Start with the skeleton of an answer; the rest can be built on it.",
        "The basics are there; the next step is to add the one thing that each answer lacks.",
        "Your answers were steady, and a few adjustments would make them much sharper.",
        "Several of your answers will be remembered. Keep what works and mend the one weak link.",
    ),
    strong={
        Criterion.RELEVANCE: (
            "What stood out most is that you answered exactly what was asked, the main point first.",
            "Your greatest strength was seeing what the question was after and choosing what to say.",
            "You gave the impression of knowing why each question was asked.",
        ),
        Criterion.EVIDENCE: (
            (
                "What stood out most is that you told us what you did and what came of it, "
                "in facts we could check."
            ),
            "Your greatest strength was persuading by your own cases instead of general claims.",
            "Your examples were specific enough to survive any follow-up question.",
        ),
        Criterion.STRUCTURE: (
            "Your answers moved clearly from situation to result; hearing them once was enough.",
            "A clear beginning and end made you easy to listen to.",
            "Your greatest strength was building the answer in steps, so that the point stayed.",
        ),
        Criterion.REASONING: (
            "What stood out most is that you gave the grounds for your decisions.",
            "Your greatest strength was tracing causes and weighing options out loud.",
            "You showed not only the conclusion but how you reached it.",
        ),
        Criterion.REFLECTION: (
            "What stood out most is that you turned what you learned into later action.",
            "Your greatest strength was looking back and saying how you would use it next.",
            "You linked your experience to what you could do for the team and the role.",
        ),
    },
    modest={
        Criterion.RELEVANCE: (
            "It needs more depth, but staying with the topic of the question is worth keeping.",
            "Compared with the rest, your effort to answer the question asked was the best part.",
        ),
        Criterion.EVIDENCE: (
            "It needs more detail, but starting from your own experience is worth keeping.",
            "Compared with the rest, bringing up what you did yourself was the best part.",
        ),
        Criterion.STRUCTURE: (
            "There is more to say, but your sentences could be followed.",
            "Compared with the rest, the order in which you spoke was the best part.",
        ),
        Criterion.REASONING: (
            "You could dig deeper, but giving reasons at all is worth keeping.",
            "Compared with the rest, your attempt to explain why was the best part.",
        ),
        Criterion.REFLECTION: (
            "It is still close to a promise, but looking for a lesson is worth keeping.",
            "Compared with the rest, saying where you want to go was the best part.",
        ),
    },
    quoted_strength=" The words “{quote}” are the best example.",
    quoted_obstacle=" “{quote}”, for example, could have gone a step further.",
    asked=" (Question: {question})",
    low_obstacles={
        Criterion.RELEVANCE: (
            "What cost you most is that the question itself was hardly answered.",
            "You told a prepared story and passed by the heart of the question.",
        ),
        Criterion.EVIDENCE: (
            "You made claims, but with no experience or figure behind them they did not persuade.",
            "We could not tell who did what and how much, so there was nothing to check.",
        ),
        Criterion.STRUCTURE: (
            "The sentences stood apart, and it was hard to follow the story.",
            "Situation, action and result were not told apart, so no main point stayed.",
        ),
        Criterion.REASONING: (
            "We heard what you did, but not why.",
            "You gave conclusions without grounds and missed the chance to show your judgement.",
        ),
        Criterion.REFLECTION: (
            "The experience ended as a story; no lesson or later change came up.",
            "We did not hear how that experience changed the way you work.",
        ),
    },
    high_obstacles={
        Criterion.RELEVANCE: (
            "The direction was right, but the answer ended with some expected points still missing.",
            "You answered the question; covering its points evenly is the next step.",
        ),
        Criterion.EVIDENCE: (
            "Your actions came across; a before-and-after figure would make them an achievement.",
            "The case was good, but your own share and the size of the result should be clearer.",
        ),
        Criterion.STRUCTURE: (
            "The content deserves a better order: with the conclusion first, it would sound stronger.",
            "It flowed, but with few signposts your main point was buried.",
        ),
        Criterion.REASONING: (
            "You gave reasons; showing which alternatives you weighed would take it further.",
            "The grounds were there, but not the limits or the cost that you accepted.",
        ),
        Criterion.REFLECTION: (
            "You named a lesson, but not the moment at which you used it again.",
            "One more sentence is needed on how the lesson serves this role and team.",
        ),
    },
    unanswered=(
        "What cost you most: {count} question(s) were left without an answer. Always leave "
        "at least one sentence with your conclusion."
    ),
    nothing_scored=(
        "With no scored answer yet there is nothing to point at. First, answer one question to the end."
    ),
    drills={
        Criterion.RELEVANCE: (
            (
                "Take “{question}” again: for 10 seconds note three things the interviewer "
                "wants to find out, then answer in that order within 60 seconds."
            ),
            (
                "Rewrite a question in your own words, then change your first sentence until "
                "it answers exactly that; three questions a day, starting with “{question}”."
            ),
        ),
        Criterion.EVIDENCE: (
            (
                "Pick one experience for “{question}” and fill four boxes: period, scale, "
                "your role, figures before and after. Then tell it in 90 seconds with all "
                "four."
            ),
            (
                "Strike out every “a lot”, “hard” and “various” from your answer to "
                "“{question}” and say it again with a number or an action in each place."
            ),
        ),
        Criterion.STRUCTURE: (
            (
                "Write your answer to “{question}” in just four sentences - conclusion, "
                "situation, action, result - and say it five times, 15 seconds a sentence."
            ),
            (
                "Record your answer to “{question}”, mark where “first”, “so” and “as a "
                "result” occur, and revise it until all three do."
            ),
        ),
        Criterion.REASONING: (
            (
                "Ask “why?” twice of every sentence in your answer to “{question}”, then say "
                "it again with one option you rejected and the reason."
            ),
            (
                "Choose one decision from “{question}” and practise for 45 seconds: the "
                "alternative, your criterion, the cost you accepted, one sentence each."
            ),
        ),
        Criterion.REFLECTION: (
            (
                "End your answer to “{question}” with two true sentences: “From this I "
                "learned …” and “Since then I have used it when …”."
            ),
            (
                "For three recent experiences write one line each: the lesson, the habit you "
                "changed, where this job needs it. Use them for the last 15 seconds of "
                "“{question}”."
            ),
        ),
    },
    drill_for_silence=(
        "For “{question}”, practise saying the first sentence within 5 seconds and finishing "
        "within 30, five times a day. A finished answer comes before a perfect one."
    ),
    drill_for_nothing=(
        "Pick one likely question and build a 30-second answer from one conclusion and one "
        "example; say it out loud."
    ),
    rival_ahead=(
        "The widest gap to {name}, just above you at place {rank}, is in {criterion} (you "
        "{mine}, {name} {theirs})."
    ),
    rival_behind=(
        " In {criterion} you were ahead, {mine} to {theirs}: keep that strength while you close the gap."
    ),
    rival_even=(
        "{name}, just above you at place {rank}, was on your level throughout. One "
        "well-finished answer decides."
    ),
    rival_points=" The averages are {gap} points apart.",
    first_place="Nobody stands above you on the board. Work on your weakest criterion to keep the lead.",
    no_board="There is no ranking to compare with yet.",
)
