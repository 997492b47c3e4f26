"""What `--help` says in English."""

from __future__ import annotations

from adapters.terminal.texts.help_texts import HelpTexts

ENGLISH_HELP = HelpTexts(
    usage="Usage: ",
    options="Options",
    commands="Commands",
    help="Show this help.",
    version="Show the version.",
    lang="Language of the screen and the interview (ko or en, default ko).",
    program=(
        "Practise group interviews: people and AI candidates answer a panel together and are "
        "judged on one rubric.\n\nExit codes: 0 fine, 1 a check found something, 2 wrong usage, 3 "
        "a file can't be read or written, 70 error of the program, 130 stopped by Ctrl-C."
    ),
    play="Sit an interview. Type your answers in a terminal, or give prepared ones with --answers.",
    company="Company (default: any).",
    role="Job (default backend).",
    any_role="Job (default: any).",
    rivals="AI candidates, separated by commas (default naver,kakao,toss).",
    panel="Interviewers, separated by commas (default hr,technical,executive).",
    preset="Length (default standard).",
    difficulty="Difficulty 1-5 (default 3).",
    order="Speaking order (default rotating).",
    visibility="When the ranking is shown (default live).",
    name="Your name on the screen.",
    persona="A custom AI candidate's file (may be repeated).",
    facts="File with résumé facts, one per line, for individual questions.",
    seed="The same seed and answers give the same interview.",
    log="Log file (default: a new one in the data folder).",
    answers=(
        "Prepared answers (JSON or TOML). Plays to the end without waiting. "
        "Repeat it to seat one person per file, up to four."
    ),
    new_answers="File with the new answer (JSON or TOML).",
    resume="Go on with an interview that was stopped.",
    keep_readable="Of a log whose last line is cut off, go on from the readable part.",
    fast="Show AI candidates' answers at once.",
    verify="Check that a log is sound. Ends with 0 if it is, 1 if not.",
    replay="Watch an interview again from the start.",
    speed="Speed (default: 2 in a terminal, else max).",
    step="Go scene by scene with Enter.",
    as_seat="See what this seat saw (default: your seat; public: an observer).",
    fork="Answer one question again and see how score and rank change.",
    question="Number of the question to answer again.",
    answer="The new answer.",
    report="Write the interview's report to a file.",
    html="Write HTML to this file.",
    csv="Write CSV to this file.",
    json="Write JSON to this file.",
    seat="Whose report (default: your seat).",
    redact="Delete one person's words from a log. The log still verifies.",
    owner="Seat of the person whose words are deleted.",
    out="File to write.",
    doctor="Check the installation and the terminal.",
    personas="List AI candidates and interviewers.",
    questions="List the question bank.",
    kind="Kind of question.",
    limit="How many to list (0: all, default 20).",
    show="Show one question with its key points.",
    check_persona="Check a custom AI candidate's file.",
    simulate="Play many interviews automatically and check that the rules hold.",
    interviews="How many interviews (default 100).",
    simulate_seed="The same seed gives the same result.",
    simulate_json="Print the result as JSON.",
)
