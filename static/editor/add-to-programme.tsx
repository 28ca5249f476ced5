import { useState, type ReactElement } from 'react';
import { namedEntry, type ProgrammeListName } from '#domain/programme/programme';
import { api } from '../shared/api';
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
    const done = admin
      ? await api.changeProgramme({ changes: [{ list, id, base: null, next }] })
      : await api.propose({ id, list, name });
    if (done.ok) setSaid(admin ? 'Added to the programme.' : 'Proposed to the project’s admins.');
    else setSaid('Not done. Jira did not take it; try again.');
    if (done.ok && admin) await workspace.load();
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
