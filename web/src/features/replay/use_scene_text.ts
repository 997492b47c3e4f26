import type { Scene } from "./scene";
import { useReplayTexts } from "./texts";

/** Returns how a scene is said in one line. */
export function useSceneText(): (scene: Scene) => string {
  const t = useReplayTexts();
  return ({ kind, number, seat }) => {
    const what = t(`scene.${kind}`, { number, name: seat?.name || t("nameDeleted") });
    const answering =
      kind === "speaking" || kind === "writing" || kind === "writingOther" || kind === "thinking";
    return answering ? `${t("scene.question", { number })} · ${what}` : what;
  };
}
