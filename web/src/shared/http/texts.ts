import { defineTexts } from "@/shared/i18n/texts";

export const useHttpTexts = defineTexts(
  "http",
  {
    offline: "서버에 연결하지 못했습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요.",
    unexpected: "요청을 처리하지 못했습니다. 잠시 뒤 다시 시도해 주세요.",
  },
  {
    offline: "The server could not be reached. Check your connection and try again.",
    unexpected: "That didn't work. Please try again in a moment.",
  },
);
