import { useMemo } from 'react';
import type { Parts } from '#domain/document/pending-edits';
import { draftBox } from '../../shared/drafts/draft-box';
import { useEdits, type Edits } from '../../shared/drafts/use-edits';
import { useProject } from '../project-context';

/** What the viewer changes of one entry or text of the programme, kept until it is saved. */
export function useItemEdits(item: string, parts: Parts): Edits {
  const { device, viewer, project } = useProject().store.world;
  const box = useMemo(
    () => draftBox(device, `${viewer}:${project}:${item}`),
    [device, viewer, project, item],
  );
  return useEdits(box, parts);
}
