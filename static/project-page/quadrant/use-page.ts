import { useRef, useState } from 'react';
import type { AccountId } from '#domain/ids';
import type { ChartHandle, WithChart } from './chart/chart-props';
import { firstLooks, type Looks } from './data/looks';
import {
  useFiltering,
  usePicks,
  type Choosing,
  type Filtering,
  type Looking,
  type Notice,
  type Noticing,
  type Picking,
  type Rights,
  type ShownAs,
  type WithPicture,
  type WithStore,
} from './data/page-parts';
import type { PictureStore } from './data/picture-store';
import { useChoice } from './data/use-choice';
import { usePicture } from './data/use-picture';
import { useRescorings, type Rescoring } from './scoring/use-rescoring';
import { t } from '../../shared/texts';

/** Everything that the page shows and that can be done to it; each part of the page names what it takes. */
export type Page = WithStore &
  WithPicture &
  Filtering &
  Looking &
  ShownAs &
  Choosing &
  Picking &
  Rescoring &
  WithChart &
  Rights &
  Noticing;

export function usePage(store: PictureStore, viewer: AccountId, locale: string): Page {
  const filtering = useFiltering({ store });
  const [looks, setLooks] = useState<Looks>(firstLooks);
  const [asTable, setAsTable] = useState(false);
  const [notice, setNotice] = useState<Notice>({ text: '', busy: false });
  const picture = usePicture(store, { filter: filtering.filter, looks, locale });
  const mayEdit = picture.state.subject?.mayEdit === true;
  return {
    ...{ store, viewer, picture, looks, setLooks, asTable, setAsTable, notice, setNotice },
    ...filtering,
    choice: useChoice(picture),
    picks: usePicks(),
    rescorings: useRescorings(store, viewer),
    chart: useRef<ChartHandle>(null),
    mayEdit,
    locked: mayEdit
      ? ''
      : t('quadrant.usePage.changingScoresNeedsTheEdit', {
          project: picture.state.subject?.name ?? t('quadrant.usePage.thisProject'),
        }),
  };
}
