import type { deriveNow } from './derive-now';

/** Makes what follows from an issue's answers anew, as the viewer; who looks next makes what failed. */
export type Derive = typeof deriveNow;

/** Loaded when something was saved that a score follows from: no first view needs it. */
export const deriveLater: Derive = async (place, stored) => {
  const { deriveNow } = await import('./derive-now');
  await deriveNow(place, stored);
};
