import { join } from 'node:path';
import { conditionsHold, type ConditionContext } from './display-conditions';
import { readManifest } from './manifest';

const panel = readManifest(join(__dirname, '../..')).modules['jira:issueContext'][0]
  ?.displayConditions;

const story: ConditionContext = {
  issueType: 'Story',
  projectType: 'software',
  projectProperties: {},
};

describe('where the panel shows', () => {
  it.each([
    ['a story in a project without any set-up', story, true],
    ['an epic', { ...story, issueType: 'Epic' }, true],
    ['a business project', { ...story, projectType: 'business' }, true],
    ['a sub-task', { ...story, issueType: 'Sub-task' }, false],
    ['a service project', { ...story, projectType: 'service_desk' }, false],
    [
      'a project that turned it off',
      { ...story, projectProperties: { northstarSettings: { visibility: 'off' } } },
      false,
    ],
    [
      'a project that turned it on again',
      { ...story, projectProperties: { northstarSettings: { visibility: 'on' } } },
      true,
    ],
    [
      'a project with odd settings',
      { ...story, projectProperties: { northstarSettings: 7 } },
      true,
    ],
  ])('%s', (_name, context, shows) => {
    expect(conditionsHold(panel, context)).toBe(shows);
  });
});

describe('conditions', () => {
  it('combine as Forge documents it', () => {
    expect(conditionsHold(undefined, story)).toBe(true);
    expect(conditionsHold({ or: { issueType: 'Bug', projectType: 'software' } }, story)).toBe(true);
    expect(conditionsHold({ not: { or: { issueType: 'Story', projectType: 'x' } } }, story)).toBe(
      false,
    );
    expect(
      conditionsHold({ and: { issueType: 'Story', not: { projectType: 'software' } } }, story),
    ).toBe(false);
    expect(conditionsHold({ not: { issueType: 'Bug', projectType: 'business' } }, story)).toBe(
      true,
    );
  });

  it.each(['not', 'or', 'and'])(
    'are refused in a list under "%s", which Forge does not document',
    (name) => {
      expect(() => conditionsHold({ [name]: [{ issueType: 'Bug' }] }, story)).toThrow('no list');
    },
  );

  it('are refused loudly where local Jira does not know them', () => {
    expect(() => conditionsHold({ isAdmin: true }, story)).toThrow('isAdmin');
    expect(() => conditionsHold({ entityPropertyEqualTo: { entity: 'user' } }, story)).toThrow(
      'projects only',
    );
  });
});
