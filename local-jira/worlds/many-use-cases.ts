import { propertyKeys } from '../../src/domain/property-keys';
import { exactly } from '../../src/domain/scoring/range';
import { scoreOf } from '../../src/domain/scoring/score-of';
import { firstRating } from './stored-document';
import type { Json } from '../../src/domain/use-case/json';
import type { Issue, State } from '../jira/state';
import { ines, people } from './people';
import { projects } from './retailer';
import { seededChoices } from './seeded-choices';
import { byId, emptyState, highestNumbers } from './world-parts';

const whatToDo = [
  'Remind of',
  'Offer',
  'Leave out',
  'Rank',
  'Explain',
  'Announce',
  'Ask about',
  'Recommend',
  'Thank for',
  'Warn of',
  'Bundle',
  'Time',
];
const withWhat = [
  'abandoned baskets',
  'a second order',
  'a price drop',
  'an open complaint',
  'a lapsed consent',
  'a room plan',
  'a store visit',
  'a warranty',
  'loyalty points',
  'a delivery',
  'a return',
  'a birthday',
  'a new store',
  'garden season',
  'a gift list',
  'a repair',
];
const forWhom = [
  'new app users',
  'families',
  'trade buyers',
  'lapsed members',
  'high spenders',
  'students',
  'people who moved',
  'store regulars',
  'newsletter readers',
  'first-time buyers',
];

/** Points as teams give them: small ones often, large ones seldom. */
const deck = [1, 2, 2, 3, 3, 3, 5, 5, 5, 8, 8, 13, 13, 21];
const stages = ['crawl', 'crawl', 'walk', 'walk', 'run'] as const;
const evidence = ['opinion', 'agreed', 'estimate', 'anecdote', 'data', 'study', 'test'] as const;

/** The first hundred issues of the project's numbers are left to other worlds. */
const firstId = 100_000;

/**
 * A project of scored use cases, as many as wanted: seeded, with plausible titles, answers, points,
 * people and stages. A few in a hundred are not scored yet.
 */
export function manyUseCases(world: string, count: number, unscoredShare = 0): State {
  const empty = emptyState({ world, people, siteAdmins: [ines], projects });
  const project = projects[0];
  if (project === undefined) throw new Error('The retailer has no project.');
  const choices = seededChoices(count);
  const issues: Issue[] = [];
  const issueProperties: Record<string, Readonly<Record<string, Json>>> = {};
  for (let number = 1; number <= count; number += 1) {
    const id = String(firstId + number);
    const points = choices.pick(deck);
    issues.push({
      id,
      key: `${project.key}-${String(number)}`,
      projectId: project.id,
      typeId: '10001',
      statusId: choices.pick(['1', '1', '2', '3', '4']),
      summary: `${choices.pick(whatToDo)} ${choices.pick(withWhat)} for ${choices.pick(forWhom)}`,
      description: null,
      parentId: null,
      assigneeId: choices.pick(people).accountId,
      reporterId: ines.accountId,
      creatorId: ines.accountId,
      priorityId: '3',
      labels: [],
      points,
      dueDate: null,
      securityLevelId: null,
      created: '2026-09-01T09:00:00.000Z',
      updated: '2026-09-01T09:00:00.000Z',
      resolved: null,
    });
    if (choices.share() >= unscoredShare) issueProperties[id] = scored(points, choices);
  }
  return {
    ...empty,
    issues: byId(issues),
    issueProperties,
    lastId: firstId + count,
    lastNumbers: highestNumbers(issues),
  };
}

function scored(
  points: number,
  choices: ReturnType<typeof seededChoices>,
): Readonly<Record<string, Json>> {
  const answer = () => exactly(choices.pick([1, 2, 2, 3, 3, 3, 4, 4, 5]));
  const answers = { revenue: answer(), reach: answer(), fit: answer(), learning: answer() };
  const rating = { answers, evidence: choices.pick(evidence) };
  const at = '2026-11-01T09:00:00.000Z';
  const signed = { op: 'seed', by: ines.accountId, at };
  const stored = firstRating(rating, signed);
  const useCase = { schema: 1, rev: 1, stage: choices.pick(stages), changes: [] };
  const score = scoreOf({
    rating: stored,
    useCase,
    settings: undefined,
    estimate: { points, from: 'issue', estimated: 0, stories: 0 },
    at: Date.parse(at),
  });
  return {
    [propertyKeys.useCase]: useCase,
    [propertyKeys.rating]: stored,
    ...(score !== null && { [propertyKeys.score]: score }),
  };
}
