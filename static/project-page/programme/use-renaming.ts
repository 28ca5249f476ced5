import { useState } from 'react';
import { editsOfRenaming, type Renaming } from '#bulk/rename-everywhere';
import type { IssueEdit } from '#bulk/edit-many';
import { useProject } from '../project-context';
import type { ManyEdits } from '../use-cases/use-many-edits';

/** Says the new name of an entry in every use case, and again on demand. */
export function useRenaming(many: ManyEdits): {
  /** The last renaming from this page. */
  readonly renamed: Renaming | undefined;
  readonly rename: (renaming: Renaming) => Promise<void>;
} {
  const { world } = useProject().store;
  const [renamed, setRenamed] = useState<Renaming>();
  return {
    renamed,
    rename: async (renaming) => {
      const find = async (): Promise<readonly IssueEdit[]> => {
        const found = await editsOfRenaming(world.issues, world.project, renaming);
        return found.ok ? found.value : [];
      };
      await many.start(await find(), find);
      setRenamed(renaming);
    },
  };
}
