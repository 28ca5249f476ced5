import type { Documents, DocumentPlace } from '../../src/ports/documents';

/** Where the documents of a suite stand, and how they are made to be gone. */
export type DocumentsWorld = {
  readonly documents: Documents;
  readonly places: readonly DocumentPlace[];
  readonly removeAll: () => void;
};

/** What every store of documents does, for issues and for projects. */
export function describeDocuments(name: string, create: () => DocumentsWorld): void {
  describe(`documents on ${name}`, () => {
    it('are absent at first, and then what was written last', async () => {
      const { documents, places } = create();
      for (const place of places) {
        expect(await documents.read(place)).toEqual({ ok: true, value: undefined });
        expect(await documents.write(place, { rev: 1, text: 'a "b" <c>' })).toEqual({
          ok: true,
          value: null,
        });
        await documents.write(place, { rev: 2 });
        expect(await documents.read(place)).toEqual({ ok: true, value: { rev: 2 } });
      }
    });

    it('are absent again once they were removed; to remove what is not there is no mistake', async () => {
      const { documents, places } = create();
      // Nothing removes a project's documents, so that no scope allows it.
      for (const place of places.filter(({ entity }) => entity === 'issue')) {
        await documents.write(place, { rev: 1 });
        for (let time = 0; time < 2; time += 1)
          expect(await documents.write(place, null)).toEqual({ ok: true, value: null });
        expect(await documents.read(place)).toEqual({ ok: true, value: undefined });
      }
    });

    it('stand each in a place of its own', async () => {
      const { documents, places } = create();
      for (const [index, place] of places.entries()) await documents.write(place, { index });
      for (const [index, place] of places.entries())
        expect(await documents.read(place)).toEqual({ ok: true, value: { index } });
    });

    it('are gone with their issue or project', async () => {
      const { documents, places, removeAll } = create();
      removeAll();
      for (const place of places) {
        expect(await documents.read(place)).toEqual({ ok: false, error: { problem: 'gone' } });
        expect(await documents.write(place, { rev: 1 })).toEqual({
          ok: false,
          error: { problem: 'gone' },
        });
      }
    });
  });
}
