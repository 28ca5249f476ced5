import type { AuthoredKind } from './property-keys';
import { recordKinds } from './use-case/fields';

/** All that people wrote about an issue: what an export takes along and an undo looks at. */
export const authoredKinds: readonly AuthoredKind[] = [...recordKinds, 'rating'];
