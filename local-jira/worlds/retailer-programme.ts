import {
  namedEntry,
  programmeKeys,
  programmeParts,
  type Programme,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '../../src/domain/programme/programme';
import { toStoredPart } from '../../src/domain/programme/stored-programme';
import { sealed } from '../../src/domain/document/seal';
import type { Json } from '../../src/domain/use-case/json';

const entries = (
  list: ProgrammeListName,
  told: readonly (readonly [name: string, more?: object])[],
): readonly ProgrammeEntry[] =>
  told.map(([name, more = {}], index) => ({
    ...namedEntry(list, `${list.replace('.', '-')}-${String(index + 1)}`, name),
    ...more,
  }));

const programme: Programme = {
  lists: {
    goals: entries('goals', [
      ['Lift online revenue without more discounting'],
      ['Keep loyal customers for longer'],
      ['Spend less on advertising that reaches buyers'],
    ]),
    northStarKpis: entries('northStarKpis', [
      ['Revenue per customer and year', { unit: '€', direction: 'up' }],
      ['Repeat purchase rate', { unit: '%', direction: 'up' }],
    ]),
    audiences: entries('audiences', [
      ['Loyalty members', { rule: 'Has a card and used it in a year' }],
      ['New app customers', { rule: 'First order in the app, younger than thirty days' }],
      ['Basket leavers', { rule: 'Open basket over €40 for an hour' }],
    ]),
    channels: entries('channels', [
      ['E-mail', { touchpoints: ['Newsletter', 'Journey messages'] }],
      ['App push'],
      ['Till receipt'],
      ['Paid social'],
    ]),
    systems: entries('systems', [
      ['Web shop', { integration: 'Events within two minutes' }],
      ['Till', { integration: 'Receipts at night' }],
      ['Loyalty card', { integration: 'Every hour' }],
    ]),
    data: entries('data', [
      ['Basket', { system: 'Web shop', personal: true, consent: 'For marketing' }],
      ['Receipt', { system: 'Till', personal: true, consent: 'With a card only' }],
      ['Stock level', { system: 'Till' }],
    ]),
    stakeholders: entries('stakeholders', [
      ['Marketing', { role: 'Owns the backlog of use cases', raci: 'Accountable' }],
      ['Data team', { role: 'Builds audiences and feeds', raci: 'Responsible' }],
      ['Privacy officer', { role: 'Judges consent', raci: 'Consulted' }],
    ]),
    milestones: entries('milestones', [
      ['Three use cases live', { stage: 'crawl', due: '2026-12-18' }],
      ['First journey across channels', { stage: 'walk', due: '2027-03-31' }],
    ]),
    'refinement.questions': entries('refinement.questions', [
      ['Is it small enough for one sprint?'],
      ['Do we know how we will see that it is done?'],
    ]),
    'refinement.deck': entries('refinement.deck', [
      ['0'],
      ['1'],
      ['2'],
      ['3'],
      ['5'],
      ['8'],
      ['13'],
      ['21'],
    ]),
  },
  texts: {
    'operatingModel.team': 'Marketing, data and shop development share one backlog.',
    'operatingModel.process': 'Ideas on Mondays, refinement on Thursdays, sprints of two weeks.',
    'operatingModel.documentation': 'On the issues of this project.',
    'operatingModel.tools': '',
    landscape: 'The data platform receives web events within two minutes and receipts at night.',
    compliance: 'Consent is checked when a message leaves, not when an audience is built.',
  },
};

const seeded = { op: 'seed-programme', by: '', at: '2026-10-01T08:00:00.000Z' };

/** The retailer's programme as it stands in the properties of the project. */
export const retailerProgramme: Readonly<Record<string, Json>> = Object.fromEntries(
  programmeParts.map((part) => [
    programmeKeys[part],
    sealed(
      toStoredPart(part, programme, { source: {}, rev: 1, changes: [{ ...seeded, fields: [] }] }),
    ),
  ]),
);
