import { deviceStore } from '../device-store';
import { draftBox } from './draft-box';

const storage = (): Storage => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
      Object.assign(store, { [key]: value });
    },
    removeItem: (key: string) => {
      kept.delete(key);
      Reflect.deleteProperty(store, key);
    },
  };
  return store as unknown as Storage;
};

const edit = (next: string) => ({ name: { base: 'Loyal', next } });

describe('unsaved changes on a device', () => {
  it('are kept for each tab apart, and offered to the others', () => {
    const device = deviceStore('site', storage);
    const shared = storage();
    const one = draftBox(
      deviceStore('site', () => shared),
      'mira:audiences:1',
      { tab: 'tab-1' },
    );
    const two = draftBox(
      deviceStore('site', () => shared),
      'mira:audiences:1',
      { tab: 'tab-2' },
    );
    one.keep(edit('from one'));
    two.keep(edit('from two'));
    expect(one.others()).toEqual([{ tab: 'tab-2', edits: edit('from two') }]);
    expect(two.others()).toEqual([{ tab: 'tab-1', edits: edit('from one') }]);
    two.putAside(edit('an older one of two'));
    expect(one.others()).toHaveLength(2);
    for (const { tab, edits } of one.others())
      if (edits['name']?.next === 'an older one of two') one.drop(tab);
    one.drop('tab-2');
    expect(one.others()).toEqual([]);
    one.keep({});
    expect(two.others()).toEqual([]);
    expect(draftBox(device, 'mira:audiences:2', { tab: 'tab-1' }).others()).toEqual([]);
  });

  it('that cannot be read are nobody’s', () => {
    const shared = storage();
    shared.setItem('site/northstar:edits:mira:a#x', '{"name":');
    shared.setItem('site/northstar:edits:mira:a#y', '{"name":"no edit"}');
    const box = draftBox(
      deviceStore('site', () => shared),
      'mira:a',
      { tab: 'tab-1' },
    );
    expect(box.others()).toEqual([]);
  });

  it('that a part cannot hold are left alone', () => {
    const shared = storage();
    const device = deviceStore('site', () => shared);
    const box = (tab: string) =>
      draftBox(device, 'mira:rating:1', { tab, fits: (_part, value) => typeof value === 'string' });
    box('tab-1').keep({ reach: { base: 'old', next: { low: 1 } } });
    expect(box('tab-1').own()).toEqual({});
    expect(box('tab-2').others()).toEqual([]);
    box('tab-1').keep({ reach: { base: 'old', next: 'new' } });
    expect(box('tab-2').others()).toHaveLength(1);
  });
});
