import { useState, type ReactElement } from 'react';
import { recordKinds } from '#domain/use-case/fields';
import { tellHistory, type HistoryStep } from '#domain/use-case/tell-history';
import { valueOfText } from '#domain/fill/value-text';
import { fieldLabels } from '#domain/fields/columns/labels';
import { useWorkspace } from '../shared/record/workspace-context';
import { storedValues, type WorkspaceState } from '../shared/record/workspace-state';
import { sectionOf } from './sections';
import { t } from '../shared/texts';

const shownFirst = 8;

/** Who changed what from what to what, newest first. */
export function HistoryList({ onGo }: { readonly onGo: (id: string) => void }): ReactElement {
  const { state } = useWorkspace();
  const [all, setAll] = useState(false);
  const saves = savesOf(state);
  const folded = foldedIn(state);
  return (
    <aside className="history" aria-label={t('editor.historyList.history')}>
      <h2 className="label">{t('editor.historyList.history')}</h2>
      {saves.length === 0 ? (
        <p className="quiet small">{t('editor.historyList.nothingWasChangedYet')}</p>
      ) : null}
      <ol>
        {(all ? saves : saves.slice(0, shownFirst)).map((steps, index) => (
          <li key={index}>
            <Save steps={steps} onGo={onGo} />
          </li>
        ))}
      </ol>
      {!all && saves.length > shownFirst ? (
        <button
          type="button"
          className="link-button small"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('editor.historyList.showAllSaves', { savesCount: saves.length })}
        </button>
      ) : null}
      {folded > 0 ? (
        <p className="quiet small">
          {t('editor.historyList.olderSavesAreNotRemembered', { folded })}
        </p>
      ) : null}
      <p className="quiet small">{t('editor.historyList.itInformsAndProvesNothing')}</p>
    </aside>
  );
}

const stepsShown = 4;

function Save({
  steps,
  onGo,
}: {
  readonly steps: readonly HistoryStep[];
  readonly onGo: (id: string) => void;
}): ReactElement | null {
  const { wording, nameOf } = useWorkspace();
  const [first] = steps;
  if (first === undefined) return null;
  const rest = steps.slice(stepsShown);
  const tell = (step: HistoryStep): ReactElement => (
    <Step key={step.field} step={step} onGo={onGo} />
  );
  return (
    <>
      <strong>{nameOf(first.by)}</strong>
      <span className="quiet small">{wording.moment(first.at)}</span>
      {steps.slice(0, stepsShown).map(tell)}
      {rest.length === 0 ? null : (
        <details>
          <summary className="small">
            {t('editor.historyList.moreFields', { restCount: rest.length })}
          </summary>
          {rest.map(tell)}
        </details>
      )}
    </>
  );
}

function Step({
  step: { field, from, to },
  onGo,
}: {
  readonly step: HistoryStep;
  readonly onGo: (id: string) => void;
}): ReactElement {
  const { workspace, state } = useWorkspace();
  const whole = from !== undefined && from !== '' && !from.endsWith('…');
  return (
    <div className="small">
      <p dir="auto">
        {fieldLabels[field]}: <Was text={from} /> {to === undefined ? 'changed' : to || 'blank'}
      </p>
      {whole && valueOfText(field, from) !== undefined ? (
        <button
          type="button"
          className="link-button small"
          onClick={() => {
            workspace.keepDraft(field, { text: from, base: storedValues(state)[field] });
            onGo(sectionOf(field).id);
          }}
        >
          {t('editor.historyList.restore')}
        </button>
      ) : null}
    </div>
  );
}

/** What a field said before; nothing where it was blank or is not remembered. */
function Was({ text }: { readonly text: string | undefined }): ReactElement | null {
  if (text === undefined || text === '') return null;
  return (
    <>
      <del>{text}</del> →
    </>
  );
}

/** The steps of all saves, newest save first. A save of both records is two of them. */
function savesOf({ records }: WorkspaceState): readonly (readonly HistoryStep[])[] {
  const saves = new Map<string, HistoryStep[]>();
  for (const kind of recordKinds) {
    const read = records[kind];
    const steps = read.state === 'ready' ? tellHistory(read.record) : [];
    for (const step of steps) {
      const name = `${step.at} ${step.by} ${kind}`;
      saves.set(name, [...(saves.get(name) ?? []), step]);
    }
  }
  return [...saves].sort(([left], [right]) => right.localeCompare(left)).map(([, steps]) => steps);
}

function foldedIn({ records }: WorkspaceState): number {
  return recordKinds.reduce((sum, kind) => {
    const read = records[kind];
    return sum + (read.state === 'ready' ? read.record.folded : 0);
  }, 0);
}
