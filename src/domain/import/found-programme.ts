import type { Stage } from '../use-case/fields';
import type { ProgrammeTextName } from '../programme/programme';

/** What a page tells of a programme, to be looked at before anything of it is taken over. */
export type FoundProgramme = {
  readonly goals: readonly string[];
  readonly stakeholders: readonly {
    readonly name: string;
    readonly role: string;
    readonly responsibilities: readonly string[];
  }[];
  readonly texts: Readonly<Partial<Record<ProgrammeTextName, string>>>;
  readonly milestones: readonly { readonly stage: Stage; readonly name: string }[];
  readonly questions: readonly string[];
  readonly deck: readonly string[];
  /** The headings of the page, and the part of the programme that each one speaks of. */
  readonly headings: readonly { readonly heading: string; readonly about: ProgrammeTopic | null }[];
};

/** What a heading of a page can speak of. */
export type ProgrammeTopic =
  'goals' | 'stakeholders' | 'operatingModel' | 'landscape' | 'milestones' | 'refinement';

/** A blank form: the questions of a framework, with what a page says belongs into each. */
export type BlankForm = {
  readonly why: string;
  readonly who: string;
  readonly what: string;
  readonly where: string;
  readonly how: Readonly<Record<Pillar, string>>;
  readonly stages: Readonly<Partial<Record<Stage, string>>>;
};

/** The five pillars of how. */
export type Pillar = 'data' | 'audience' | 'journey' | 'measurement' | 'content';

/** The five pillars of how, in reading order. */
export const pillars: readonly Pillar[] = ['data', 'audience', 'journey', 'measurement', 'content'];
