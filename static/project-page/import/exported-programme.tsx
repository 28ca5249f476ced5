import type { ReactElement } from 'react';
import type { ProjectExport } from '#domain/export/project-export';
import { programmeOfExport } from '#domain/import/programme-changes';
import { OutcomeText } from '../../shared/outcome-text';
import { useProgramme } from '../programme/use-programme';
import { useProject } from '../project-context';

/** The programme of an export, for an admin to take over beside its use cases. */
export function ExportedProgramme({
  exported,
}: {
  readonly exported: ProjectExport;
}): ReactElement | null {
  const { programme, mayAdminister, projectName } = useProject();
  const { outcome, change } = useProgramme();
  const changes = programmeOfExport(exported.programme, programme.programme);
  if (changes.length === 0 && outcome.outcome === 'idle') return null;
  return (
    <div className="stack">
      <p>
        The export also describes a programme: {changes.length} things are not in the one of{' '}
        {projectName} yet. {mayAdminister ? '' : 'A project admin can take them over.'}
      </p>
      {mayAdminister && changes.length > 0 ? (
        <div className="actions">
          <button type="button" className="button" onClick={() => void change(changes)}>
            Take over the programme
          </button>
        </div>
      ) : null}
      <OutcomeText outcome={outcome} project={projectName} />
    </div>
  );
}
