import type { ReactElement, ReactNode } from 'react';
import type { Stage } from '#domain/use-case/fields';

type Size = { readonly size?: number };

function Glyph({ size = 16, children }: Size & { readonly children: ReactNode }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const fillOfStage: Readonly<Record<Stage, string | undefined>> = {
  crawl: undefined,
  walk: 'M8 2.5a5.5 5.5 0 0 0 0 11z',
  run: 'M8 2.5a5.5 5.5 0 1 0 .01 0z',
};

/** Hollow, half or full: the same circle wherever a stage shows. */
export function StageGlyph({ stage }: { readonly stage: Stage }): ReactElement {
  const path = fillOfStage[stage];
  return (
    <Glyph>
      <circle cx="8" cy="8" r="5.5" />
      {path === undefined ? null : <path d={path} fill="currentColor" />}
    </Glyph>
  );
}

/** A gap, everywhere: a dashed circle. */
export function GapGlyph(): ReactElement {
  return (
    <Glyph>
      <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.2" />
    </Glyph>
  );
}

export function CheckGlyph(): ReactElement {
  return (
    <Glyph>
      <path d="m3 8.5 3.2 3.2L13 5" />
    </Glyph>
  );
}

export function PencilGlyph(): ReactElement {
  return (
    <Glyph>
      <path d="m10.5 3 2.5 2.5L5.5 13H3v-2.5zM9 4.500l2.500 2.500" />
    </Glyph>
  );
}

export function WarningGlyph(): ReactElement {
  return (
    <Glyph>
      <path d="M8 2.500 14.500 13.500h-13zM8 6.500v3M8 11.600v.1" />
    </Glyph>
  );
}

export function InfoGlyph(): ReactElement {
  return (
    <Glyph>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.500v3.500M8 5v.1" />
    </Glyph>
  );
}

export function ErrorGlyph(): ReactElement {
  return (
    <Glyph>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.800v3.700M8 11v.1" />
    </Glyph>
  );
}

export function TextGlyph(): ReactElement {
  return (
    <Glyph>
      <rect x="3" y="2.500" width="10" height="11.500" rx="1.500" />
      <path d="M6 6.500h4M6 9.500h4" />
    </Glyph>
  );
}

export function PageGlyph(): ReactElement {
  return (
    <Glyph>
      <path d="M4 2.500h5l3 3v8H4zM9 2.500v3h3" />
    </Glyph>
  );
}
