import { useState, type ReactElement } from 'react';
import { readSource, type ReadSource } from '#domain/import/read-source';
import type { ImportRow } from '#domain/import/import-row';
import { Notice } from '../../shared/notice';
import { useProject } from '../project-context';
import { ChoicesStep } from './choices-step';
import { ExportedProgramme } from './exported-programme';
import { FormStep } from './form-step';
import { sourceProblemText } from './problem-texts';
import { ProgrammeFinding } from './programme-finding';
import { SourceStep, type Source } from './source-step';
import { TableStep } from './table-step';
import { t } from '../../shared/texts';

/** From a text, a table or an export to use cases: read, map, look, go. */
export default function ImportPage(): ReactElement {
  const { projectName } = useProject();
  const [source, setSource] = useState<Source>({ text: '', name: '' });
  const [read, setRead] = useState<ReadSource>();
  const again = (): void => {
    setRead(undefined);
  };
  return (
    <section className="flow" aria-label={t('pages.importPage.import')}>
      <h1>{t('pages.importPage.importInto', { projectName })}</h1>
      {read === undefined || read.kind === 'problem' ? (
        <>
          {read === undefined ? null : (
            <Notice tone="error" title={t('pages.importPage.thisCannotBeImported')}>
              <p>{sourceProblemText(read.problem)}</p>
            </Notice>
          )}
          <SourceStep
            source={source}
            onChange={setSource}
            onRead={(from) => {
              setSource(from);
              setRead(readSource(from.text, from.name));
            }}
          />
        </>
      ) : (
        <FoundStep read={read} name={nameOf(source)} onAgain={again} />
      )}
    </section>
  );
}

function FoundStep({
  read,
  name,
  onAgain,
}: {
  readonly read: Exclude<ReadSource, { kind: 'problem' }>;
  readonly name: string;
  readonly onAgain: () => void;
}): ReactElement {
  const [formRows, setFormRows] = useState<readonly ImportRow[]>();
  const choices = (rows: readonly ImportRow[]): ReactElement => (
    <ChoicesStep rows={rows} name={name} onAgain={onAgain} />
  );
  switch (read.kind) {
    case 'text':
      return (
        <>
          {read.unknown.length === 0 ? null : (
            <details>
              <summary>
                {t('pages.importPage.linesWereNotUnderstoodAnd', {
                  unknownCount: read.unknown.length,
                })}
              </summary>
              <ol className="bullets small">
                {read.unknown.map(({ number, source }) => (
                  <li key={number} value={number}>
                    {source}
                  </li>
                ))}
              </ol>
            </details>
          )}
          {choices(read.rows)}
        </>
      );
    case 'table':
      return <TableStep read={read}>{choices}</TableStep>;
    case 'export':
      return (
        <>
          <ExportedProgramme exported={read.export} />
          {choices(read.rows)}
        </>
      );
    case 'programme':
      return <ProgrammeFinding found={read.found} onAgain={onAgain} />;
    case 'form':
      return formRows === undefined ? (
        <FormStep form={read.form} onDone={setFormRows} onAgain={onAgain} />
      ) : (
        choices(formRows)
      );
  }
}

function nameOf({ name }: Source): string {
  return name === '' ? t('pages.importPage.pastedText') : name;
}
