"""Stems from the answers to one in twenty or more of the bank's questions: they show no topic. Data."""

from __future__ import annotations

_WORDS = """
accept account act add advanc affect against agre agree ahead alert alon along alternativ analysi anoth
answer anyon anyth apart app area argu arriv ask assumpt avoid awa back beforehand began begin behaviour
behind believ besid block break bring build built bus button cam candidat cannot carr catch chanc charg
check choic choos claim clear cod colleagu collect compan compar comput conclus concret condit confirm
connect contribut cop cor cost count criteria custom cut dat data day deadlin decid decis deliver demand
design devic diff direct docu doesn don draft draw dropp ear effect effort end error estimat event ever
everyon everyth evidenc exact expect experi experienc explan fail failur far fast fault featur feel felt
field figur fill finish fit fix flow form gain gap gav goal goe going ground group grow habit half hand
harm hear heard hid hidden hold honest hour improv improve inform isn item job join judg judge kept key
lack last lat lay lead learn leav left limit lin listen littl liv load log look los lost mark match matt
measur meet messag met method metric minut miss mistak moment mone month mov myself narrow newcom next
nobod noth notic now open opin opt oth outcom outsid pag past path pay peopl period person pick piec plac
plain plan post prepar prevent previou procedur product project promis propos protect prov publish qualit
quer quick rais rang rat reach read record refus regular releas remain remov rep repeat report request
respons rest return revers review right risk rol rout row rul run sav saw schedul scop screen search seen
send sentenc separat separate serv servic settl shar sid sign singl sit situ siz slow solv someon someth
soon sort sourc spe speak split spot spread sta stag stand standard start stay step stop stor straight
stuck succes suggest support system tabl talk task team tell ten term test thought thre toda told took
tool treat tri troubl tru trust try turn twic two understand updat urgent valu verif vers view visibl
wait walk watch week went whatev won word worr writ wrong yet yourself
가능성 가운데 가장 가정 가지 가치 값을 같은 개선 갱신 검증 검토 것과 것만 것부터 것입니다 결과물 결론
결정 결제 경로 계산 계속 계획 고객 고쳐 고친 고칠 골라 공개 공유 과거 과제 관리 구간 구분 구조 구체
규칙 그대 근거 급한 기간 기대 기록 기술 기여 기준 기회 꼭 끝까지 나누 나누어 나눈 나란히 나머지 나중
날 날짜 남겨 남은 내 낼 넣어 놓고 누가 눈에 느꼈 늦게 다 다르게 다른 다시 단계 단순 단위 달 달라고
담당자 답을 대상 대신 대안 대화 덜어 데 데이터 도구 도움 동료 동시 동안 동의 동작 되는 되돌리기 되돌릴
되었 두겠 두고 두면 둔 둡니다 뒤 뒤로 뒤에 드리겠 드리고 따로 따져 때문 로그 마음 막는 만나 만드 만든
만들고 만들어 만듭니다 말로 말을 말이 맡은 매일 몇 모두 모르 모습 모아 목록 목표 못한 무엇인지 문서
문의 문장 물어 미리 바꾸 바로 반대 반복 반영 받는 받은 발견 방향 배운 배포 버튼 번 번호 범위 보겠
보고 보내 보는 보니 보며 보면 보여 보지 복구 본 볼 봅니다 부담 부서 부족 부탁 분 분께 분명히 분석
분의 분이 불편 비교 비슷 비용 비율 빠르게 빨리 사람 사실 사용자 사이 사정 상대 상태 상황 새 생기 서로
서버 서비스 선택 설계 성과 세 속도 솔직히 수정 수치 순간 순서 쉬운 스스 습관 시각 시간 시도 시작 시점
시험 신뢰 신호 실수 실패 실행 실험 싶 써 쓰고 쓰기 쓰는 쓰지 쓸 아는 아직 안 안내 안에 안전 않 않게
않아 알 알게 알려 알림 앞 앞서 약속 어디 어려운 얼마나 업무 연결 영향 예상 예외 예전 오늘 오래 오류
온 요구 요청 운영 원칙 위한 위험 유지 응답 의견 의심 이름 이미 이번 이야기 이어 이용자 이해 인정 일부
일에 일의 일정 일찍 일하는 입력 입사 있다고 있다면 있어 있어서 있으니 있으면 있으므 있을 자동 자료 자리
작업 작은 잘못 장애 저장 적어 적용 적이 전에 절차 점검 정보 정하고 정합니다 정해 정해진 제안 조건 조회
주 주기 주는 주문 주십시오 주지 준 준비 줄이 중간 중단 중복 중에 즉시 증거 지금 지연 지원자님 지점
지키 지표 직접 진행 짧게 짧은 찾아 책임 처리 처음 첫 최근 추가 측정 코드 크기 큰 테스트 팀의 팀이
판단 평가 평균 표시 풀어 피해 하겠 하나씩 하는지 하루 하시겠습니까 하지 함께 합의 항목 해 해결 핵심
행동 현재 혼자 화면 확인 확인하겠 환경 회사 회의 효과 흐름
"""

EVERYDAY_STEMS = frozenset(_WORDS.split())
