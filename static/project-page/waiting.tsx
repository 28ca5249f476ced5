import type { ReactElement } from 'react';

/** Says what is on its way. */
export function Waiting({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="quiet waiting" role="status">
      {text} …
    </p>
  );
}
