import { placeOn } from './placement';
import { readWhereItShows } from './settings/project-settings';

const shows = { visibility: 'on' as const, hiddenTypes: ['10003'] };
const here = { isSubtask: false, projectType: 'software', issueType: '10001', shows };

describe('placeOn', () => {
  it.each([
    ['a standard issue', here, 'here'],
    ['a business project', { ...here, projectType: 'business' }, 'here'],
    ['a sub-task', { ...here, isSubtask: true }, 'sub-task'],
    ['a service project', { ...here, projectType: 'service_desk' }, 'service-project'],
    [
      'a project that turned it off',
      { ...here, shows: { ...shows, visibility: 'off' as const } },
      'project-off',
    ],
    ['a type that is left alone', { ...here, issueType: '10003' }, 'type-off'],
  ])('judges %s', (_name, surroundings, expected) => {
    expect(placeOn(surroundings)).toBe(expected);
  });
});

describe('readWhereItShows', () => {
  it.each([[undefined], ['nonsense'], [{ visibility: 'sometimes' }], [[]]])(
    'shows Northstar where the settings are %j',
    (raw) => {
      expect(readWhereItShows(raw)).toEqual({ visibility: 'on', hiddenTypes: [] });
    },
  );
});
