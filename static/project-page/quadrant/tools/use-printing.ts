import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed. Paper is light: the theme gives way to its light side meanwhile. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const { dataset } = document.documentElement;
    let shown: string | undefined;
    const onChange = ({ matches }: MediaQueryListEvent): void => {
      if (matches) {
        shown = dataset['colorMode'];
        dataset['colorMode'] = 'light';
      } else if (shown !== undefined) dataset['colorMode'] = shown;
      // The browser lays the paper out at once.
      flushSync(() => {
        setPrinting(matches);
      });
    };
    paper.addEventListener('change', onChange);
    return () => {
      paper.removeEventListener('change', onChange);
    };
  }, []);
  return printing;
}
