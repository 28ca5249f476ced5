import { appOn } from '../../test/builders/save-many';
import { aLocalRest } from '../../test/builders/local-rest';
import { proposalsKept } from '../domain/programme/proposal';
import type { AccountId } from '../ports/ids';

describe('proposals for a programme', () => {
  it('are a hundred at most; one that waits already is not made twice', async () => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const app = appOn(local, 'editor');
    const viewer = local.person('editor').accountId as AccountId;
    const propose = (number: number, name: string) =>
      app.propose(project, viewer, {
        id: `proposal-${String(number)}`,
        list: 'channels',
        name,
      });
    for (let number = 0; number < proposalsKept; number += 1)
      await propose(number, `Channel ${String(number)}`);
    const refused = await propose(proposalsKept, 'One more');
    expect(refused).toEqual({ ok: false, error: { code: 'too-many-proposals' } });
    const again = await propose(proposalsKept + 1, 'Channel 7');
    expect(again.ok && again.value.proposals.length).toBe(100);
  });
});
