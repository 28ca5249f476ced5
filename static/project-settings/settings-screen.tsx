import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import {
  readSettings,
  settingsParts,
  type ProjectSettings,
  type SettingsChange,
} from '#domain/settings/merge-settings';
import { fingerprint } from '#domain/document/seal';
import type { Json } from '#domain/use-case/json';
import type { ProjectSubject } from '#ports/project-properties';
import { Notice } from '../shared/notice';
import { OutcomeText, type Outcome } from '../shared/outcome-text';
import { CriteriaSection } from './criteria-section';
import { EffortSection } from './effort-section';
import { HistorySection } from './history-section';
import { ModelSection } from './model-section';
import { NamesSection } from './names-section';
import { PreviewSection } from './preview-section';
import { ScoresNote } from './scores-note';
import type { SectionProps } from './section-props';
import { SettingsWorldContext, type SettingsWorld } from './settings-world';
import { ThresholdsSection } from './thresholds-section';
import { UnreadNotice } from './unread-notice';
import { WhereSection } from './where-section';

/** Everything that a project's admins decide: where Northstar shows and how it scores. */
export function SettingsScreen({
  subject,
  world,
}: {
  readonly subject: ProjectSubject | undefined;
  readonly world: SettingsWorld;
}): ReactElement {
  if (subject === undefined) {
    return (
      <Notice tone="error" title="The settings did not load">
        <p>Jira did not answer, or this project is not yours to see. Reload the page.</p>
      </Notice>
    );
  }
  return (
    <SettingsWorldContext.Provider value={world}>
      <SettingsForm subject={subject} world={world} />
    </SettingsWorldContext.Provider>
  );
}

function SettingsForm({
  subject,
  world,
}: {
  readonly subject: ProjectSubject;
  readonly world: SettingsWorld;
}): ReactElement {
  const [stored, setStored] = useState<unknown>(subject.rawSettings);
  const { state, settings: base, changes: history } = useMemo(() => readSettings(stored), [stored]);
  const [edited, setEdited] = useState<Partial<ProjectSettings>>({});
  const [outcome, setOutcome] = useState<Outcome>({ outcome: 'idle' });
  const [saves, setSaves] = useState(0);
  const settings = { ...base, ...edited };
  const changes = changesOf(base, settings);
  const { mayAdminister, name } = subject;
  const onChange: SectionProps['onChange'] = (change) => {
    setEdited({ ...edited, ...change });
    setOutcome({ outcome: 'idle' });
  };
  const section = { settings, mayAdminister, onChange };
  const checking = (): void => {
    setOutcome({ outcome: 'checking' });
  };
  const save = async (replaceDamaged = false): Promise<void> => {
    setOutcome({ outcome: 'saving' });
    const result = await world.saveSettings({
      changes: replaceDamaged ? [] : changes,
      replaces: replaceDamaged ? fingerprint(stored as Json) : null,
      onChecking: checking,
    });
    setOutcome(outcomeOf(result));
    if (!result.ok) return;
    setStored(result.value.stored ?? undefined);
    // What another admin decided is shown in its place; the person can decide anew.
    setEdited({});
    setSaves(saves + 1);
  };
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {mayAdminister ? null : (
        <p className="quiet">Only people who administer {name} can change this.</p>
      )}
      {state === 'ready' ? null : (
        <UnreadNotice
          newer={state === 'newer'}
          stored={stored}
          onReplace={mayAdminister ? () => void save(true) : undefined}
        />
      )}
      <fieldset disabled={!mayAdminister || state !== 'ready' || isBusy(outcome)}>
        <WhereSection {...section} projectName={name} />
        <ModelSection {...section} />
        <EffortSection {...section} />
        <CriteriaSection {...section} />
        <ThresholdsSection {...section} />
        <NamesSection {...section} />
      </fieldset>
      {changes.length > 0 ? <PreviewSection before={base} after={settings} /> : null}
      <SettingsFoot
        savable={changes.length > 0 && !isBusy(outcome)}
        changed={changes.length > 0}
        onDiscard={() => {
          setEdited({});
        }}
      >
        <OutcomeText outcome={outcome} project={name} />
      </SettingsFoot>
      {saves > 0 ? <ScoresNote key={saves} stored={stored} /> : null}
      <HistorySection history={history} />
    </form>
  );
}

function outcomeOf(result: Awaited<ReturnType<SettingsWorld['saveSettings']>>): Outcome {
  if (!result.ok) return { outcome: 'failed', error: result.error };
  return result.value.clashes.length > 0 ? overtaken : { outcome: 'saved' };
}

function isBusy({ outcome }: Outcome): boolean {
  return outcome === 'saving' || outcome === 'checking';
}

const overtaken: Outcome = {
  outcome: 'overtaken',
  text: 'The page shows what is set now. Your other changes are saved.',
};

function SettingsFoot({
  savable,
  changed,
  onDiscard,
  children,
}: {
  readonly savable: boolean;
  readonly changed: boolean;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="settings-foot">
      <button type="submit" className="button button-primary" disabled={!savable}>
        Save settings
      </button>
      {changed ? (
        <button type="button" className="button" onClick={onDiscard}>
          Discard changes
        </button>
      ) : null}
      {children}
    </div>
  );
}

function changesOf(base: ProjectSettings, next: ProjectSettings): readonly SettingsChange[] {
  return settingsParts
    .filter((part) => JSON.stringify(base[part]) !== JSON.stringify(next[part]))
    .map((part) => ({ part, base: base[part], next: next[part] }));
}
