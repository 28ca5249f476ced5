import { useState } from 'react';
import { editsOfRenaming, type Renaming } from '#bulk/rename-everywhere';
import type { IssueEdit } from '#bulk/edit-many';
import { useProject } from '../project-context';
import type { ManyEdits } from '../use-cases/use-many-edits';

/** The last renaming from a page, and whether all use cases could be read for it. */
export type Renamed = Renaming & { readonly isRead: boolean };

/** Says the new name of an entry in every use case, and again on demand. */
export function useRenaming(many: ManyEdits): {
  readonly renamed: Renamed | undefined;
  readonly rename: (renaming: Renaming) => Promise<void>;
} {
  const { world } = useProject().store;
  const [renamed, setRenamed] = useState<Renamed>();
  return {
    renamed,
    rename: async ({ list, from, to }) => {
      let isRead = true;
      const find = async (): Promise<readonly IssueEdit[]> => {
        const found = await editsOfRenaming(world.issues, world.project, { list, from, to });
        isRead &&= found.ok;
        return found.ok ? found.value : [];
      };
      const edits = await find();
      if (edits.length > 0) await many.start(edits, find);
      setRenamed({ list, from, to, isRead });
    },
  };
}
