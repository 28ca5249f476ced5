import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { IssueId, ProjectId, TaskId } from '../../src/ports/ids';
import type { IssueRecords } from '../../src/ports/issue-records';

/** A world with one issue, as one person sees it, for the suite that every adapter passes. */
export type RecordsWorld = {
  readonly records: IssueRecords;
  readonly place: { readonly issue: IssueId; readonly project: ProjectId };
  /** Puts a value on the issue behind the adapter's back. */
  readonly put: (value: Json) => void;
  readonly mayNotEdit: () => void;
  readonly hide: () => void;
};

const next: JsonObject = { schema: 1, rev: 1, why: 'grow “€” \u{1F6D2}' };

/** What every adapter of `IssueRecords` does, whatever it stands on. */
export function describeIssueRecords(name: string, createWorld: () => RecordsWorld): void {
  describe(`issue records on ${name}`, () => {
    const write = async (world: RecordsWorld, seen: Json | undefined): Promise<void> => {
      const task = await world.records.writeIfUnchanged(world.place.issue, 'useCase', {
        seen,
        next,
      });
      if (!task.ok) throw new Error(task.error.problem);
      const state = await world.records.readTask(task.value);
      expect(state).toEqual({ ok: true, value: 'finished' });
    };

    it('reads the record of several issues, leaving out who has none', async () => {
      const world = createWorld();
      const several = async (): Promise<readonly Json[]> => {
        const found = await world.records.readSeveral([world.place.issue], 'useCase');
        return found.ok ? [...found.value.values()] : ['no answer'];
      };
      expect(await several()).toEqual([]);
      world.put({ schema: 1, rev: 4 });
      expect(await several()).toEqual([{ schema: 1, rev: 4 }]);
    });

    it('loads the issue with its place, rights and both records', async () => {
      const world = createWorld();
      world.put({ schema: 1, rev: 4 });
      const subject = await world.records.loadSubject(world.place);
      expect(subject).toMatchObject({
        ok: true,
        value: { placement: 'here', mayEdit: true, raw: { useCase: { schema: 1, rev: 4 } } },
      });
      if (subject.ok) expect(subject.value.raw.document).toBeUndefined();
    });

    it('writes the first record where none is', async () => {
      const world = createWorld();
      await write(world, undefined);
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual({
        ok: true,
        value: next,
      });
    });

    it('writes where the value is still the one seen, whatever the order of its keys', async () => {
      const world = createWorld();
      world.put({ schema: 1, rev: 0, how: { data: 'x', audience: 'y' } });
      await write(world, { schema: 1, rev: 0, how: { data: 'x', audience: 'y' } });
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual({
        ok: true,
        value: next,
      });
    });

    it('leaves a value alone that somebody else wrote', async () => {
      const world = createWorld();
      const theirs = { schema: 1, rev: 2, why: 'theirs' };
      world.put(theirs);
      await write(world, { schema: 1, rev: 1 });
      await write(world, undefined);
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual({
        ok: true,
        value: theirs,
      });
    });

    it('writes nothing for a person who may not edit', async () => {
      const world = createWorld();
      world.mayNotEdit();
      expect(await world.records.loadSubject(world.place)).toMatchObject({
        ok: true,
        value: { mayEdit: false },
      });
      await write(world, undefined);
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual({
        ok: true,
        value: undefined,
      });
    });

    it('says "gone" of an issue that cannot be seen', async () => {
      const world = createWorld();
      world.hide();
      const gone = { ok: false, error: { problem: 'gone' } };
      expect(await world.records.loadSubject(world.place)).toEqual(gone);
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual(gone);
    });

    it('says "gone" of a task that nobody knows', async () => {
      const world = createWorld();
      expect(await world.records.readTask('99' as TaskId)).toEqual({
        ok: false,
        error: { problem: 'gone' },
      });
    });
  });
}
