import { useState, type ReactElement } from 'react';
import { namedEntry, type ProgrammeListName } from '#domain/programme/programme';
import { api } from '../shared/api';
import { saveProgramme } from '../shared/save-programme';
import { useWorkspace } from '../shared/record/workspace-context';
import { t } from '../shared/texts';

/** What was typed and is not in the programme yet: an admin adds it, anybody else proposes it. */
export function AddToProgramme({
  list,
  name,
}: {
  readonly list: ProgrammeListName;
  readonly name: string;
}): ReactElement {
  const { workspace, state } = useWorkspace();
  const [said, setSaid] = useState('');
  const admin = state.subject?.mayAdminister === true;
  const add = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const next = namedEntry(list, id, name);
    const change = { list, id, base: null, next };
    const { project } = workspace.place;
    const ends = admin
      ? await saveProgramme(project, [change], () => {
          setSaid(t('editor.addToProgramme.stillCheckingWhetherThisWas'));
        })
      : [await api.propose({ list, name })];
    const done = ends.every(({ ok }) => ok);
    if (done)
      setSaid(
        admin
          ? t('editor.addToProgramme.addedToTheProgramme')
          : t('editor.addToProgramme.proposedToTheProjectsAdmins'),
      );
    else setSaid(t('editor.addToProgramme.notDoneJiraDidNot'));
    if (done && admin) await workspace.load();
  };
  return (
    <>
      {said === '' ? (
        <button type="button" className="link-button small" onClick={() => void add()}>
          {admin
            ? t('editor.addToProgramme.addName', { name })
            : t('editor.addToProgramme.proposeName', { name })}
        </button>
      ) : null}
      <span className="quiet small" role="status">
        {said}
      </span>
    </>
  );
}
