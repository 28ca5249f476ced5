import { useCallback, useState, type ReactElement } from 'react';
import type { FoundIssue } from '#ports/issue-search';
import { useWorkspace } from '../shared/record/workspace-context';
import { useServices } from './editor-services';
import { SearchBox } from './inputs/search-box';

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
    setSaid(linked.ok ? `Linked to ${key}.` : `Not linked to ${key}. You may lack the permission.`);
    if (linked.ok) await workspace.load();
  };
  const related = state.subject?.related ?? [];
  return (
    <div className="story-link">
      <p className="quiet small">
        A story takes why, who, KPI, hypothesis and stage from the use case above it or the one that
        it is linked with. They are shown there, never copied.
      </p>
      {related.length === 0 ? null : (
        <ul className="small">
          {related.map(({ id, key, summary, relation }) => (
            <li key={id}>
              {relation === 'parent' ? 'Above' : 'Linked'}: {key} {summary}
            </li>
          ))}
        </ul>
      )}
      <SearchBox
        label="Link to a use case"
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
