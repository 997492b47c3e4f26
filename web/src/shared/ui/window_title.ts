import { useEffect } from "react";
import { useUiTexts } from "./texts";

/** Says in the window's title, and so in the tab, where one is; without a name it says what this is. */
export function useWindowTitle(name = ""): void {
  const t = useUiTexts();
  const product = t("product");
  useEffect(() => {
    document.title = name ? `${name} · ${product}` : product;
    return () => {
      document.title = product;
    };
  }, [name, product]);
}
