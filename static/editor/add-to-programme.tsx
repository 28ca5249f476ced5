import { useState, type ReactElement } from 'react';
import { namedEntry, type ProgrammeListName } from '#domain/programme/programme';
import { api } from '../shared/api';
import { saveProgramme } from '../shared/save-programme';
import { useWorkspace } from '../shared/record/workspace-context';

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
          setSaid('Still checking whether this was added …');
        })
      : [await api.propose({ list, name })];
    const done = ends.every(({ ok }) => ok);
    if (done) setSaid(admin ? 'Added to the programme.' : 'Proposed to the project’s admins.');
    else setSaid('Not done. Jira did not take it; try again.');
    if (done && admin) await workspace.load();
  };
  return (
    <>
      {said === '' ? (
        <button type="button" className="link-button small" onClick={() => void add()}>
          {admin ? 'Add' : 'Propose'} “{name}” {admin ? 'to' : 'for'} the programme
        </button>
      ) : null}
      <span className="quiet small" role="status">
        {said}
      </span>
    </>
  );
}
