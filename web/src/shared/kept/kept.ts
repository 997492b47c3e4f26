/**
 * What the browser keeps for the pages: on this device, or for this tab. People may forbid it (Safari and Firefox call
 * it blocking all cookies), and then every touch of the browser's own store throws; it may be full, too. What could not
 * be kept there lasts as long as the page, so that an interview goes on all the same.
 */
export interface Kept {
  getItem: (key: string) => string | null;
  setItem: (key: string, text: string) => void;
  removeItem: (key: string) => void;
  keys: () => string[];
}

export const onDevice = keptIn(() => window.localStorage);
export const inTab = keptIn(() => window.sessionStorage);

export function keptIn(open: () => Storage): Kept {
  const inPage = new Map<string, string>();

  function tried<T>(use: (store: Storage) => T, otherwise: T): T {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  }

  return {
    getItem: (key) => inPage.get(key) ?? tried((store) => store.getItem(key), null),
    setItem(key, text) {
      const kept = tried((store) => {
        store.setItem(key, text);
        return true;
      }, false);
      if (kept) inPage.delete(key);
      else inPage.set(key, text);
    },
    removeItem(key) {
      inPage.delete(key);
      tried((store) => store.removeItem(key), undefined);
    },
    keys: () => [...new Set([...tried((store) => Object.keys(store), []), ...inPage.keys()])],
  };
}
