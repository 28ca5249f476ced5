import { useEffect, useState, type RefObject } from 'react';
import { labelWidth } from './draw-scene';
import { labelTask, type Labelled } from './label-task';
import { placeLabels, type Label, type Wish } from './labels';
import type { Shape } from './lay-out';

/** How long a picture stands still before its labels are arranged, in ms. */
const rest = 120;

/** The labels of a picture at rest, once all of them have found their places; undefined while it moves. */
export function useSettledLabels(
  element: RefObject<HTMLCanvasElement>,
  painting: Labelled,
): readonly Label[] | undefined {
  const [found, setFound] = useState<Found>();
  const { shapes, looks } = painting;
  useEffect(() => {
    const stop = new AbortController();
    const arrange = async (): Promise<void> => {
      const canvas = element.current?.getContext('2d');
      if (!canvas || looks.every) return;
      const { wishes, around } = labelTask(labelWidth(canvas), painting);
      if (!around.roomy || bearTitles(placeLabels(wishes, around), wishes)) return;
      const { settleLabels } = await import('./settle-labels');
      const labels = await settleLabels(wishes, around, stop.signal);
      if (labels !== undefined) setFound({ shapes, looks, labels });
    };
    const later = setTimeout(() => void arrange(), rest);
    return () => {
      clearTimeout(later);
      stop.abort();
    };
    // The shapes are made anew with whatever moves a label.
  }, [element, shapes, looks]);
  return found?.shapes === shapes && found.looks === looks ? found.labels : undefined;
}

/** Whether the places that were found at once leave nobody without a title: then nothing moves again. */
function bearTitles(labels: readonly Label[], wishes: readonly Wish[]): boolean {
  const inShort = labels.some(({ wish: { text, shorter } }) => text === shorter.at(-1)?.text);
  return labels.length === wishes.length && !inShort;
}

type Found = {
  readonly shapes: readonly Shape[];
  readonly looks: Labelled['looks'];
  readonly labels: readonly Label[];
};
