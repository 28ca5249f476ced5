import { Modal, NavigationTarget, requestJira, router, showFlag, view } from '@forge/bridge';
import type { JiraRequest } from '#adapters/jira/request';
import type { AccountId, IssueId, ProjectId } from '#domain/ids';
import type { PageHistory } from './page-history';

/** What the platform tells a frame about where it stands and who looks. */
export type FrameContext = {
  /** The site's cloud id: accounts are the same on all of a person's sites, ids of issues are not. */
  readonly site: string;
  readonly viewer: AccountId;
  readonly locale: string;
  readonly issue: IssueId;
  readonly project: ProjectId;
  /** What the opener handed to a modal; undefined outside of one. */
  readonly modal: unknown;
};

type Extension = {
  readonly issue?: { readonly id: string };
  readonly project?: { readonly id: string };
  readonly modal?: unknown;
};

/**
 * Puts Jira's theme on this frame and keeps it in step. Where Jira refuses, the frame is drawn all the
 * same, with the values of its tokens that Northstar brings.
 */
export async function enableTheme(): Promise<void> {
  try {
    await view.theme.enable();
  } catch {
    // What counts is whether the tokens are there.
  }
  const { documentElement } = document;
  if (getComputedStyle(documentElement).getPropertyValue('--ds-text') === '')
    await import('./fallback-theme').catch(() => undefined);
}

/** Reads the frame's context from the platform. */
export async function readFrameContext(): Promise<FrameContext> {
  const context = await view.getContext();
  const extension = context.extension as Extension;
  return {
    site: context.cloudId ?? '',
    viewer: (context.accountId ?? '') as AccountId,
    locale: context.locale.replace('_', '-'),
    issue: (extension.issue?.id ?? '') as IssueId,
    project: (extension.project?.id ?? '') as ProjectId,
    modal: extension.modal,
  };
}

/** Jira REST as the viewer, from the browser: it costs no function time. */
export const requestAsViewer: JiraRequest = (path, init) => requestJira(path, init);

/** Opens another of the app's resources in a dialog over Jira. */
export async function openDialog(options: {
  readonly resource: string;
  readonly title: string;
  readonly context: object;
  readonly onClose: (payload: unknown) => void;
}): Promise<void> {
  const { resource, title, context, onClose } = options;
  // Text that is being sorted must not vanish on a stray click or key.
  const modal = new Modal({
    resource,
    title,
    context,
    onClose,
    size: 'xlarge',
    closeOnEscape: false,
    closeOnOverlayClick: false,
  });
  await modal.open();
}

/** Goes to an issue, in the same tab. */
export async function openIssue(key: string): Promise<void> {
  await router.navigate({ target: NavigationTarget.Issue, issueKey: key });
}

/** Goes to Northstar's page of a project, in the same tab. */
export async function openProjectPage(projectKey: string, path: string): Promise<void> {
  await router.navigate({
    target: NavigationTarget.Module,
    moduleKey: 'project-page',
    projectKey,
    path,
  });
}

/** Closes the dialog that this frame stands in, with an answer for its opener. */
export async function closeDialog(payload?: unknown): Promise<void> {
  await view.close(payload);
}

/** Tells about something that happened elsewhere or can be undone. */
export function tell(flag: {
  readonly id: string;
  readonly title: string;
  readonly type: 'success' | 'error';
  readonly actions?: { text: string; onClick: () => void }[];
}): void {
  showFlag({ ...flag, isAutoDismiss: flag.type === 'success' });
}

/** Connects the page with the address bar; where Jira refuses that, the page keeps its paths to itself. */
export async function pageHistory(): Promise<PageHistory> {
  const history = await view.createHistory().catch(() => undefined);
  if (history === undefined) return (await import('./page-history')).ownHistory();
  return {
    path: () => history.location.pathname,
    go: (path) => {
      history.push(path);
    },
    listen: (onPath) =>
      history.listen(({ pathname }: { readonly pathname: string }) => {
        onPath(pathname);
      }),
  };
}

/** Hands a text or a picture to the browser as a file to keep. */
export function download(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
