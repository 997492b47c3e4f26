"""What the server's commands say in English."""

from __future__ import annotations

from adapters.program.texts.catalogue import ProgramTexts

ENGLISH = ProgramTexts(
    serve=(
        "Start the interview server. Several people come into one room, with browsers or scripts, and are "
        "interviewed together.\n\n"
        "Settings come from defaults, a TOML file, the environment and options; the last wins. Ctrl-C once "
        "ends what is going on and stops; twice stops at once."
    ),
    host="Address to listen on (default 127.0.0.1: this machine only).",
    port="Port (default 8000; 0 takes a free one).",
    data="The server's data folder (default: server below the data folder).",
    config="TOML file of settings (default: ./interview-engine.toml, else config.toml in the data folder).",
    public_url="How people reach this server, when it stands behind a proxy.",
    origins="Other web origins that may connect from a browser, with commas.",
    log_format="Log format; auto is console on a terminal and json anywhere else.",
    log_level="From which level on to log (default info).",
    drain_ms="Longest time that a stop may take (ms, default 10000).",
    backup="Back all rooms of the server up into one file, while it runs or not.",
    backup_target="The backup to make.",
    restore="Check a backup and put it in place of the server's data. Stop the server first.",
    restore_source="The backup to restore.",
    restore_force="Write over the database that is there: its rooms are lost.",
    export="Export a room's log as a JSONL file, while the server runs or not. Without a room, list them.",
    export_room="Id of the room to export.",
    export_all="Export every room; --out is a folder then.",
    export_out="File to write (default: ROOM.jsonl).",
    import_="Check an exported log and put it into the server's data. Stop the server first.",
    import_source="A JSONL log.",
    completion="Print a shell completion script (bash, zsh, fish).",
    doctor=(
        "Check the installation, the terminal and the server.\n\n"
        "Of the server it looks at settings, port, signing key and every room. Give it the options that you "
        "give to serve, and it looks at what that server runs with."
    ),
    backup_with_damage="Make the backup though rooms are damaged, and name them.",
    restore_with_damage="Restore the backup though rooms in it are damaged; the server puts these aside.",
    listening="The interview server is up",
    open_link="Open this",
    page_for_people="First page",
    page_of_api="HTTP API",
    page_of_sockets="WebSocket",
    data_line="Data folder",
    stop_line="Ctrl-C stops it. Interviews are stored and go on at the next start.",
    settings_title="Settings",
    col_setting="Name",
    col_value="Value",
    col_source="From",
    from_default="default",
    from_environment="environment",
    from_flags="option",
    key_kept="kept in {path}",
    strange_variable="Unknown environment variable, ignored: {name}",
    quarantined_title="Some rooms don't read and were put aside. All others are fine.",
    stopping="Finishing what is going on. Press Ctrl-C again to stop at once.",
    stopped="Stopped. All interviews are stored.",
    stopped_late="Not everything ended within {ms} ms, so it was cut off. What was stored is safe.",
    stopped_at_once="Stopping at once. What was stored is safe.",
    not_installed="The server is not installed. Missing: {missing}",
    hint_install="Install it with: pip install 'interview-engine[server]'",
    settings={
        "no_such_setting": "{where} says '{name}', and there is no such setting.",
        "bad_value": "The value of '{name}' makes no sense ({where}).",
        "out_of_range": "The value of '{name}' is out of range.",
        "not_a_web_address": "'{name}' takes web addresses as https://app.example.com ({where}).",
        "bad_toml": "This is no TOML file: {where}",
        "unreadable": "The settings file can't be read: {where}",
        "secret_in_file": "The secret '{name}' must not stand in a file: {where}",
        "secret_too_short": "The secret is too short ({where}). It needs 32 characters or more.",
    },
    hint_nearest="Did you mean '{hint}'?",
    hint_range="It may be {hint}",
    hint_place="Look at {hint}",
    hint_variable="Set the environment variable {hint} instead.",
    port_taken="Port {port} of {host} is in use.",
    hint_port_taken=(
        "See whether the server is running already. Choose another port with --port {other}, or any free "
        "one with --port 0."
    ),
    port_forbidden="You may not listen on port {port}.",
    hint_port_forbidden="Choose a port above 1024: --port 8000",
    no_such_host="Nothing can listen on {host} here.",
    hint_no_such_host=(
        "Name an address of this machine: --host 127.0.0.1 (it alone), --host 0.0.0.0 (everybody)"
    ),
    database_in_use="Another server uses this data folder: {path}",
    hint_database_in_use="Stop that server first, or name another folder with --data.",
    newer_schema="A later release wrote this database: {path}",
    hint_newer_schema="Upgrade interview-engine.",
    foreign_database="This is another program's database; it was left alone: {path}",
    hint_foreign_database="Name another folder with --data.",
    target_exists="The file is there already: {path}",
    hint_target_exists="It is not written over. Choose another name.",
    hint_restore_exists="Add --force if the rooms that are there may be lost.",
    store_full="There is no space, or no right to write: {why}",
    hint_store_full="Look at the free space and at the folder's permissions: {path}",
    store_unavailable="The database can't be opened: {why}",
    hint_store_unavailable="See whether another program locks the file, and that the disk is local: {path}",
    store_corrupt="The database is damaged: {path} ({why})",
    hint_store_corrupt=(
        "Stop the server and put a backup in the database's place:\n"
        "    interview-engine restore BACKUP --force"
    ),
    damaged_rooms="Damaged rooms ({count}): {rooms}",
    source_damaged="The database is damaged, so no backup was made. {why}",
    hint_source_damaged=(
        "It can't be backed up as it is. Save the rooms that still read:\n"
        "    interview-engine export --all --out rooms{said}\n"
        "  Then stop the server and put an earlier backup in its place:\n"
        "    interview-engine restore BACKUP --force{said}"
    ),
    hint_rooms_damaged=(
        "All other rooms are fine, and the server goes on with them. To see where one is damaged:\n"
        "    interview-engine export {room}{said}\n"
        "    interview-engine verify {room}.jsonl\n"
        "  Back all rooms up, the damaged ones as they are:\n"
        "    interview-engine backup {path} --with-damage{said}"
    ),
    backup_damaged="The backup {path} is damaged, so it was not restored; your database is as it was. {why}",
    hint_backup_damaged="Choose another backup.",
    hint_backup_rooms_damaged=(
        "Choose another backup. Or take this one as it is: the server then puts the damaged rooms aside and "
        "goes on with the others.\n"
        "    interview-engine restore {path} --with-damage{said}"
    ),
    bad_key_file="The signing key can't be used: {path} ({why})",
    hint_bad_key_file="Let its owner alone read it: chmod 600 {path}",
    data_not_writable="The data folder can't be written to: {path} ({why})",
    hint_data_not_writable="Look at its permissions, or name another folder with --data.",
    server_failed="The server stopped because of a bug: {error} ({where})",
    hint_server_failed="What was stored is safe, and goes on at the next start.",
    no_database="There is no database yet: {path}",
    hint_no_database="Run interview-engine serve once, or name the folder with --data.",
    unknown_room="There is no such room: {room}",
    hint_unknown_room="interview-engine export lists them.",
    room_exists="There is such a room already: {room}",
    hint_room_exists="A room can't be imported twice.",
    log_unsound="The log is not sound, so it was not imported: {path}",
    hint_log_unsound="interview-engine verify {path} says more.",
    no_rooms="There are no rooms.",
    backed_up="Backed up: {path} ({rooms} rooms, {records} records, checked)",
    restored="Restored: {path} ({rooms} rooms, {records} records, checked)",
    copied_with_damage="{named}. They are in it as they are.",
    exported="Exported: {path} ({records} records)",
    exported_damaged="Damaged from record {seq} on, exported as it is: {path} ({records} records)",
    exported_lost="Missing in the list of rooms, exported as it is: {path} ({records} records)",
    hint_exported_damaged="This shows where a log is damaged: interview-engine verify {path}",
    imported="Imported: {room} ({records} records)",
    rooms_title="Rooms",
    col_room="Room",
    col_records="Records",
    col_updated="Last record (UTC)",
    col_state="State",
    room_running="going on",
    room_finished="finished",
    check_extras="Server parts",
    check_extras_missing=(
        "missing (interviews in the terminal need none). To use it: pip install 'interview-engine[server]'"
    ),
    check_settings="Server settings",
    check_settings_fine="{file}",
    check_data="Server data folder",
    check_key="Signing key",
    check_key_none="made at the first start",
    check_key_environment="in the environment",
    check_key_open="Others can read it. Run: chmod 600 {path}",
    check_key_short="Too short. Delete it: the next start makes a new one, and participants sign in again.",
    check_database="Database",
    check_database_none="made at the first start",
    check_database_fine="{path} ({rooms} rooms)",
    check_port="Port",
    check_port_free="{port} is free",
    check_port_ours="this data folder's server is up on {port}",
    check_port_taken="It is in use: the server is running, or another program. Choose another with --port.",
    check_sqlite="SQLite",
    check_sqlite_old="{need} or newer is needed. Use a newer Python.",
    check_clock="Clock (UTC)",
    check_clock_bad="The clock is far off. Deadlines and sign-ins follow it, so set it right.",
    llm=(
        "Look at the language models. check: call each configured model twice (those for sound once), and "
        "show latency, cost and what it supports.\n\nThis costs very little, and counts against no budget."
    ),
    llm_on="Language models: {providers}",
    voice_on="Spoken answers: on ({models})",
    voice_off="Spoken answers: off. They are not available offline; a transcription model switches them on.",
    speech_on="Reading aloud by the server: on ({models})",
    llm_none="No language model is configured: everything is done offline.",
    hint_llm_none=(
        "Set one of OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, or both INTERVIEW_ENGINE_LLM_BASE_URL "
        "and INTERVIEW_ENGINE_LLM_MODEL."
    ),
    llm_tasks={
        "question": "questions",
        "answer": "AI answers",
        "judge": "judging",
        "compare": "comparing",
        "feedback": "feedback",
        "profile": "résumés",
        "transcribe": "transcribing",
        "speak": "reading aloud",
    },
    llm_alone=(
        "  Only {family} is there to judge. So that no family alone judges what it wrote, the first "
        "interviewer's judging of AI candidates' answers and comparisons with them are done offline, without "
        "calls and costs. With another provider's key beside it, a model judges these too."
    ),
    llm_plain="takes no word on effort or caching: asked without",
    llm_unavailable="Without a key, and so left out: {models}",
    llm_not_installed=(
        "There is a key for language models, and something is not installed, so all is done offline: "
        "{missing}. Install it with: pip install 'interview-engine[llm]'"
    ),
    llm_errors={
        "unreadable": "The file about language models can't be read: {where} {detail}",
        "bad_toml": "The file about language models is no valid TOML: {where} ({detail})",
        "bad_value": "Something said about language models can't be used: {where} ({detail})",
        "no_such_task": "There is no such task: {detail} ({where})",
        "no_such_provider": "There is no such provider: {detail} ({where})",
        "no_sound": "Only providers of OpenAI's protocol hear and speak here: {detail} ({where})",
        "bad_model": "A model is written 'provider:model': {detail} ({where})",
    },
    hint_llm="The manual's page 'Choose models' says how. INTERVIEW_ENGINE_LLM=off switches them off.",
    llm_latency="latency {seconds} s",
    llm_cost="this cost ${dollars}",
    llm_strict="keeps to the schema",
    llm_not_strict="does not keep to the schema",
    llm_cached="{tokens:,} tokens from the cache",
    llm_not_cached="nothing cached",
    llm_price="price ${input} / ${output} (million tokens, in / out)",
    llm_price_sound="price ${minute} a minute",
    llm_times="asked for the time of each word",
    llm_no_times="not asked for times: pauses can't be measured",
    llm_price_unknown="price unknown: counts as 0 for budgets of money",
    llm_prices_dated="Prices as of {date}: check your provider's list.",
    llm_failures={
        "rate_limited": "too many requests, it says",
        "overloaded": "the provider is busy or broken",
        "unreachable": "can't be reached",
        "cut_off": "the connection broke",
        "timed_out": "no answer in time",
        "garbled": "an answer that makes no sense",
        "refused": "it refused to answer",
        "truncated": "its answer was cut short",
        "key_refused": "the key is not accepted",
        "no_credit": "no credit is left",
        "no_such_model": "there is no such model",
        "bad_request": "the request is not accepted",
        "too_long": "the request is too long",
    },
    check_files="Open files allowed",
    check_files_few=(
        "To take {connections} connections, {need} files must be allowed. Raise ulimit -n (LimitNOFILE of a "
        "service), or lower limits.most_connections."
    ),
    page_title="Many-to-many interview server",
    page_what=(
        "This server lets you practise interviews beside AI candidates, before a panel. Every answer is "
        "judged on the same rubric, and there is a ranking and feedback. Lose your connection, or stop the "
        "server: the interview goes on where it was."
    ),
    page_api="HTTP API",
    page_sockets="WebSocket protocol",
    page_example="To be interviewed in the terminal right now, run <code>interview-engine play</code>.",
    page_invited=(
        "An invitation led you here. This server has no web client installed, so you can't come in from this "
        "page: give the invitation behind the # of the address to the client that you use."
    ),
    page_health="Health",
    page_practice="For practice only. It does not predict any hiring decision.",
    page_other_language="한국어",
)
