import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { IssueId, ProjectId } from '../../src/domain/ids';
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
    it('reads the record of several issues, undefined where there is none', async () => {
      const world = createWorld();
      const several = async (): Promise<readonly (Json | undefined)[]> => {
        const found = await world.records.readSeveral([world.place.issue], 'useCase');
        return found.ok ? [...found.value.values()] : ['no answer'];
      };
      expect(await several()).toEqual([undefined]);
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

    it('tells which issues the viewer may edit', async () => {
      const world = createWorld();
      const { issue } = world.place;
      const mayEdit = await world.records.readEditable([issue]);
      expect(mayEdit).toEqual({ ok: true, value: new Set([issue]) });
      world.mayNotEdit();
      expect(await world.records.readEditable([issue])).toEqual({ ok: true, value: new Set() });
      expect(await world.records.loadSubject(world.place)).toMatchObject({
        ok: true,
        value: { mayEdit: false },
      });
    });

    it('reads one record, and undefined where there is none', async () => {
      const world = createWorld();
      const { issue } = world.place;
      const none = { ok: true, value: undefined };
      expect(await world.records.readRaw(issue, 'useCase')).toEqual(none);
      world.put(next);
      expect(await world.records.readRaw(issue, 'useCase')).toEqual({ ok: true, value: next });
      expect(await world.records.readRaw(issue, 'document')).toEqual(none);
    });

    it('says "gone" of an issue that cannot be seen', async () => {
      const world = createWorld();
      world.hide();
      const gone = { ok: false, error: { problem: 'gone' } };
      expect(await world.records.loadSubject(world.place)).toEqual(gone);
      expect(await world.records.readRaw(world.place.issue, 'useCase')).toEqual(gone);
    });
  });
}
