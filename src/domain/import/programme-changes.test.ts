import { currentOf, withChanges } from '../programme/programme-change';
import { emptyProgramme, namedEntry } from '../programme/programme';
import type { FoundProgramme } from './found-programme';
import { programmeChanges, programmeOfExport } from './programme-changes';

const nothing: FoundProgramme = {
  goals: [],
  stakeholders: [],
  texts: {},
  milestones: [],
  questions: [],
  deck: [],
  headings: [],
};

const ids = () => {
  let count = 0;
  return () => {
    count += 1;
    return `id-${String(count)}`;
  };
};

describe('programmeChanges', () => {
  it('adds what is not there, and replaces nothing that is', () => {
    const blank = emptyProgramme();
    const programme = {
      lists: { ...blank.lists, goals: [namedEntry('goals', 'a', 'Grow')] },
      texts: { ...blank.texts, landscape: 'ours' },
    };
    const found: FoundProgramme = {
      ...nothing,
      goals: ['grow', 'Save'],
      stakeholders: [{ name: 'Kitchen', role: 'Cooks', responsibilities: ['Plan'] }],
      texts: { landscape: 'theirs', compliance: 'Ask first' },
      milestones: [{ stage: 'crawl', name: 'First' }],
      questions: ['Is it small?'],
      deck: ['1', '2'],
    };
    const changes = programmeChanges(found, programme, ids());
    for (const change of changes) expect(currentOf(programme, change)).toEqual(change.base);
    const after = withChanges(programme, changes);
    expect(after.lists.goals.map(({ name }) => name)).toEqual(['Grow', 'Save']);
    expect(after.lists.stakeholders).toMatchObject([
      { name: 'Kitchen', role: 'Cooks', responsibilities: ['Plan'], raci: '' },
    ]);
    expect(after.lists.milestones).toMatchObject([{ stage: 'crawl', name: 'First' }]);
    expect(after.lists['refinement.deck'].map(({ name }) => name)).toEqual(['1', '2']);
    expect(after.texts).toMatchObject({ landscape: 'ours', compliance: 'Ask first' });
  });
});

describe('programmeOfExport', () => {
  const raw = {
    reach: { schema: 1, rev: 4, audiences: [{ id: 'a', name: 'Members', rule: 'A card' }] },
    data: { schema: 1, rev: 1, landscape: 'A till' },
  };

  it('brings entries as they are into a project that has none', () => {
    const programme = withChanges(emptyProgramme(), programmeOfExport(raw, emptyProgramme()));
    expect(programme.lists.audiences).toEqual([{ id: 'a', name: 'Members', rule: 'A card' }]);
    expect(programme.texts.landscape).toBe('A till');
  });

  it('changes nothing where it is all there', () => {
    const there = withChanges(emptyProgramme(), programmeOfExport(raw, emptyProgramme()));
    expect(programmeOfExport(raw, there)).toEqual([]);
  });
});
