"""What the server's commands say in Korean."""

from __future__ import annotations

from adapters.program.texts.catalogue import ProgramTexts

KOREAN = ProgramTexts(
    serve=(
        "면접 서버를 켭니다. 여러 사람이 브라우저나 스크립트로 한 면접방에 들어와 함께 면접을 봅니다.\n\n"
        "설정은 기본값, TOML 파일, 환경 변수, 옵션 순으로 읽고 뒤의 것이 앞의 것을 덮습니다. Ctrl-C를 한 번 "
        "누르시면 하던 일을 마치고 끝나고, 두 번 누르시면 바로 끝납니다."
    ),
    host="연결을 받을 주소 (기본 127.0.0.1: 이 컴퓨터에서만 접속).",
    port="포트 번호 (기본 8000, 0이면 비어 있는 포트).",
    data="서버 데이터 폴더 (기본: 데이터 폴더 아래 server).",
    config="TOML 설정 파일 (기본: ./interview-engine.toml, 없으면 데이터 폴더의 config.toml).",
    public_url="사람들이 접속하는 주소. 프록시 뒤에 둘 때 씁니다.",
    origins="브라우저 연결을 허용할 다른 웹 주소, 쉼표로 구분.",
    log_format="로그 형식. auto는 터미널이면 console, 아니면 json입니다.",
    log_level="어느 수준부터 로그를 남길지 (기본 info).",
    drain_ms="멈출 때 하던 일을 마치는 데 쓸 수 있는 시간 (밀리초, 기본 10000).",
    backup="서버의 모든 면접방을 파일 하나로 백업합니다. 서버가 켜져 있어도 됩니다.",
    backup_target="만들 백업 파일.",
    restore="백업을 검사한 뒤 서버 데이터 자리에 되돌려 놓습니다. 서버를 먼저 꺼 주세요.",
    restore_source="되돌릴 백업 파일.",
    restore_force="지금 있는 데이터베이스를 덮어씁니다. 그 안의 면접방은 사라집니다.",
    export=(
        "면접방의 기록을 JSONL 파일로 내보냅니다. 서버가 켜져 있어도 됩니다. "
        "면접방을 정하지 않으면 목록을 보여 줍니다."
    ),
    export_room="내보낼 면접방의 ID.",
    export_all="모든 면접방을 내보냅니다. --out 은 폴더가 됩니다.",
    export_out="저장할 파일 (기본: 면접방ID.jsonl).",
    import_="내보낸 기록을 검사한 뒤 서버에 넣습니다. 서버를 먼저 꺼 주세요.",
    import_source="JSONL 기록 파일.",
    completion="셸 자동 완성 스크립트를 출력합니다 (bash, zsh, fish).",
    doctor=(
        "설치와 터미널, 서버를 점검합니다.\n\n"
        "서버에서는 설정, 포트, 서명 키와 모든 면접방의 기록을 봅니다. serve 에 붙이시는 옵션을 그대로 "
        "붙이시면 그 서버를 점검합니다."
    ),
    backup_with_damage="손상된 면접방이 있어도 있는 그대로 백업하고, 어느 방인지 알려 드립니다.",
    restore_with_damage="손상된 면접방이 든 백업도 되돌립니다. 그 방은 서버가 따로 떼어 놓습니다.",
    listening="면접 서버가 켜졌습니다",
    open_link="열어 보실 주소",
    page_for_people="첫 화면",
    page_of_api="HTTP API 안내",
    page_of_sockets="WebSocket 안내",
    data_line="데이터 폴더",
    stop_line="Ctrl-C를 누르시면 끝납니다. 면접은 저장되어 있어 다시 켜면 이어집니다.",
    settings_title="설정",
    col_setting="이름",
    col_value="값",
    col_source="어디서",
    from_default="기본값",
    from_environment="환경 변수",
    from_flags="옵션",
    key_kept="{path} 에 저장됨",
    strange_variable="알 수 없는 환경 변수라 무시했습니다: {name}",
    quarantined_title="기록을 읽을 수 없어 따로 떼어 놓은 면접방이 있습니다. 다른 면접방은 정상입니다.",
    stopping="하던 일을 마치고 끝냅니다. 기다리지 않으시려면 Ctrl-C를 한 번 더 눌러 주세요.",
    stopped="끝났습니다. 면접은 모두 저장되어 있습니다.",
    stopped_late="{ms}밀리초 안에 다 마치지 못해 끊고 끝냈습니다. 저장된 면접은 그대로입니다.",
    stopped_at_once="기다리지 않고 끝냅니다. 저장된 면접은 그대로입니다.",
    not_installed="서버 기능이 설치되어 있지 않습니다. 없는 것: {missing}",
    hint_install="이렇게 설치해 주세요: pip install 'interview-engine[server]'",
    settings={
        "no_such_setting": "{where} 에 있는 '{name}' 은(는) 없는 설정입니다.",
        "bad_value": "'{name}' 설정의 값을 이해할 수 없습니다 ({where}).",
        "out_of_range": "'{name}' 설정의 값이 범위를 벗어났습니다.",
        "not_a_web_address": "'{name}' 설정에는 https://app.example.kr 같은 웹 주소를 적어 주세요 ({where}).",
        "bad_toml": "TOML 파일을 이해할 수 없습니다: {where}",
        "unreadable": "설정 파일을 읽을 수 없습니다: {where}",
        "secret_in_file": "비밀값 '{name}' 은(는) 파일에 적을 수 없습니다: {where}",
        "secret_too_short": "비밀값이 너무 짧습니다 ({where}). 32자 이상이어야 합니다.",
    },
    hint_nearest="혹시 '{hint}' 을(를) 쓰려고 하셨나요?",
    hint_range="쓸 수 있는 범위: {hint}",
    hint_place="위치: {hint}",
    hint_variable="환경 변수 {hint} 로 알려 주세요.",
    port_taken="{host} 의 {port}번 포트는 이미 쓰이고 있습니다.",
    hint_port_taken=(
        "서버가 이미 켜져 있는지 확인해 주세요. 다른 포트를 쓰시려면 --port {other}, 비어 있는 포트를 "
        "쓰시려면 --port 0 을 붙여 주세요."
    ),
    port_forbidden="{port}번 포트를 쓸 권한이 없습니다.",
    hint_port_forbidden="1024보다 큰 포트를 써 주세요: --port 8000",
    no_such_host="{host} 주소로는 연결을 받을 수 없습니다.",
    hint_no_such_host="이 컴퓨터의 주소를 써 주세요: --host 127.0.0.1 (이 컴퓨터만), --host 0.0.0.0 (모두)",
    database_in_use="다른 서버가 쓰고 있는 데이터 폴더입니다: {path}",
    hint_database_in_use="그 서버를 먼저 끄시거나, --data 로 다른 폴더를 정해 주세요.",
    newer_schema="더 새로운 버전에서 만든 데이터베이스입니다: {path}",
    hint_newer_schema="interview-engine을 최신 버전으로 올려 주세요.",
    foreign_database="다른 프로그램의 데이터베이스라 건드리지 않았습니다: {path}",
    hint_foreign_database="--data 로 다른 폴더를 정해 주세요.",
    target_exists="이미 있는 파일입니다: {path}",
    hint_target_exists="덮어쓰지 않습니다. 다른 이름을 써 주세요.",
    hint_restore_exists="지금 있는 면접방을 버려도 되면 --force 를 붙여 주세요.",
    store_full="저장할 공간이나 권한이 없습니다: {why}",
    hint_store_full="디스크 공간과 폴더 권한을 확인해 주세요: {path}",
    store_unavailable="데이터베이스를 열 수 없습니다: {why}",
    hint_store_unavailable="다른 프로그램이 파일을 잠그고 있는지, 로컬 디스크에 있는지 확인해 주세요: {path}",
    store_corrupt="손상된 데이터베이스입니다: {path} ({why})",
    hint_store_corrupt=("서버를 끄고 백업을 되돌려 주세요:\n    interview-engine restore 백업파일 --force"),
    damaged_rooms="손상된 면접방 {count}개: {rooms}",
    source_damaged="데이터베이스가 손상되어 백업하지 않았습니다. {why}",
    hint_source_damaged=(
        "이대로는 백업할 수 없습니다. 읽을 수 있는 면접방부터 꺼내 주세요:\n"
        "    interview-engine export --all --out rooms{said}\n"
        "  그다음 서버를 끄고 예전 백업을 되돌려 주세요:\n"
        "    interview-engine restore 백업파일 --force{said}"
    ),
    hint_rooms_damaged=(
        "다른 면접방은 모두 정상이며 서버에서 그대로 이어집니다. 어디가 손상되었는지 보시려면:\n"
        "    interview-engine export {room}{said}\n"
        "    interview-engine verify {room}.jsonl\n"
        "  손상된 방까지 있는 그대로 모두 백업하시려면:\n"
        "    interview-engine backup {path} --with-damage{said}"
    ),
    backup_damaged="백업 {path} 이(가) 손상되어 되돌리지 않았습니다. 데이터베이스는 그대로입니다. {why}",
    hint_backup_damaged="다른 백업을 골라 주세요.",
    hint_backup_rooms_damaged=(
        "다른 백업을 골라 주세요. 이 백업을 있는 그대로 되돌리셔도 됩니다. 그러면 서버가 손상된 면접방만 "
        "따로 떼어 놓고 나머지를 이어 갑니다.\n"
        "    interview-engine restore {path} --with-damage{said}"
    ),
    bad_key_file="서명 키 파일을 쓸 수 없습니다: {path} ({why})",
    hint_bad_key_file="주인만 읽을 수 있게 해 주세요: chmod 600 {path}",
    data_not_writable="데이터 폴더에 쓸 수 없습니다: {path} ({why})",
    hint_data_not_writable="폴더 권한을 확인하시거나 --data 로 다른 폴더를 정해 주세요.",
    server_failed="서버가 프로그램 오류로 멈추었습니다: {error} ({where})",
    hint_server_failed="저장된 면접은 그대로이며, 다시 켜면 이어집니다.",
    no_database="아직 데이터베이스가 없습니다: {path}",
    hint_no_database="interview-engine serve 를 한 번 실행하시거나, --data 로 폴더를 정해 주세요.",
    unknown_room="그런 면접방이 없습니다: {room}",
    hint_unknown_room="interview-engine export 로 목록을 볼 수 있습니다.",
    room_exists="이미 있는 면접방입니다: {room}",
    hint_room_exists="같은 면접방을 두 번 넣을 수는 없습니다.",
    log_unsound="온전한 기록이 아니라서 넣지 않았습니다: {path}",
    hint_log_unsound="interview-engine verify {path} 로 자세한 내용을 확인해 주세요.",
    no_rooms="면접방이 하나도 없습니다.",
    backed_up="백업했습니다: {path} (면접방 {rooms}개, 기록 {records}개, 검사 완료)",
    restored="되돌렸습니다: {path} (면접방 {rooms}개, 기록 {records}개, 검사 완료)",
    copied_with_damage="{named}. 있는 그대로 들어 있습니다.",
    exported="내보냈습니다: {path} (기록 {records}개)",
    exported_damaged="기록 {seq}번부터 손상되어 있는 그대로 내보냈습니다: {path} (기록 {records}개)",
    exported_lost="면접방 목록에 없어 있는 그대로 내보냈습니다: {path} (기록 {records}개)",
    hint_exported_damaged="어디가 손상되었는지는 이렇게 볼 수 있습니다: interview-engine verify {path}",
    imported="넣었습니다: {room} (기록 {records}개)",
    rooms_title="면접방",
    col_room="면접방",
    col_records="기록",
    col_updated="마지막 기록 (UTC)",
    col_state="상태",
    room_running="진행 중",
    room_finished="끝남",
    check_extras="서버 구성 요소",
    check_extras_missing=(
        "없음 (터미널 면접에는 필요하지 않습니다). 쓰시려면: pip install 'interview-engine[server]'"
    ),
    check_settings="서버 설정",
    check_settings_fine="{file}",
    check_data="서버 데이터 폴더",
    check_key="서명 키",
    check_key_none="처음 켤 때 만듭니다",
    check_key_environment="환경 변수에 있음",
    check_key_open="다른 사람이 읽을 수 있습니다. chmod 600 {path} 를 실행해 주세요.",
    check_key_short="너무 짧습니다. 파일을 지우면 다음에 켤 때 새로 만들며, 참가자는 다시 들어와야 합니다.",
    check_database="데이터베이스",
    check_database_none="처음 켤 때 만듭니다",
    check_database_fine="{path} (면접방 {rooms}개)",
    check_port="포트",
    check_port_free="{port}번 비어 있음",
    check_port_ours="{port}번에서 이 데이터 폴더의 서버가 켜져 있음",
    check_port_taken=(
        "이미 쓰이고 있습니다. 서버가 켜져 있거나 다른 프로그램이 쓰는 중입니다. --port 로 바꿀 수 있습니다."
    ),
    check_sqlite="SQLite",
    check_sqlite_old="{need} 이상이 필요합니다. 더 새로운 파이썬을 써 주세요.",
    check_clock="컴퓨터 시계 (UTC)",
    check_clock_bad="시계가 크게 어긋나 있습니다. 면접 마감과 로그인 기간이 이 시계를 따르니 맞추어 주세요.",
    llm=(
        "언어 모델을 살펴봅니다. check: 설정된 모델을 두 번씩(음성 모델은 한 번씩) 불러 보고 응답 시간, "
        "비용, 지원하는 것을 보여 줍니다."
        "\n\n아주 적은 비용이 들며, 예산에는 들어가지 않습니다."
    ),
    llm_on="언어 모델을 씁니다: {providers}",
    voice_on="말로 답하기: 켜짐 ({models})",
    voice_off="말로 답하기: 꺼짐. 오프라인에서는 쓸 수 없으며, 음성 인식 모델을 설정하면 켜집니다.",
    speech_on="서버의 음성으로 읽어 주기: 켜짐 ({models})",
    llm_none="설정된 언어 모델이 없어 모든 것을 오프라인으로 합니다.",
    hint_llm_none=(
        "OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY 가운데 하나를 두거나, "
        "INTERVIEW_ENGINE_LLM_BASE_URL과 INTERVIEW_ENGINE_LLM_MODEL을 두십시오."
    ),
    llm_tasks={
        "question": "질문",
        "answer": "AI 답변",
        "judge": "심사",
        "compare": "비교",
        "feedback": "총평",
        "profile": "이력서",
        "transcribe": "음성 인식",
        "speak": "읽어 주기",
    },
    llm_alone=(
        "  심사할 모델이 {family} 한 곳뿐입니다. 자기가 쓴 답을 혼자 심사하지 않도록, AI 지원자의 답변에서 "
        "첫째 면접관의 심사와 AI 답변이 낀 비교는 모델을 부르지 않고 오프라인으로 합니다(비용 없음). "
        "다른 제공자의 키를 하나 더 두면 이 몫도 모델이 심사합니다."
    ),
    llm_plain="생각의 정도와 캐시 표시를 받지 않아 빼고 씀",
    llm_unavailable="키가 없어 쓰지 못하는 모델: {models}",
    llm_not_installed=(
        "언어 모델의 키가 있지만 설치되지 않은 것이 있어 오프라인으로 합니다: {missing}. "
        "설치: pip install 'interview-engine[llm]'"
    ),
    llm_errors={
        "unreadable": "언어 모델 설정 파일을 읽을 수 없습니다: {where} {detail}",
        "bad_toml": "언어 모델 설정 파일이 올바른 TOML이 아닙니다: {where} ({detail})",
        "bad_value": "언어 모델 설정에 쓸 수 없는 값이 있습니다: {where} ({detail})",
        "no_such_task": "그런 일은 없습니다: {detail} ({where})",
        "no_such_provider": "그런 제공자는 없습니다: {detail} ({where})",
        "no_sound": "음성은 OpenAI 방식의 제공자만 할 수 있습니다: {detail} ({where})",
        "bad_model": "모델은 '제공자:모델'로 적습니다: {detail} ({where})",
    },
    hint_llm="설명서의 ‘모델 고르기’에 쓰는 법이 있습니다. INTERVIEW_ENGINE_LLM=off 로 끌 수 있습니다.",
    llm_latency="응답 {seconds}초",
    llm_cost="이번 비용 ${dollars}",
    llm_strict="정해진 형식을 지킴",
    llm_not_strict="정해진 형식을 지키지 않음",
    llm_cached="캐시에서 {tokens:,}토큰",
    llm_not_cached="캐시 없음",
    llm_price="가격 ${input} / ${output} (백만 토큰, 입력/출력)",
    llm_price_sound="가격 1분에 ${minute}",
    llm_times="단어마다 시각을 물음",
    llm_no_times="시각을 묻지 않음: 멈춤을 잴 수 없음",
    llm_price_unknown="가격 모름: 돈 예산에는 0으로 셉니다",
    llm_prices_dated="가격표 날짜: {date}. 제공자의 가격표를 확인하십시오.",
    llm_failures={
        "rate_limited": "요청이 너무 많다고 합니다",
        "overloaded": "제공자가 바쁘거나 고장입니다",
        "unreachable": "닿지 않습니다",
        "cut_off": "연결이 끊겼습니다",
        "timed_out": "제때 답하지 않았습니다",
        "garbled": "알아들을 수 없는 답입니다",
        "refused": "답하기를 거절했습니다",
        "truncated": "답이 중간에 잘렸습니다",
        "key_refused": "키를 받아 주지 않습니다",
        "no_credit": "잔액이 없습니다",
        "no_such_model": "그런 모델이 없습니다",
        "bad_request": "요청을 받아 주지 않습니다",
        "too_long": "요청이 너무 깁니다",
    },
    check_files="열 수 있는 파일 수",
    check_files_few=(
        "연결 {connections}개를 모두 받으려면 파일을 {need}개 이상 열 수 있어야 합니다. ulimit -n(서비스는 "
        "LimitNOFILE)을 올리거나 limits.most_connections를 줄여 주세요."
    ),
    page_title="다대다 면접 서버",
    page_what=(
        "AI 지원자들과 나란히 앉아 면접관들 앞에서 면접을 연습하는 서버입니다. 모든 답변은 같은 기준으로 "
        "평가되고, 순위와 총평을 볼 수 있습니다. 연결이 끊기거나 서버가 꺼져도 하던 곳에서 이어집니다."
    ),
    page_api="HTTP API 안내",
    page_sockets="WebSocket 안내",
    page_example="터미널에서 바로 면접을 보시려면 <code>interview-engine play</code> 를 실행해 주세요.",
    page_invited=(
        "초대 링크로 오셨습니다. 이 서버에는 웹 화면이 설치되어 있지 않아 여기서 바로 입장하실 수 없습니다. "
        "주소의 # 뒤에 있는 초대 글(invitation)을 사용하시는 면접 클라이언트에 넣어 입장해 주세요."
    ),
    page_health="서버 상태",
    page_practice="연습용입니다. 실제 채용 결과를 예측하지 않습니다.",
    page_other_language="English",
)
