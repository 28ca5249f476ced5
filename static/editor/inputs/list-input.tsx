import { useRef, useState, type ReactElement, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { movedItem } from './moved-item';
import { t } from '../../shared/texts';

/**
 * A list, item by item. Enter adds one below, Alt with an arrow moves one, Backspace in an empty one
 * removes it; the handle moves one by pointer.
 */
export function ListInput({
  label,
  text,
  picks,
  onChange,
}: {
  readonly label: string;
  /** One item per line. */
  readonly text: string;
  readonly picks: readonly string[];
  readonly onChange: (text: string) => void;
}): ReactElement {
  const [dragged, setDragged] = useState<number>();
  const { items, said, list, write, move } = useItems(text, onChange);
  return (
    <div className="list-input">
      <ol ref={list}>
        {items.map((item, index) => (
          <ListItem
            key={index}
            label={`${label} ${String(index + 1)}`}
            item={item}
            onDragStart={() => {
              setDragged(index);
            }}
            onDrop={() => {
              if (dragged !== undefined) move(dragged, index);
              setDragged(undefined);
            }}
            onChange={(value) => {
              write(items.map((each, at) => (at === index ? value : each)));
            }}
            onAdd={() => {
              write([...items.slice(0, index + 1), '', ...items.slice(index + 1)], index + 1);
            }}
            onRemove={() => {
              write(
                items.filter((_, at) => at !== index),
                Math.max(0, index - 1),
              );
            }}
            onMove={(by) => {
              move(index, index + by);
            }}
          />
        ))}
      </ol>
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-label={t('editor.listInput.add', { name: label.toLowerCase() })}
          onClick={() => {
            write([...items, ''], items.length);
          }}
        >
          {t('editor.listInput.add2')}
        </button>
        {picks
          .filter((pick) => !items.includes(pick))
          .map((pick) => (
            <button
              key={pick}
              type="button"
              className="pick"
              onClick={() => {
                write([...items.filter((each) => each !== ''), pick]);
              }}
            >
              {pick}
            </button>
          ))}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** The items while they are edited: a blank one is there until the text is read. */
function useItems(
  text: string,
  onChange: (text: string) => void,
): {
  readonly items: readonly string[];
  readonly said: string;
  readonly list: RefObject<HTMLOListElement>;
  readonly write: (next: readonly string[], focus?: number) => void;
  readonly move: (from: number, to: number) => void;
} {
  const [items, setItems] = useState(() => itemsOf(text));
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState(text);
  const list = useRef<HTMLOListElement>(null);
  // Another text from outside, as after a discard, starts the list anew.
  if (text !== shown && text !== textOf(items)) {
    setShown(text);
    setItems(itemsOf(text));
  }
  const write = (next: readonly string[], focus?: number): void => {
    // A new item stands before the next key is pressed: whoever types fast types into it.
    flushSync(() => {
      setItems(next);
      setShown(textOf(next));
      onChange(textOf(next));
    });
    if (focus !== undefined) list.current?.querySelectorAll('input')[focus]?.focus();
  };
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= items.length || from === to) return;
    write(movedItem(items, from, to), to);
    setSaid(
      t('editor.listInput.itemIsNowItemOf', {
        from: from + 1,
        to: to + 1,
        itemsCount: items.length,
      }),
    );
  };
  return { items, said, list, write, move };
}

function ListItem({
  label,
  item,
  onChange,
  onAdd,
  onRemove,
  onMove,
  onDragStart,
  onDrop,
}: {
  readonly label: string;
  readonly item: string;
  readonly onChange: (value: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDragStart: () => void;
  readonly onDrop: () => void;
}): ReactElement {
  return (
    <li
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <span className="handle" draggable onDragStart={onDragStart} aria-hidden="true">
        ⠿
      </span>
      <input
        dir="auto"
        aria-label={label}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        value={item}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const plain = !event.ctrlKey && !event.metaKey;
          if (event.key === 'Enter' && plain) onAdd();
          else if (event.key === 'Backspace' && item === '') onRemove();
          else if (event.altKey && event.key === 'ArrowUp') onMove(-1);
          else if (event.altKey && event.key === 'ArrowDown') onMove(1);
          else return;
          event.preventDefault();
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('editor.listInput.moveUp', { label })}
        onClick={() => {
          onMove(-1);
        }}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('editor.listInput.moveDown', { label })}
        onClick={() => {
          onMove(1);
        }}
      >
        ↓
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('editor.listInput.remove', { label })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}

function itemsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function textOf(items: readonly string[]): string {
  return items.join('\n');
}
