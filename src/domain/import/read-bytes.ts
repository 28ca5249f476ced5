/** A file's text, or that it is none: of another encoding, or not text at all. */
export type ReadBytes = { readonly ok: true; readonly text: string } | { readonly ok: false };

/**
 * Reads a file as UTF-8, or as UTF-16 where its first bytes say so. Anything else is refused rather
 * than guessed: a wrong guess writes broken names into Jira.
 */
export function readBytes(bytes: Uint8Array): ReadBytes {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? { ok: false } : { ok: true, text };
  } catch {
    return { ok: false };
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
