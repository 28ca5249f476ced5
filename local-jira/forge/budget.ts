import type { Timers } from './timers';

/** How many invocations Forge allows: by person, and by installation. */
export const budgets = {
  perUserMinute: 1_200,
  perInstallationMinute: 7_000,
  perInstallationSecond: 300,
} as const;

/** Counts invocations against the budget. `accountId` is null where no person asked. */
export type Budget = { readonly spend: (accountId: string | null) => boolean };

type Spent = { readonly at: number; readonly accountId: string | null };

export function createBudget(timers: Pick<Timers, 'now'>, limits = budgets): Budget {
  let spent: Spent[] = [];
  return {
    spend: (accountId) => {
      const now = timers.now();
      spent = spent.filter(({ at }) => at > now - 60_000);
      const ofPerson = spent.filter((each) => each.accountId === accountId).length;
      const ofSecond = spent.filter(({ at }) => at > now - 1_000).length;
      const within =
        (accountId === null || ofPerson < limits.perUserMinute) &&
        spent.length < limits.perInstallationMinute &&
        ofSecond < limits.perInstallationSecond;
      if (within) spent.push({ at: now, accountId });
      return within;
    },
  };
}
