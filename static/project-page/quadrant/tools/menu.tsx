import { Suspense, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useEscape } from '../../../shared/use-escape';

/**
 * A menu under a button. Its content comes, and is read anew, each time it is opened; Escape and a click
 * elsewhere close it.
 */
export function Menu({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const box = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!opened) return undefined;
    const onDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && box.current?.contains(target) === false) setOpened(false);
    };
    document.addEventListener('pointerdown', onDown);
    return () => {
      document.removeEventListener('pointerdown', onDown);
    };
  }, [opened]);
  useEscape(box, () => {
    setOpened(false);
    box.current?.querySelector('summary')?.focus();
  });
  return (
    <details
      ref={box}
      className="menu"
      open={opened}
      onToggle={({ currentTarget }) => {
        setOpened(currentTarget.open);
      }}
    >
      <summary className="button">{title}</summary>
      <Suspense>{opened ? children : null}</Suspense>
    </details>
  );
}
