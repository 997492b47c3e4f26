import { defineTexts } from "@/shared/i18n/texts";

export const useRoomTexts = defineTexts(
  "room",
  {
    opening: "면접방에 들어가는 중입니다",
    entrance: {
      title: "면접방에 초대되었습니다",
      text: "다른 지원자와 면접관에게 보일 이름을 입력해 주세요.",
      enter: "들어가기",
    },
    toHome: "홈으로 가기",
    again: "다시 들어가기",
    endedTitle: {
      normal: "면접방에서 나왔습니다",
      removed: "방장이 면접방에서 내보냈습니다",
      bad_frame: "연결에 문제가 생겼습니다",
      not_authenticated: "다시 확인이 필요합니다",
      no_such_room: "면접방을 찾을 수 없습니다",
      invitation_over: "이 초대 링크로는 들어갈 수 없습니다",
      superseded: "다른 창에서 이어서 하고 있습니다",
      frame_too_large: "보낸 내용이 너무 큽니다",
      unknown_protocol: "화면을 새로 고쳐 주세요",
    },
    endedText: {
      normal: "언제든 다시 들어올 수 있습니다.",
      removed: "이 면접방에는 다시 들어올 수 없습니다.",
      bad_frame: "화면을 새로 고치면 이어서 할 수 있습니다.",
      not_authenticated: "이 기기의 참가 정보가 만료되었거나 지워졌습니다. 홈에서 이름을 다시 입력해 주세요.",
      no_such_room:
        "주소가 잘못되었거나, 방이 삭제되었거나, 초대가 필요한 방입니다. 초대받으셨다면 받은 링크를 그대로 열어 주세요.",
      invitation_over:
        "링크의 기한이 지났거나, 취소되었거나, 잘렸거나, 방이 삭제되었습니다. 방장에게 새 초대 링크를 부탁해 주세요.",
      superseded: "한 사람은 한 창에서만 참가할 수 있습니다. 이 창에서 계속하려면 다시 들어오세요.",
      frame_too_large: "답변을 조금 줄인 뒤 다시 시도해 주세요.",
      unknown_protocol: "서버가 새 버전으로 바뀌었습니다. 새로 고치면 이어서 할 수 있습니다.",
    },
  },
  {
    opening: "Entering the room",
    entrance: {
      title: "You are invited to an interview",
      text: "Enter the name that the other candidates and the panel will see.",
      enter: "Enter",
    },
    toHome: "Go home",
    again: "Come back in",
    endedTitle: {
      normal: "You have left the room",
      removed: "The host removed you from the room",
      bad_frame: "Something went wrong with the connection",
      not_authenticated: "Please sign in again",
      no_such_room: "There is no such room",
      invitation_over: "This invitation no longer lets you in",
      superseded: "You are in this room in another window",
      frame_too_large: "What was sent was too large",
      unknown_protocol: "Please reload the page",
    },
    endedText: {
      normal: "You can come back at any time.",
      removed: "You cannot enter this room again.",
      bad_frame: "Reload the page to go on.",
      not_authenticated:
        "This device's guest account has expired or was deleted. Enter your name again on the home page.",
      no_such_room:
        "The address may be wrong, the room may have been deleted, or you need an invitation. If you were invited, open the link just as you got it.",
      invitation_over:
        "The link has expired, was revoked or was cut off, or the room was deleted. Ask the host for a new one.",
      superseded: "One person takes part in one window. Come back in to go on in this one.",
      frame_too_large: "Shorten your answer a little and try again.",
      unknown_protocol: "The server has a new version. Reload to go on.",
    },
  },
);
