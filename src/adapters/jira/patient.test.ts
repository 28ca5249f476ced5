import { patientReading } from './patient';

const answers = (...all: (() => Response)[]) => {
  const asked: string[] = [];
  const request = (path: string): Promise<Response> => {
    asked.push(path);
    return Promise.resolve(all.shift()?.() ?? Response.json({ path }));
  };
  return { asked, request };
};

const busy = (): Response => Response.json({}, { status: 429, headers: { 'retry-after': '30' } });

describe('a patient reading', () => {
  it('asks nothing at all while Jira wants to be left alone', async () => {
    const { asked, request } = answers(busy);
    let resume: () => void = () => undefined;
    const told: number[] = [];
    const reading = patientReading(request, {
      atOnce: 2,
      wait: () =>
        new Promise((resolve) => {
          resume = resolve;
        }),
      onSlowDown: (seconds) => told.push(seconds),
    });
    const first = reading('/one', {});
    await new Promise((resolve) => setImmediate(resolve));
    const second = reading('/two', {});
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['/one']);
    expect(told).toEqual([30]);
    resume();
    expect(await first).toEqual({ ok: true, value: { path: '/one' } });
    expect(await second).toEqual({ ok: true, value: { path: '/two' } });
    expect(asked.toSorted()).toEqual(['/one', '/one', '/two']);
  });
});
