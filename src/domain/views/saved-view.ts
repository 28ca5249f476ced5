import * as v from 'valibot';
import { quadrants } from '../scoring/quadrant';
import { topAtMost } from '../scoring/rank-chances';
import { stages } from '../use-case/fields';

/** What a view shows and how: the choices of the quadrant's page, by name. */
export type ViewChoices = {
  readonly text: string;
  readonly stage: string;
  readonly quadrant: string;
  /** A person's account id, '' for everybody. */
  readonly person: string;
  /** The viewer's own query, '' for none. */
  readonly jql: string;
  readonly kind: string;
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  readonly every: boolean;
  readonly flipped: boolean;
  readonly top: number;
  readonly asTable: boolean;
};

/** Choices under a name, one's own or shared with everybody who sees the project. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  /** The account id of its author. */
  readonly by: string;
  /** When it was saved last, ISO time: another save makes it another view. */
  readonly at: string;
  readonly choices: ViewChoices;
};

/** How many views a person keeps in a project, alone or shared, and how many a project shares in all. */
export const ownViewsAtMost = 20;
export const sharedViewsAtMost = 50;

const short = v.pipe(v.string(), v.maxLength(255));

const colours = ['stage', 'quadrant', 'status', 'assignee', 'epic', 'effort', 'reach'] as const;

/** A choice that a later version knows and this one does not falls back to none. */
const choices: v.GenericSchema<unknown, ViewChoices> = v.object({
  text: short,
  stage: v.fallback(v.picklist(['', ...stages]), ''),
  quadrant: v.fallback(v.picklist(['', ...quadrants]), ''),
  person: short,
  jql: v.pipe(v.string(), v.maxLength(2_000)),
  kind: v.fallback(v.picklist(['use-case', 'story']), 'use-case'),
  colour: v.fallback(v.picklist(colours), 'stage'),
  size: v.fallback(v.picklist(['same', 'effort', 'value', 'reach']), 'same'),
  label: v.fallback(v.picklist(['title', 'key', ...colours, 'none']), 'title'),
  every: v.boolean(),
  flipped: v.boolean(),
  top: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(topAtMost)),
  asTable: v.boolean(),
});

/** A view as somebody asks to save it. */
export const viewRequest = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  shared: v.boolean(),
  choices,
});

const stored = v.object({
  ...viewRequest.entries,
  id: v.string(),
  by: v.string(),
  at: v.string(),
});

/** Reads an untrusted stored value as a view; `undefined` if it is none. */
export function readView(raw: unknown): SavedView | undefined {
  const parsed = v.safeParse(stored, raw);
  return parsed.success ? parsed.output : undefined;
}
