import { defineTexts } from "@/shared/i18n/texts";

export const useAccountTexts = defineTexts(
  "account",
  {
    name: "이름",
    nameHint: "회원 가입은 필요 없습니다. 별명이어도 됩니다.",
    nameMissing: "이름을 입력해 주세요.",
    failed: "들어가지 못했습니다. 잠시 뒤 다시 시도해 주세요.",
    lost: "이 기기의 참가 정보가 만료되었거나 지워졌습니다. 이름을 입력하면 새로 시작합니다.",
    gateTitle: "먼저 이름을 알려 주세요",
    gateText: "다른 지원자와 면접관에게 보일 이름입니다.",
    begin: "시작하기",
  },
  {
    name: "Name",
    nameHint: "No registration. A nickname will do.",
    nameMissing: "Please enter a name.",
    failed: "That didn't work. Please try again in a moment.",
    lost: "Your sign-in on this device has expired or was deleted. Enter a name to start anew.",
    gateTitle: "What shall we call you?",
    gateText: "The other candidates and the panel will see this name.",
    begin: "Begin",
  },
);
