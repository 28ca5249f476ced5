import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { ProgrammeChange } from '#domain/programme/programme-change';
import {
  namedEntry,
  programmeListNames,
  programmeTextNames,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '#domain/programme/programme';
import { tell } from '../../shared/bridge';
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
import { useRenaming, type Renamed } from './use-renaming';
import { useProposals } from './use-proposals';
import { useProgramme } from './use-programme';
import { t } from '../../shared/texts';

/** What holds for all use cases of the project. Project admins change it, everybody reads it. */
export default function ProgrammePage(): ReactElement {
  const { programme, projectName, mayAdminister } = useProject();
  useFreshSubject();
  const { outcome, change } = useProgramme();
  const many = useManyEdits();
  const { proposals, names, error, propose, settle } = useProposals();
  const { renamed, rename } = useRenaming(many);
  const save: SaveEntry = async (list, base, next) => {
    const id = next?.id ?? base?.id ?? '';
    const saved = await change([{ list, id, base, next }]);
    if (!saved || base === null) return saved;
    if (next === null)
      tellRemoval(base.name, () => void change([{ list, id, base: null, next: base }]));
    // The name is what use cases say, so a new one is said everywhere.
    else if (base.name !== next.name) void rename({ list, from: base.name, to: next.name });
    return saved;
  };
  return (
    <section className="flow" aria-label={t('pages.programmePage.programme')}>
      <h1>{t('pages.programmePage.programmeOf', { projectName })}</h1>
      <p className="quiet">{t('pages.programmePage.whatHoldsForAllUse')}</p>
      {mayAdminister ? null : (
        <Notice tone="info" title={t('pages.programmePage.youCanReadTheProgramme')}>
          <p>{t('pages.programmePage.peopleWhoAdministerChangeIt', { projectName })}</p>
        </Notice>
      )}
      {programme.locked.length === 0 ? null : (
        <Notice tone="warning" title={t('pages.programmePage.aPartOfItCannot')}>
          <p>{t('pages.programmePage.aNewerVersionOfNorthstar')}</p>
        </Notice>
      )}
      <OutcomeText
        outcome={error === undefined ? outcome : { outcome: 'failed', error }}
        project={projectName}
      />
      <BulkOutcome many={many} />
      {renamed === undefined || many.busy ? null : (
        <RenamedNote renamed={renamed} onAgain={() => void rename(renamed)} />
      )}
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
          key={name}
          name={name}
          text={programme.programme.texts[name]}
          mayEdit={mayAdminister}
          onSave={(base, next) => change([{ text: name, base, next }])}
        />
      ))}
    </section>
  );
}

/** What a renaming came to beside the use cases that it changed. */
function RenamedNote({
  renamed: { from, to, isRead },
  onAgain,
}: {
  readonly renamed: Renamed;
  readonly onAgain: () => void;
}): ReactElement {
  return (
    <Notice
      tone={isRead ? 'info' : 'warning'}
      title={
        isRead
          ? t('pages.programmePage.isNow', { from, to })
          : t('pages.programmePage.jiraDidNotAnswerSome', { from })
      }
    >
      <button type="button" className="link-button" onClick={onAgain}>
        {t('pages.programmePage.lookForTheOldName')}
      </button>
    </Notice>
  );
}

function tellRemoval(name: string, onUndo: () => void): void {
  tell({
    id: `removed-${name}`,
    type: 'success',
    title: t('pages.programmePage.isRemoved', { name }),
    actions: [{ text: t('pages.programmePage.undo'), onClick: onUndo }],
  });
}

type SaveEntry = (
  list: ProgrammeListName,
  base: ProgrammeEntry | null,
  next: ProgrammeEntry | null,
) => Promise<boolean>;

/** Coming back to the tab shows what others changed meanwhile; what is typed here stays. */
function useFreshSubject(): void {
  const { store } = useProject();
  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') void store.loadSubject();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [store]);
}

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
          key={entry.id}
          list={list}
          entry={entry}
          mayEdit={mayAdminister}
          onSave={(next) => onSave(list, entry, next)}
        />
      ))}
      {children}
      <AddEntry
        list={list}
        verb={mayAdminister ? t('pages.programmePage.add') : t('pages.programmePage.propose')}
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
  readonly verb: string;
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
        aria-label={t('pages.programmePage.new', { one })}
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
