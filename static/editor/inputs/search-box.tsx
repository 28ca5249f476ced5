import { useEffect, useId, useState, type ReactElement } from 'react';
import { t } from '../../shared/texts';

const typingPause = 250;

/** Looks something up while a person types, and offers what was found as buttons. */
export function SearchBox<Found>({
  label,
  find,
  keyOf,
  textOf,
  onChoose,
}: {
  readonly label: string;
  readonly find: (words: string) => Promise<readonly Found[]>;
  readonly keyOf: (found: Found) => string;
  readonly textOf: (found: Found) => string;
  readonly onChoose: (found: Found) => void;
}): ReactElement {
  const id = useId();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Found[]>();
  useEffect(() => {
    if (words.trim().length < 2) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void find(words.trim()).then((all) => {
        if (current) setFound(all);
      });
    }, typingPause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, find]);
  const shown = words.trim().length < 2 ? undefined : found;
  return (
    <div className="search-box">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      <p className="quiet small" role="status">
        {shown?.length === 0 ? t('editor.searchBox.nothingFound') : ''}
      </p>
      <ul>
        {(shown ?? []).map((each) => (
          <li key={keyOf(each)}>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                onChoose(each);
                setWords('');
                setFound(undefined);
              }}
            >
              {textOf(each)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
