import { useState, type ReactElement } from 'react';
import type { AppError } from '#contract';
import { isFieldName, type RecordKind } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { messageFor } from '../../shared/messages';
import { Notice } from '../../shared/notice';
import { DraftTexts } from '../parts/draft-texts';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/** A stored value that cannot be read: shown as it is, and replaced only if the viewer says so. */
export default function Unreadable({ kind }: { readonly kind: RecordKind }): ReactElement {
  const { workspace, state, mayEdit } = useWorkspace();
  const [phase, setPhase] = useState<'asking' | 'replacing'>('asking');
  const [error, setError] = useState<AppError>();
  const record = state.records[kind];
  const damaged = record.state === 'damaged';
  const replace = async (): Promise<void> => {
    setPhase('replacing');
    const result = await workspace.replace(kind);
    setPhase('asking');
    setError(result.ok ? undefined : result.error);
  };
  return (
    <>
      <Notice
        tone="warning"
        title={
          damaged
            ? t('screens.unreadable.partOfThisUseCase')
            : t('screens.unreadable.thisValueWasNotWritten')
        }
      >
        <p>
          {damaged
            ? t('screens.unreadable.northstarCannotReadNothingIs', {
                problems: namesOf(record.problems),
              })
            : t('screens.unreadable.somethingElseKeepsAValue')}
        </p>
        {mayEdit ? (
          <div className="actions">
            <button
              type="button"
              className="button"
              disabled={phase !== 'asking'}
              onClick={() => void replace()}
            >
              {damaged
                ? t('screens.unreadable.keepWhatCanBeRead')
                : t('screens.unreadable.replaceItWithAnEmpty')}
            </button>
          </div>
        ) : null}
      </Notice>
      <ReplaceOutcome isReplacing={phase === 'replacing'} error={error} />
      <details>
        <summary>{t('screens.unreadable.showTheStoredValue')}</summary>
        <pre className="raw">{JSON.stringify(state.subject?.raw[kind], null, 2)}</pre>
      </details>
      <DraftTexts />
    </>
  );
}

function namesOf(problems: readonly string[]): string {
  return problems.map((name) => (isFieldName(name) ? fieldLabels[name] : name)).join(', ');
}

function ReplaceOutcome({
  isReplacing,
  error,
}: {
  readonly isReplacing: boolean;
  readonly error: AppError | undefined;
}): ReactElement | null {
  const { state } = useWorkspace();
  if (isReplacing) {
    return (
      <p className="quiet small" role="status">
        {t('screens.unreadable.replacing')}
      </p>
    );
  }
  if (error === undefined) return null;
  const { title, text } = messageFor(error, state.subject?.projectName ?? '');
  return (
    <Notice tone="error" title={title}>
      <p>{text}</p>
    </Notice>
  );
}
