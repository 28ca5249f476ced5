import { useCallback, useState, type ReactElement } from 'react';
import type { FoundIssue } from '#ports/issue-search';
import { useWorkspace } from '../shared/record/workspace-context';
import { useServices } from './editor-services';
import { SearchBox } from './inputs/search-box';
import { t } from '../shared/texts';

/** The use case that this story belongs to, and the way to say so by search. */
export function StoryLink(): ReactElement {
  const { workspace, state } = useWorkspace();
  const { issues, issue, search } = useServices();
  const [said, setSaid] = useState('');
  const find = useCallback(
    async (words: string) => {
      const found = await search.findIssues(words);
      return found.ok ? found.value.filter(({ id }) => id !== issue) : [];
    },
    [search, issue],
  );
  const link = async ({ id, key }: FoundIssue): Promise<void> => {
    const linked = await issues.linkStory(id, issue);
    setSaid(
      linked.ok
        ? t('editor.storyLink.linkedTo', { key })
        : t('editor.storyLink.notLinkedToYouMay', { key }),
    );
    if (linked.ok) await workspace.load();
  };
  const related = state.subject?.related ?? [];
  return (
    <div className="story-link">
      <p className="quiet small">{t('editor.storyLink.aStoryTakesWhyWho')}</p>
      {related.length === 0 ? null : (
        <ul className="small">
          {related.map(({ id, key, summary, relation }) => (
            <li key={id}>
              {relation === 'parent' ? t('editor.storyLink.above') : t('editor.storyLink.linked')}:{' '}
              {key} {summary}
            </li>
          ))}
        </ul>
      )}
      <SearchBox
        label={t('editor.storyLink.linkToAUseCase')}
        find={find}
        keyOf={({ id }) => id}
        textOf={({ key, summary }) => `${key} ${summary}`}
        onChoose={(found) => void link(found)}
      />
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}
