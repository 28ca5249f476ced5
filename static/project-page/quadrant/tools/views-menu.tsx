import { useEffect, useState, type ReactElement } from 'react';
import type { AppError, SavedViewsView } from '#contract';
import type { Result } from '#domain/result';
import type { ViewChoices } from '#domain/views/saved-view';
import { api } from '../../../shared/api';
import { messageFor } from '../../../shared/messages';
import type { Looks } from '../data/looks';
import { noFilter, type Filter } from '#domain/quadrant/picture';
import type { Filtering, Looking, ShownAs, WithPicture } from '../data/page-parts';
import './views-menu.css';
import { t } from '../../../shared/texts';

type View = SavedViewsView['views'][number];

type Uses = WithPicture & Filtering & Looking & ShownAs;

/** Views under names: one's own, and those that the project shares. */
export default function ViewsMenu({ page }: { readonly page: Uses }): ReactElement {
  const { views, said, act, setSaid } = useViews(page);
  const own = views?.filter(({ shared }) => !shared) ?? [];
  const shared = views?.filter((view) => view.shared) ?? [];
  const lists = [
    [t('tools.viewsMenu.mine'), own],
    [t('tools.viewsMenu.shared'), shared],
  ] as const;
  return (
    <div className="menu-list views">
      {views === undefined && said === '' ? (
        <p className="quiet small">{t('tools.viewsMenu.loading')}</p>
      ) : null}
      {views?.length === 0 ? (
        <p className="quiet small">{t('tools.viewsMenu.noViewYetFilterAnd')}</p>
      ) : null}
      {lists.map(([title, list]) =>
        list.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h3 className="label">{title}</h3>
            <ul>
              {list.map((view) => (
                <ViewLine key={view.id} page={page} view={view} act={act} say={setSaid} />
              ))}
            </ul>
          </section>
        ),
      )}
      <SaveForm page={page} views={views ?? []} act={act} />
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}

type Act = (work: Promise<Result<SavedViewsView, AppError>>, done: string) => Promise<boolean>;

function useViews({ picture }: WithPicture) {
  const [views, setViews] = useState<readonly View[]>();
  const [said, setSaid] = useState('');
  const project = picture.state.subject?.name ?? '';
  const act: Act = async (work, done) => {
    const answer = await work;
    if (answer.ok) setViews(answer.value.views);
    setSaid(answer.ok ? done : textFor(answer.error, project));
    return answer.ok;
  };
  useEffect(() => {
    void api.listViews({}).then((answer) => {
      if (answer.ok) setViews(answer.value.views);
      else setSaid(t('tools.viewsMenu.theViewsDidNotLoad'));
    });
  }, []);
  return { views, said, act, setSaid };
}

/** Views have their own words for what is said of records elsewhere. */
function textFor(error: AppError, project: string): string {
  if (error.code === 'may-not-administer') return t('tools.viewsMenu.onlyItsAuthorChangesThis');
  if (error.code === 'name-taken')
    return t('tools.viewsMenu.thereIsAViewCalled', { name: error.name });
  if (error.code === 'changed-meanwhile') return t('tools.viewsMenu.somebodySavedThisViewIn');
  const { title, text } = messageFor(error, project);
  return `${title}. ${text}`;
}

function ViewLine({
  page,
  view,
  act,
  say,
}: {
  readonly page: Uses;
  readonly view: View;
  readonly act: Act;
  readonly say: (text: string) => void;
}): ReactElement {
  const { id, name, shared, at: seen, mayChange, mayRemove } = view;
  const save = (change: Partial<Pick<View, 'shared' | 'choices'>>, done: string): void => {
    const { choices } = view;
    void act(api.saveView({ id, name, shared, choices, seen, ...change }), done);
  };
  const sharing = [
    shared ? t('tools.viewsMenu.keepToMyself') : t('tools.viewsMenu.share'),
    () => {
      save(
        { shared: !shared },
        shared
          ? t('tools.viewsMenu.isYoursAlone', { name })
          : t('tools.viewsMenu.isShared', { name }),
      );
    },
  ] as const;
  const changes: readonly (readonly [string, () => void])[] = [
    [
      t('tools.viewsMenu.update'),
      () => {
        save({ choices: choicesOf(page) }, t('tools.viewsMenu.showsWhatYouSeeNow', { name }));
      },
    ],
    sharing,
  ];
  const removal = [
    t('tools.viewsMenu.remove'),
    () => void act(api.removeView({ id, seen }), t('tools.viewsMenu.isRemoved', { name })),
  ] as const;
  const actions = [...(mayChange ? changes : []), ...(mayRemove ? [removal] : [])];
  return (
    <li className="view-line">
      <button
        type="button"
        className="link-button"
        onClick={() => {
          void show(page, view.choices).then((trouble) => {
            say(trouble === '' ? t('tools.viewsMenu.isShown', { name }) : trouble);
          });
        }}
      >
        {name}
      </button>
      {actions.length > 0 ? (
        <span className="actions">
          {actions.map(([title, run]) => (
            <button
              key={title}
              type="button"
              className="link-button small"
              aria-label={`${title}: ${name}`}
              onClick={run}
            >
              {title}
            </button>
          ))}
        </span>
      ) : null}
    </li>
  );
}

function SaveForm({
  page,
  views,
  act,
}: {
  readonly page: Uses;
  readonly views: readonly View[];
  readonly act: Act;
}): ReactElement {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [saving, setSaving] = useState(false);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const choices = choicesOf(page);
        // A name that is there already means that view, if it is one's own to change.
        const same = views.find(
          (view) => view.mayChange && view.shared === shared && view.name === name.trim(),
        );
        const place =
          same === undefined ? { id: null, seen: null } : { id: same.id, seen: same.at };
        const view = { name: name.trim(), shared, choices, ...place };
        setSaving(true);
        void act(api.saveView(view), t('tools.viewsMenu.isSaved', { name: view.name })).then(
          (saved) => {
            setSaving(false);
            if (saved) setName('');
          },
        );
      }}
    >
      <label className="stack">
        <span className="label">{t('tools.viewsMenu.saveThisViewAs')}</span>
        <input
          type="text"
          required
          maxLength={60}
          pattern=".*\S.*"
          value={name}
          onChange={({ currentTarget: { value } }) => {
            setName(value);
          }}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={shared}
          onChange={({ currentTarget: { checked } }) => {
            setShared(checked);
          }}
        />
        {t('tools.viewsMenu.shareWithEverybodyWhoSees', {
          name: page.picture.state.subject?.name ?? '',
        })}
      </label>
      <button type="submit" className="button" disabled={saving}>
        {t('tools.viewsMenu.saveView')}
      </button>
    </form>
  );
}

function choicesOf({ filter, looks, asTable }: Uses): ViewChoices {
  const { text, stage, quadrant, person, jql, kind } = filter;
  return { text, stage, quadrant, person, jql, kind, ...looks, asTable };
}

/** Arranges the page as a view says, once its query has an answer; says what is wrong, or ''. */
async function show(page: Uses, choices: ViewChoices): Promise<string> {
  const { text, stage, quadrant, person, kind, jql, asTable, ...looks } = choices;
  const filter = { ...noFilter, text, stage, quadrant, person, kind } as Filter;
  const trouble = await page.findByJql(jql, filter);
  if (trouble !== '') return trouble;
  page.setLooks(looks as Looks);
  page.setAsTable(asTable);
  return '';
}
