const key = 'northstar:probe';
let kept: boolean | undefined;

/**
 * Whether the browser keeps what this frame stores: a private window or a blocked frame may refuse. Tried
 * once a page, because each try writes, and other frames hear of it.
 */
export function keepsOnDevice(): boolean {
  kept ??= tryStorage();
  return kept;
}

function tryStorage(): boolean {
  try {
    const { localStorage } = window;
    localStorage.setItem(key, '');
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
