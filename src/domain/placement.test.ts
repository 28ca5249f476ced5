import { placeOn } from './placement';
import { readSettings, toStoredSettings } from './project-settings';

const here = { isSubtask: false, projectType: 'software', visibility: 'on' as const };

describe('placeOn', () => {
  it.each([
    ['a standard issue', here, 'here'],
    ['a business project', { ...here, projectType: 'business' }, 'here'],
    ['a sub-task', { ...here, isSubtask: true }, 'sub-task'],
    ['a service project', { ...here, projectType: 'service_desk' }, 'service-project'],
    ['a project that turned it off', { ...here, visibility: 'off' as const }, 'project-off'],
  ])('judges %s', (_name, surroundings, expected) => {
    expect(placeOn(surroundings)).toBe(expected);
  });
});

describe('readSettings', () => {
  it.each([[undefined], ['nonsense'], [{ visibility: 'sometimes' }], [[]]])(
    'shows Northstar where the settings are %j',
    (raw) => {
      expect(readSettings(raw).visibility).toBe('on');
    },
  );

  it('reads back what was written and keeps other keys', () => {
    const stored = toStoredSettings({ later: 1 }, { rev: 3, visibility: 'off' });
    expect(stored).toEqual({ later: 1, schema: 1, rev: 3, visibility: 'off' });
    expect(readSettings(stored)).toEqual({ rev: 3, visibility: 'off' });
  });
});
