import {
  withinLimit,
  type Applied,
  type DocumentKind,
  type Signature,
} from '../document/operation';
import {
  mergeSettings,
  readSettings,
  toStoredSettings,
  type SettingsChange,
  type SettingsClash,
  type SettingsMerge,
} from './merge-settings';
import type { Json } from '../use-case/json';
import { propertyLimit } from '../use-case/stored-record';

/** A project's settings, as the document that its admins write together. */
export const settingsDocument: DocumentKind<SettingsChange, SettingsClash> = {
  fieldOf: ({ part }) => part,
  clashOf: ({ part }) => part,
  clashWith: (raw, change) => {
    const read = readSettings(raw);
    const theirs = read.settings[change.part];
    const merge = mergeSettings(read, [{ ...change, base: theirs }]);
    return merge?.applied.length === 0 ? undefined : { ...change, theirs };
  },
  rebased: (raw, change) => ({ ...change, base: readSettings(raw).settings[change.part] }),
  change: (raw, signature, changes) => {
    const read = readSettings(raw);
    if (read.state === 'newer') return { end: 'refused', refusal: { code: 'newer-record' } };
    if (read.state === 'damaged') return { end: 'refused', refusal: { code: 'damaged-record' } };
    const merge = mergeSettings(read, changes);
    if (merge === undefined) return { end: 'refused', refusal: { code: 'invalid-payload' } };
    if (merge.applied.length === 0) return { end: 'same', clashes: merge.clashes };
    return stored(raw, merge, signature);
  },
  replace: (raw, signature) => {
    const read = readSettings(raw);
    if (read.state === 'newer') return { end: 'refused', refusal: { code: 'newer-record' } };
    if (read.state === 'ready') return { end: 'refused', refusal: { code: 'changed-meanwhile' } };
    return stored(raw, { settings: read.settings, applied: [], clashes: [] }, signature);
  },
};

function stored(
  raw: Json | undefined,
  merge: SettingsMerge,
  signature: Signature,
): Applied<SettingsClash> {
  return withinLimit(toStoredSettings(raw, merge, signature), propertyLimit, merge.clashes);
}
