import {
  events,
  frontendCustomMetrics,
  getCookieConsentPreferences,
  invoke,
  Modal,
  NavigationTarget,
  requestJira,
  rovo,
  router,
  showFlag,
  view,
} from '@forge/bridge';
import { ViewIssueModal } from '@forge/jira-bridge';
import type { History } from 'history';

/**
 * Uses the real bridge as an app does: on load what needs nobody, and a button for each thing that a
 * person would click. Every outcome is written where a test can read it.
 */
const results = document.getElementById('results');
const buttons = document.getElementById('buttons');

function tell(name: string, value: unknown): void {
  const known = document.getElementById(name);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (known !== null) {
    known.textContent = text;
    return;
  }
  const term = document.createElement('dt');
  term.textContent = name;
  const told = document.createElement('dd');
  told.id = name;
  told.textContent = text;
  results?.append(term, told);
}

async function attempt(name: string, work: () => unknown): Promise<void> {
  try {
    tell(name, (await work()) ?? 'done');
  } catch (error) {
    tell(name, `refused: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const clicks: Readonly<Record<string, () => unknown>> = {
  flag: () => {
    const flag = showFlag({
      id: 7,
      title: 'Saved',
      description: 'All is well.',
      type: 'success',
      actions: [
        {
          text: 'Undo',
          onClick: () => {
            tell('undone', 'yes');
            void flag.close();
          },
        },
      ],
    });
  },
  modal: () =>
    new Modal({
      resource: 'lab',
      size: 'medium',
      context: { asked: 'colour' },
      onClose: (payload) => {
        tell('modal-answer', payload);
      },
    }).open(),
  submit: () => view.submit({ colour: 'green' }),
  close: () => view.close(),
  'view-open': () => view.open(),
  refresh: () => view.refresh(),
  reload: () => router.reload(),
  'view-issue': () => new ViewIssueModal({ context: { issueKey: 'CDP-7' } }).open(),
  'go-to-issue': () => router.navigate({ target: NavigationTarget.Issue, issueKey: 'CDP-7' }),
  'rovo-open': () => rovo.open({ type: 'default' }),
};

for (const [name, click] of Object.entries(clicks)) {
  const button = document.createElement('button');
  button.textContent = name;
  button.addEventListener('click', () => void attempt(name, click));
  buttons?.append(button);
}

async function start(): Promise<void> {
  await view.theme.enable();
  const context = await view.getContext();
  const extension = context.extension as { readonly modal?: unknown; readonly type: string };
  tell('place', extension.type);
  tell('modal-context', extension.modal ?? 'none');
  await attempt('invoke', () => invoke('echo', { n: 1 }));
  await attempt('invoke-unknown', () => invoke('nowhere'));
  await attempt('jira', async () => {
    const answer = await requestJira('/rest/api/3/myself');
    return ((await answer.json()) as { displayName: string }).displayName;
  });
  await attempt(
    'url',
    async () =>
      (await router.getUrl({ target: NavigationTarget.Issue, issueKey: 'CDP-7' }))?.pathname,
  );
  const heard = await events.on('lab', (payload: unknown) => {
    tell('heard', payload);
  });
  await events.emit('lab', { from: extension.type });
  heard.unsubscribe();
  await events.onPublic('lab-public', (payload: unknown) => {
    tell('heard-public', payload);
  });
  await events.emitPublic('lab-public', 'everybody');
  await attempt('title', () => view.changeWindowTitle('Lab title'));
  await attempt('ready', () => view.emitReadyEvent());
  await attempt('cookies', async () => (await getCookieConsentPreferences()) ?? 'unknown');
  await attempt('rovo', async () => String(await rovo.isEnabled()));
  await attempt('metric', () => frontendCustomMetrics.counter('clicks').incr());
  await attempt('on-close', () =>
    view.onClose(async () => {
      await events.emit('closing', 'said goodbye');
    }),
  );
  await events.on('closing', (payload: unknown) => {
    tell('closing', payload);
  });
  await attempt('history', async () => {
    startHistory(await view.createHistory());
  });
  tell('started', 'yes');
}

function startHistory(history: History): void {
  const draw = (): void => {
    tell('path', `${history.action} ${history.location.pathname}${history.location.search}`);
  };
  draw();
  history.listen(draw);
  const moves = {
    'push-second': () => {
      history.push('/second?sort=key');
    },
    'replace-third': () => {
      history.replace('/third');
    },
    back: () => {
      history.goBack();
    },
    forward: () => {
      history.goForward();
    },
  };
  for (const [name, move] of Object.entries(moves)) {
    const button = document.createElement('button');
    button.textContent = name;
    button.addEventListener('click', move);
    buttons?.append(button);
  }
}

void start();
