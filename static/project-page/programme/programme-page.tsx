import { useState, type ReactElement, type ReactNode } from 'react';
import type { ProgrammeChange } from '#domain/programme/merge-programme';
import {
  namedEntry,
  programmeListNames,
  programmeTextNames,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '#domain/programme/programme';
import { renameEdits } from '#domain/programme/rename';
import { Notice } from '../../shared/notice';
import { useProject } from '../project-context';
import { BulkOutcome } from '../use-cases/bulk-outcome';
import { useManyEdits } from '../use-cases/use-many-edits';
import { EntryEditor } from './entry-editor';
import { OutcomeText } from '../../shared/outcome-text';
import { listTexts } from './programme-texts';
import { ProposalList } from './proposal-list';
import { Starters } from './starters';
import { TextEditor } from './text-editor';
import { useProposals } from './use-proposals';
import { useProgramme } from './use-programme';

/** What holds for all use cases of the project. Project admins change it, everybody reads it. */
export default function ProgrammePage(): ReactElement {
  const { state, programme, projectName, mayAdminister } = useProject();
  const { outcome, change } = useProgramme();
  const many = useManyEdits();
  const { proposals, names, error, propose, settle } = useProposals();
  const save: SaveEntry = async (list, base, next) => {
    const id = next?.id ?? base?.id ?? '';
    const saved = await change([{ list, id, base, next }]);
    if (!saved || base === null || next === null || base.name === next.name) return saved;
    // The name is what use cases say, so a new one is said everywhere.
    const edits = state.useCases.flatMap(({ issue, values }) => {
      const changes = renameEdits(list, values, { from: base.name, to: next.name });
      return changes.length === 0 ? [] : [{ issue: issue.id, key: issue.key, changes }];
    });
    if (edits.length > 0) await many.start(edits);
    return saved;
  };
  return (
    <section className="flow" aria-label="Programme">
      <h1>Programme of {projectName}</h1>
      <p className="quiet">
        What holds for all use cases. Use cases pick from it, and a new name is taken over by every
        use case that says the old one.
      </p>
      {mayAdminister ? null : (
        <Notice tone="info" title="You can read the programme">
          <p>People who administer {projectName} change it. What you propose waits for them.</p>
        </Notice>
      )}
      {programme.locked.length === 0 ? null : (
        <Notice tone="warning" title="A part of it cannot be changed here">
          <p>A newer version of Northstar or something else wrote it. It stays as it is.</p>
        </Notice>
      )}
      <OutcomeText
        outcome={error === undefined ? outcome : { outcome: 'failed', error }}
        project={projectName}
      />
      <BulkOutcome many={many} />
      {programmeListNames.map((list) => (
        <ListSection key={list} list={list} onSave={save} onTake={change} onPropose={propose}>
          <ProposalList
            proposals={proposals.filter((each) => each.list === list)}
            names={names}
            onSettle={(proposal, accept) => void settle(proposal, accept)}
          />
        </ListSection>
      ))}
      {programmeTextNames.map((name) => (
        <TextEditor
          key={`${name} ${programme.programme.texts[name]}`}
          name={name}
          text={programme.programme.texts[name]}
          mayEdit={mayAdminister}
          onSave={(next) => change([{ text: name, base: programme.programme.texts[name], next }])}
        />
      ))}
    </section>
  );
}

type SaveEntry = (
  list: ProgrammeListName,
  base: ProgrammeEntry | null,
  next: ProgrammeEntry | null,
) => Promise<boolean>;

/** One list of the programme: its entries, what is proposed for it, and the way to add to it. */
function ListSection({
  list,
  onSave,
  onTake,
  onPropose,
  children,
}: {
  readonly list: ProgrammeListName;
  readonly onSave: SaveEntry;
  readonly onTake: (changes: readonly ProgrammeChange[]) => Promise<boolean>;
  readonly onPropose: (list: ProgrammeListName, name: string) => Promise<boolean>;
  readonly children: ReactNode;
}): ReactElement {
  const { store, programme, mayAdminister } = useProject();
  const entries = programme.programme.lists[list];
  const { title, help } = listTexts[list];
  return (
    <section aria-label={title} className="stack">
      <h2>{title}</h2>
      <p className="quiet small">{help}</p>
      {entries.map((entry) => (
        <EntryEditor
          key={`${entry.id} ${JSON.stringify(entry)}`}
          list={list}
          entry={entry}
          mayEdit={mayAdminister}
          onSave={(next) => onSave(list, entry, next)}
        />
      ))}
      {children}
      <AddEntry
        list={list}
        verb={mayAdminister ? 'Add' : 'Propose'}
        onAdd={(name) =>
          mayAdminister
            ? onSave(list, null, namedEntry(list, store.world.newId(), name))
            : onPropose(list, name)
        }
      />
      {mayAdminister && list === 'goals' && entries.length === 0 ? (
        <Starters onTake={onTake} />
      ) : null}
    </section>
  );
}

function AddEntry({
  list,
  verb,
  onAdd,
}: {
  readonly list: ProgrammeListName;
  readonly verb: 'Add' | 'Propose';
  readonly onAdd: (name: string) => Promise<boolean>;
}): ReactElement {
  const [name, setName] = useState('');
  const { one } = listTexts[list];
  return (
    <form
      className="actions"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void onAdd(name.trim()).then((added) => {
          if (added) setName('');
        });
      }}
    >
      <input
        aria-label={`New ${one}`}
        value={name}
        maxLength={255}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <button type="submit" className="button">
        {verb} {one}
      </button>
    </form>
  );
}
