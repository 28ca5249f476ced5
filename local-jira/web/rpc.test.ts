import { MessageChannel } from 'node:worker_threads';
import { createRpc, type Rpc } from './rpc';

describe('calls between page and frame', () => {
  let ends: { close: () => void }[] = [];
  const connect = (serve: (name: string, value: unknown) => unknown): Rpc => {
    const channel = new MessageChannel();
    const left = createRpc(channel.port1 as unknown as MessagePort, () => undefined);
    const right = createRpc(channel.port2 as unknown as MessagePort, serve);
    ends = [left, right];
    return left;
  };

  afterEach(() => {
    for (const end of ends) end.close();
  });

  it('answer with a value', async () => {
    const rpc = connect((name, value) => ({ name, value }));
    expect(await rpc.call('invoke', { a: [1] })).toEqual({ name: 'invoke', value: { a: [1] } });
  });

  it('carry functions in both directions, however deep', async () => {
    const rpc = connect(async (_name, value) => {
      const { inner } = value as { inner: { ask: (text: string) => Promise<string> }[] };
      const heard = await inner[0]?.ask('who');
      return { reply: () => `heard ${heard ?? ''}` };
    });
    const answer = (await rpc.call('x', { inner: [{ ask: (text: string) => `${text}?` }] })) as {
      reply: () => Promise<string>;
    };
    expect(await answer.reply()).toBe('heard who?');
  });

  it('fail with the message of the other side', async () => {
    const rpc = connect(() => {
      throw new Error('not here');
    });
    await expect(rpc.call('x', undefined)).rejects.toThrow('not here');
  });
});
