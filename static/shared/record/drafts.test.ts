import { deviceStore } from '../device-store';
import type { AccountId, IssueId } from '#domain/ids';
import { draftStore } from './drafts';

/** A storage that several tabs of one browser share. */
const storage = (): Storage => {
  const kept: Record<string, string> = {};
  return new Proxy(kept, {
    get: (all, name: string) => {
      if (name === 'getItem') return (key: string) => all[key] ?? null;
      if (name === 'setItem') return (key: string, value: string) => (all[key] = value);
      if (name === 'removeItem') return (key: string) => Reflect.deleteProperty(all, key);
      return all[name];
    },
  }) as unknown as Storage;
};

const tabs = () => {
  const shared = storage();
  const tab = (name: string) =>
    draftStore(
      deviceStore('site', () => shared),
      'mira' as AccountId,
      '1' as IssueId,
      name,
    );
  return { one: tab('one'), two: tab('two'), later: () => tab('later') };
};

const texts = (store: ReturnType<typeof draftStore>) => store.others().map(({ text }) => text);

describe('drafts of two tabs of one person', () => {
  it('are both kept, and the one that stands aside is offered', () => {
    const { one, two, later } = tabs();
    one.put('why', { text: 'from one', base: '' });
    one.put('why', { text: 'from one, longer', base: '' });
    two.put('why', { text: 'from two', base: '' });
    expect(texts(two)).toEqual(['from one, longer']);
    one.put('why', { text: 'from one, still', base: '' });
    expect(texts(one)).toEqual(['from two']);
    expect(later().all()).toEqual({ why: { text: 'from one, still', base: '' } });
    expect(texts(later())).toEqual(['from two']);
  });

  it('go on in a tab that took the text up, without a second copy', () => {
    const { one, two } = tabs();
    one.put('why', { text: 'from one', base: '' });
    expect(two.all()).toEqual({ why: { text: 'from one', base: '' } });
    two.put('why', { text: 'from one, and on', base: '' });
    expect(texts(two)).toEqual([]);
    two.remove('why');
    expect(two.all()).toEqual({});
  });

  it('are not taken away with those of a tab that saved or gave up', () => {
    const { one, two } = tabs();
    one.put('why', { text: 'from one', base: '' });
    two.put('why', { text: 'from two', base: '' });
    one.remove('why');
    expect(two.all()).toEqual({ why: { text: 'from two', base: '' } });
    const [other] = two.others();
    expect(other).toBeUndefined();
  });

  it('are kept where a page that has its own text looks again and types on', () => {
    const { one, two } = tabs();
    one.all();
    one.put('why', { text: 'mine', base: '' });
    two.put('why', { text: 'theirs', base: '' });
    one.all();
    one.put('why', { text: 'mine, longer', base: '' });
    expect(texts(one)).toEqual(['theirs']);
  });

  it('change places when the other text is taken up, and nothing is lost after that', () => {
    const { one, two } = tabs();
    two.put('why', { text: 'bbb', base: '' });
    one.put('why', { text: 'aaa', base: '' });
    const [other] = one.others();
    if (other === undefined) throw new Error('nothing is offered');
    one.takeUp(other);
    expect(one.all()).toEqual({ why: { text: 'bbb', base: '' } });
    expect(texts(one)).toEqual(['aaa']);
    two.put('why', { text: 'bbbb', base: '' });
    expect(texts(two)).toContain('aaa');
    two.remove('why');
    expect(texts(two)).toContain('aaa');
  });

  it('of an earlier visit can be given up', () => {
    const { one, later } = tabs();
    one.put('why', { text: 'from one', base: '' });
    const page = later();
    page.all();
    page.remove('why');
    expect(page.all()).toEqual({});
  });

  it('of an earlier version are read as they are', () => {
    const shared = storage();
    const device = deviceStore('site', () => shared);
    device.write('northstar:draft:mira:1:why', JSON.stringify({ text: 'old', base: '' }));
    const store = draftStore(device, 'mira' as AccountId, '1' as IssueId, 'new');
    expect(store.all()).toEqual({ why: { text: 'old', base: '' } });
  });
});
