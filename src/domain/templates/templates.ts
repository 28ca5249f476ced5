import { keepAndCare } from './keep-and-care';
import { knowAndRun } from './know-and-run';
import { spellOut, type Template } from './template';
import { winAndGrow } from './win-and-grow';

/** All ready-made use cases. */
export const templates: readonly Template[] = Object.entries({
  ...winAndGrow,
  ...keepAndCare,
  ...knowAndRun,
}).map(([id, sketch]) => spellOut(id, sketch));
