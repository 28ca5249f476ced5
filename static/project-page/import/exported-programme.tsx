import type { ReactElement } from 'react';
import type { ProjectExport } from '#domain/export/project-export';
import { programmeOfExport } from '#domain/import/programme-changes';
import { OutcomeText } from '../../shared/outcome-text';
import { useProgramme } from '../programme/use-programme';
import { useProject } from '../project-context';
import { t } from '../../shared/texts';

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
        {t('pages.exportedProgramme.theExportAlsoDescribesA', {
          changesCount: changes.length,
          projectName,
          over: mayAdminister ? '' : t('pages.exportedProgramme.aProjectAdminCanTake'),
        })}
      </p>
      {mayAdminister && changes.length > 0 ? (
        <div className="actions">
          <button type="button" className="button" onClick={() => void change(changes)}>
            {t('pages.exportedProgramme.takeOverTheProgramme')}
          </button>
        </div>
      ) : null}
      <OutcomeText outcome={outcome} project={projectName} />
    </div>
  );
}
