import { useState, type ReactElement } from 'react';
import type { AppError, VisibilityView } from '#contract';
import type { Visibility } from '#domain/project-settings';
import type { Result } from '#domain/result';
import { messageFor } from '../shared/messages';
import { Notice } from '../shared/notice';

type LoadedProject = {
  readonly name: string;
  readonly mayAdminister: boolean;
  readonly visibility: Visibility;
};

type Outcome =
  | { readonly outcome: 'idle' | 'saving' | 'saved' | 'lost' }
  | { readonly outcome: 'failed'; readonly error: AppError };

/** Whether Northstar shows on the issues of this project. */
export function SettingsScreen({
  project,
  changeVisibility,
}: {
  readonly project: LoadedProject | undefined;
  readonly changeVisibility: (payload: {
    readonly visibility: Visibility;
  }) => Promise<Result<VisibilityView, AppError>>;
}): ReactElement {
  const [visibility, setVisibility] = useState(project?.visibility ?? 'on');
  const [state, setState] = useState<Outcome>({ outcome: 'idle' });
  if (project === undefined) {
    return (
      <Notice tone="error" title="The settings did not load">
        <p>Jira did not answer, or this project is not yours to see. Reload the page.</p>
      </Notice>
    );
  }
  const change = async (wanted: Visibility): Promise<void> => {
    const before = visibility;
    setVisibility(wanted);
    setState({ outcome: 'saving' });
    const result = await changeVisibility({ visibility: wanted });
    setVisibility(result.ok ? result.value.visibility : before);
    if (!result.ok) setState({ outcome: 'failed', error: result.error });
    else setState({ outcome: result.value.lostRace ? 'lost' : 'saved' });
  };
  return (
    <div className="settings">
      <div className="setting">
        <input
          id="visibility"
          type="checkbox"
          checked={visibility === 'on'}
          disabled={!project.mayAdminister || state.outcome === 'saving'}
          onChange={(event) => void change(event.currentTarget.checked ? 'on' : 'off')}
        />
        <div>
          <label htmlFor="visibility">Show Northstar on the issues of {project.name}</label>
          <p className="quiet small">
            Use cases that are already written down stay on their issues when this is off.
          </p>
        </div>
      </div>
      {project.mayAdminister ? null : (
        <p className="quiet small">Only people who administer {project.name} can change this.</p>
      )}
      <OutcomeText state={state} project={project.name} />
    </div>
  );
}

function OutcomeText({
  state,
  project,
}: {
  readonly state: Outcome;
  readonly project: string;
}): ReactElement | null {
  if (state.outcome === 'failed') {
    const { title, text } = messageFor(state.error, project);
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
      </Notice>
    );
  }
  if (state.outcome === 'lost') {
    return (
      <Notice tone="warning" title="Somebody else changed this at the same moment">
        <p>The box shows what is set now.</p>
      </Notice>
    );
  }
  const texts = { idle: '', saving: 'Saving …', saved: 'Saved' } as const;
  return (
    <p className="quiet small" role="status">
      {texts[state.outcome]}
    </p>
  );
}
