import { useState, type ReactElement } from 'react';
import { readRisks, writeRisks } from '#domain/fill/read-risks';
import type { Risk } from '#domain/use-case/fields';
import { t } from '../../shared/texts';

/** Risks, each with what is done about it. */
export function RisksInput({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const [risks, setRisks] = useState<readonly Risk[]>(() => risksOf(text));
  const write = (next: readonly Risk[]): void => {
    setRisks(next);
    onChange(writeRisks(next.filter(({ risk, mitigation }) => risk + mitigation !== '')));
  };
  const change = (index: number, part: Partial<Risk>): void => {
    write(risks.map((risk, at) => (at === index ? { ...risk, ...part } : risk)));
  };
  return (
    <div className="list-input">
      {risks.map(({ risk, mitigation }, index) => (
        <fieldset key={index} className="risk">
          <legend className="label">{t('editor.risksInput.risk', { index: index + 1 })}</legend>
          <textarea
            dir="auto"
            aria-label={t('editor.risksInput.risk', { index: index + 1 })}
            value={risk}
            onChange={(event) => {
              change(index, { risk: event.currentTarget.value.replaceAll('\n', ' ') });
            }}
          />
          <span className="label">{t('editor.risksInput.mitigation')}</span>
          <textarea
            dir="auto"
            aria-label={t('editor.risksInput.mitigation2', { index: index + 1 })}
            placeholder={t('editor.risksInput.whatWillYouDoTo')}
            value={mitigation}
            onChange={(event) => {
              change(index, { mitigation: event.currentTarget.value.replaceAll('\n', ' ') });
            }}
          />
          {mitigation === '' ? (
            <p className="warn small">{t('editor.risksInput.aRiskWithoutMitigationIs')}</p>
          ) : null}
          <button
            type="button"
            className="link-button small"
            onClick={() => {
              write(risks.filter((_, at) => at !== index));
            }}
          >
            {t('editor.risksInput.removeRisk', { index: index + 1 })}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => {
          setRisks([...risks, { risk: '', mitigation: '' }]);
        }}
      >
        {t('editor.risksInput.addRisk')}
      </button>
    </div>
  );
}

function risksOf(text: string): readonly Risk[] {
  return readRisks(text.split('\n').filter((line) => line.trim() !== ''));
}
