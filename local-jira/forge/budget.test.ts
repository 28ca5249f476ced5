import { manualTimers } from '../../test/builders/manual-timers';
import { budgets, createBudget } from './budget';

const spendAll = (
  budget: ReturnType<typeof createBudget>,
  count: number,
  accountOf: (index: number) => string | null,
): number =>
  Array.from({ length: count }, (_, index) => budget.spend(accountOf(index))).filter(Boolean)
    .length;

describe('what Forge allows of invocations', () => {
  it('is 300 a second for an installation, whoever asks', () => {
    const timers = manualTimers();
    const budget = createBudget(timers);
    expect(spendAll(budget, 310, (index) => `person ${String(index)}`)).toBe(300);
    timers.advance(1_001);
    expect(budget.spend('somebody')).toBe(true);
  });

  it('is 7,000 a minute for an installation', () => {
    const timers = manualTimers();
    const budget = createBudget(timers);
    let allowed = 0;
    for (let second = 0; second < 30; second += 1) {
      allowed += spendAll(budget, 300, (index) => `person ${String(index)}`);
      timers.advance(1_001);
    }
    expect(allowed).toBe(budgets.perInstallationMinute);
    timers.advance(60_000);
    expect(budget.spend(null)).toBe(true);
  });

  it('is 1,200 a minute for a person, and leaves the others theirs', () => {
    const timers = manualTimers();
    const budget = createBudget(timers);
    let allowed = 0;
    for (let second = 0; second < 5; second += 1) {
      allowed += spendAll(budget, 290, () => 'one person');
      timers.advance(1_001);
    }
    expect(allowed).toBe(budgets.perUserMinute);
    expect(budget.spend('another')).toBe(true);
    expect(budget.spend(null)).toBe(true);
  });
});
