import type { ReactElement } from 'react';
import type { PendingClash } from '#domain/document/pending-edits';
import type { Json } from '#domain/use-case/json';
import { Notice } from '../notice';
import type { Edits } from './use-edits';
import { t } from '../texts';

/** How the parts of a thing are called, and how their values read. */
export type PartTexts = {
  readonly titleOf: (part: string) => string;
  readonly textOf: (part: string, value: Json) => string;
};

/** What a person has to decide about their unsaved changes: whose value stays, and what to take up. */
export function EditNotices({
  edits,
  texts,
}: {
  readonly edits: Edits;
  readonly texts: PartTexts;
}): ReactElement {
  return (
    <>
      {edits.clashes.map((clash) => (
        <ClashNotice key={clash.part} clash={clash} texts={texts} onSettle={edits.settle} />
      ))}
      {edits.others.map((other) => (
        <Notice
          key={other.tab}
          tone="info"
          title={t('shared.editNotices.youHaveUnsavedChangesFrom')}
        >
          <ul className="bullets small">
            {Object.entries(other.edits).map(([part, { next }]) => (
              <li key={part} dir="auto">
                {capitalised(texts.titleOf(part))}: {texts.textOf(part, next)}
              </li>
            ))}
          </ul>
          <div className="actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                edits.takeUp(other);
              }}
            >
              {t('shared.editNotices.takeThemUp')}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                edits.throwAway(other);
              }}
            >
              {t('shared.editNotices.throwThemAway')}
            </button>
          </div>
        </Notice>
      ))}
    </>
  );
}

function capitalised(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function ClashNotice({
  clash,
  texts: { titleOf, textOf },
  onSettle,
}: {
  readonly clash: PendingClash;
  readonly texts: PartTexts;
  readonly onSettle: Edits['settle'];
}): ReactElement {
  const { part, next, theirs } = clash;
  return (
    <Notice
      tone="warning"
      title={t('shared.editNotices.somebodyChangedWhileYouWere', { part: titleOf(part) })}
    >
      <p dir="auto">{t('shared.editNotices.yours', { next: textOf(part, next) })}</p>
      <p dir="auto">{t('shared.editNotices.theirs', { theirs: textOf(part, theirs) })}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            onSettle(clash, true);
          }}
        >
          {t('shared.editNotices.keepMine')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onSettle(clash, false);
          }}
        >
          {t('shared.editNotices.keepTheirs')}
        </button>
      </div>
    </Notice>
  );
}
