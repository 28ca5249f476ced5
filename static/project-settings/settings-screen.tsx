import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import {
  readSettings,
  type ProjectSettings,
  type SettingsChange,
  type SettingsPart,
} from '#domain/settings/settings';
import { withoutParts } from '#domain/document/pending-edits';
import { tellPart } from '#domain/settings/tell-settings';
import { fingerprint } from '#domain/document/seal';
import type { Json } from '#domain/use-case/json';
import type { ProjectSubject } from '#ports/project-properties';
import { draftBox } from '../shared/drafts/draft-box';
import { EditNotices, type PartTexts } from '../shared/drafts/edit-notices';
import { useEdits } from '../shared/drafts/use-edits';
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
import { t, textsOf } from '../shared/texts';

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
      <Notice tone="error" title={t('settings.settingsScreen.theSettingsDidNotLoad')}>
        <p>{t('settings.settingsScreen.jiraDidNotAnswerOr')}</p>
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
  const form = useSettingsForm(subject, world);
  const { base, settings, changes, edits, outcome, state, stored } = form;
  const { mayAdminister, name } = subject;
  const section = { settings, mayAdminister, onChange: form.onChange };
  const savable = changes.length > 0 && edits.clashes.length === 0 && !isBusy(outcome);
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {mayAdminister ? (
        <EditNotices edits={edits} texts={textsFor(settings)} />
      ) : (
        <p className="quiet">{t('settings.settingsScreen.onlyPeopleWhoAdministerCan', { name })}</p>
      )}
      {state === 'ready' ? null : (
        <UnreadNotice
          newer={state === 'newer'}
          stored={stored}
          onReplace={mayAdminister ? () => void form.save(true) : undefined}
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
      <SettingsFoot savable={savable} changed={changes.length > 0} onDiscard={edits.clear}>
        <OutcomeText outcome={outcome} project={name} />
      </SettingsFoot>
      {form.saves > 0 ? <ScoresNote key={form.saves} stored={stored} /> : null}
      <HistorySection history={form.history} />
    </form>
  );
}

/** The settings as they are stored, what an admin changes of them, and what came of the last save. */
function useSettingsForm(subject: ProjectSubject, world: SettingsWorld) {
  const [stored, setStored] = useState<unknown>(subject.rawSettings);
  const { state, settings: base, changes: history } = useMemo(() => readSettings(stored), [stored]);
  const box = useMemo(
    () => draftBox(world.device, `${world.viewer}:${world.project}:settings`),
    [world],
  );
  const edits = useEdits(box, base);
  useFreshSettings(world, setStored);
  const [outcome, setOutcome] = useState<Outcome>({ outcome: 'idle' });
  const [saves, setSaves] = useState(0);
  const changes = Object.entries(edits.open).map(([part, edit]): SettingsChange => {
    return { part: part as SettingsPart, ...edit };
  });
  const onChange: SectionProps['onChange'] = (change) => {
    edits.change(change);
    setOutcome({ outcome: 'idle' });
  };
  const save = async (replaceDamaged = false): Promise<void> => {
    setOutcome({ outcome: 'saving' });
    const result = await world.saveSettings({
      changes: replaceDamaged ? [] : changes,
      replaces: replaceDamaged ? fingerprint(stored as Json) : null,
      onChecking: () => {
        setOutcome({ outcome: 'checking' });
      },
    });
    setOutcome(outcomeOf(result));
    if (!result.ok) return;
    setStored(result.value.stored ?? undefined);
    // What another admin decided differently stays here as a choice to make.
    const kept = new Set<string>(result.value.clashes.map(({ part }) => part));
    edits.forget(withoutParts(edits.open, [...kept]));
    setSaves(saves + 1);
  };
  const settings = edits.values as unknown as ProjectSettings;
  return { stored, state, base, history, edits, settings, changes, outcome, saves, onChange, save };
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
  get text() {
    return t('settings.settingsScreen.chooseBelowWhoseDecisionStays');
  },
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
        {t('settings.settingsScreen.saveSettings')}
      </button>
      {changed ? (
        <button type="button" className="button" onClick={onDiscard}>
          {t('settings.settingsScreen.discardChanges')}
        </button>
      ) : null}
      {children}
    </div>
  );
}

/** Coming back to the tab shows what other admins decided meanwhile; what is typed here stays. */
function useFreshSettings(
  { projects, project }: SettingsWorld,
  onFound: (stored: unknown) => void,
): void {
  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState !== 'visible') return;
      void projects.loadProject(project).then((found) => {
        if (found.ok) onFound(found.value.rawSettings);
      });
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [projects, project, onFound]);
}

function textsFor(settings: ProjectSettings): PartTexts {
  return {
    titleOf: (part) => partTitles[part as SettingsPart],
    textOf: (part, value) => tellPart(part as SettingsPart, { ...settings, [part]: value }),
  };
}

const partTitles: Readonly<Record<SettingsPart, string>> = textsOf({
  visibility: 'settings.settingsScreen.whereNorthstarShows',
  hiddenTypes: 'settings.settingsScreen.theTypesThatAreLeft',
  model: 'settings.settingsScreen.theModel',
  effortBy: 'settings.settingsScreen.whereEffortComesFrom',
  valueCriteria: 'settings.settingsScreen.theCriteriaOfValue',
  effortCriteria: 'settings.settingsScreen.theCriteriaOfEffort',
  feasibilityCriteria: 'settings.settingsScreen.thePillarsOfFeasibility',
  thresholds: 'settings.settingsScreen.theThresholds',
  names: 'settings.settingsScreen.theNamesOfTheQuadrants',
  estimateField: 'settings.settingsScreen.theFieldOfTheEstimate',
});
