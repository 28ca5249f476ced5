import { createApp, type App } from '../../src/app';
import { savedIn, saveManyWith, type SaveMany } from '../../src/bulk/save-many';
import { failure, type Result } from '../../src/domain/result';
import type { AppError, Saving } from '../../src/contract';
import type { AccountId, ProjectId } from '../../src/domain/ids';
import type { LocalRest } from './local-rest';
import { writePortsOn } from './write-ports';

type Role = Parameters<LocalRest['as']>[0];

/** The app on a local Jira, as a person. */
export function appOn(local: LocalRest, role: Role): App {
  return createApp(writePortsOn(local, role));
}

/** Saving many issues on a local Jira as a person, with the function in the same process. */
export function saveManyOn(local: LocalRest, role: Role, project: ProjectId): SaveMany {
  const ports = writePortsOn(local, role);
  const app = appOn(local, role);
  const viewer = local.person(role).accountId as AccountId;
  return saveManyWith({
    viewer,
    records: ports.records,
    documents: ports.documents,
    takeMany: (payload) => app.takeMany(project, viewer, payload),
    settleMany: (payload) => app.settleMany(project, viewer, payload),
    saveOne: async (document, { issue, opId, changes }) => {
      const place = { issue, project };
      const saved: Result<Saving<{ field?: string; input?: string }>, AppError> = document ===
      'rating'
        ? await app.recordRating(place, viewer, { opId, changes: changes as never })
        : await app.recordEdit(place, viewer, {
            kind: document,
            edit: { opId, changes: changes as never },
          });
      if (!saved.ok) return { end: 'failed', error: saved.error };
      if (saved.value.state !== 'saved')
        return { end: 'failed', error: failure({ code: 'withdrawn' } as const).error };
      const names = saved.value.clashes.map(({ field, input }) => field ?? input ?? '');
      return savedIn(saved.value.stored ?? undefined, opId, names);
    },
    wait: ports.clock.wait,
    now: ports.clock.now,
    kindOf: ports.kindOf,
  });
}
