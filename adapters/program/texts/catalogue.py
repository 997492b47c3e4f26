"""One field per text of the server's commands, filled once per language.

A text's `{places}` are filled by whoever prints it; both languages have the same places.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class ProgramTexts:
    """Every text of the server's commands in one language."""

    # help
    serve: str
    host: str
    port: str
    data: str
    config: str
    public_url: str
    origins: str
    log_format: str
    log_level: str
    drain_ms: str
    backup: str
    backup_target: str
    restore: str
    restore_source: str
    restore_force: str
    export: str
    export_room: str
    export_all: str
    export_out: str
    import_: str
    import_source: str
    completion: str
    doctor: str
    backup_with_damage: str
    restore_with_damage: str

    # a server that starts and stops
    listening: str
    open_link: str
    page_for_people: str
    page_of_api: str
    page_of_sockets: str
    data_line: str
    stop_line: str
    settings_title: str
    col_setting: str
    col_value: str
    col_source: str
    from_default: str
    from_environment: str
    from_flags: str
    key_kept: str
    strange_variable: str
    quarantined_title: str
    stopping: str
    stopped: str
    stopped_late: str
    stopped_at_once: str

    # what can be mended
    not_installed: str
    hint_install: str
    settings: Mapping[str, str]
    hint_nearest: str
    hint_range: str
    hint_place: str
    hint_variable: str
    port_taken: str
    hint_port_taken: str
    port_forbidden: str
    hint_port_forbidden: str
    no_such_host: str
    hint_no_such_host: str
    database_in_use: str
    hint_database_in_use: str
    newer_schema: str
    hint_newer_schema: str
    foreign_database: str
    hint_foreign_database: str
    target_exists: str
    hint_target_exists: str
    hint_restore_exists: str
    store_full: str
    hint_store_full: str
    store_unavailable: str
    hint_store_unavailable: str
    store_corrupt: str
    hint_store_corrupt: str
    damaged_rooms: str
    source_damaged: str
    hint_source_damaged: str
    hint_rooms_damaged: str
    backup_damaged: str
    hint_backup_damaged: str
    hint_backup_rooms_damaged: str
    bad_key_file: str
    hint_bad_key_file: str
    data_not_writable: str
    hint_data_not_writable: str
    server_failed: str
    hint_server_failed: str
    no_database: str
    hint_no_database: str
    unknown_room: str
    hint_unknown_room: str
    room_exists: str
    hint_room_exists: str
    log_unsound: str
    hint_log_unsound: str
    no_rooms: str

    # what was done
    backed_up: str
    restored: str
    copied_with_damage: str
    exported: str
    exported_damaged: str
    exported_lost: str
    hint_exported_damaged: str
    imported: str
    rooms_title: str
    col_room: str
    col_records: str
    col_updated: str
    col_state: str
    room_running: str
    room_finished: str

    # doctor
    check_extras: str
    check_extras_missing: str
    check_settings: str
    check_settings_fine: str
    check_data: str
    check_key: str
    check_key_none: str
    check_key_environment: str
    check_key_open: str
    check_key_short: str
    check_database: str
    check_database_none: str
    check_database_fine: str
    check_port: str
    check_port_free: str
    check_port_ours: str
    check_port_taken: str
    check_sqlite: str
    check_sqlite_old: str
    check_clock: str
    check_clock_bad: str
    check_files: str
    check_files_few: str

    # language models
    llm: str
    llm_on: str
    llm_none: str
    voice_on: str
    voice_off: str
    speech_on: str
    hint_llm_none: str
    llm_tasks: Mapping[str, str]
    llm_alone: str
    llm_plain: str
    llm_unavailable: str
    llm_not_installed: str
    llm_errors: Mapping[str, str]
    hint_llm: str
    llm_latency: str
    llm_cost: str
    llm_strict: str
    llm_not_strict: str
    llm_cached: str
    llm_not_cached: str
    llm_price: str
    llm_price_unknown: str
    llm_price_sound: str
    llm_times: str
    llm_no_times: str
    llm_prices_dated: str
    llm_failures: Mapping[str, str]

    # the first page
    page_title: str
    page_what: str
    page_api: str
    page_sockets: str
    page_example: str
    page_invited: str
    page_health: str
    page_practice: str
    page_other_language: str
