import { defineTexts } from "@/shared/i18n/texts";

export const useUiTexts = defineTexts(
  "ui",
  {
    product: "다대다 면접",
    close: "닫기",
    cancel: "취소",
    retry: "다시 시도",
    loading: "불러오는 중입니다",
    skipToContent: "본문으로 건너뛰기",
    failedTitle: "불러오지 못했습니다",
    offlineTitle: "연결이 끊겼습니다",
    dismiss: "알림 닫기",
    notices: "알림",
  },
  {
    product: "Panel Interview",
    close: "Close",
    cancel: "Cancel",
    retry: "Try again",
    loading: "Loading",
    skipToContent: "Skip to content",
    failedTitle: "This could not be loaded",
    offlineTitle: "You are offline",
    dismiss: "Dismiss notice",
    notices: "Notices",
  },
);
