import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in CSS pixels, as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const look = (): void => {
      setWidth(Math.round(watched.clientWidth));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
