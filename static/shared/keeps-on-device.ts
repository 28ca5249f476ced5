/** Whether the browser keeps what this frame stores: a private window or a blocked frame may refuse. */
export function keepsOnDevice(storage: () => Storage = () => window.localStorage): boolean {
  const key = 'northstar:probe';
  try {
    const available = storage();
    available.setItem(key, '');
    available.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
