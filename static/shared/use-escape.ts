import { useEffect, type RefObject } from 'react';

/** Escape inside of an element does something, and goes no further. */
export function useEscape(box: RefObject<HTMLElement>, act: () => void): void {
  useEffect(() => {
    const element = box.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      act();
    };
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('keydown', onKey);
    };
  });
}
