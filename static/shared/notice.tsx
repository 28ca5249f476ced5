import type { ReactElement, ReactNode } from 'react';
import { ErrorGlyph, InfoGlyph, WarningGlyph } from './glyphs';

const signs = { info: InfoGlyph, warning: WarningGlyph, error: ErrorGlyph } as const;

/** A message in its place: sign, sentence and what can be done. Errors are announced at once. */
export function Notice({
  tone,
  title,
  children,
}: {
  readonly tone: keyof typeof signs;
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  const Sign = signs[tone];
  return (
    <section className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <span className="notice-sign">
        <Sign />
      </span>
      <div className="notice-body">
        <h3>{title}</h3>
        {children}
      </div>
    </section>
  );
}
