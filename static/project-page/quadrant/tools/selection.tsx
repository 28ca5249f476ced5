import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import type { Mark } from '#domain/quadrant/picture';
import './selection.css';
import type { Picking, Rights, WithPicture, WithStore } from '../data/page-parts';
import type { Rescoring } from '../scoring/use-rescoring';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

const BulkShift = lazy(() => import('./bulk-shift'));
const Compare = lazy(() => import('./compare'));

type Uses = WithStore & WithPicture & Picking & Rescoring & Pick<Rights, 'mayEdit'>;

/** What can be done with the use cases that are picked. */
export default function Selection({ page }: { readonly page: Uses }): ReactElement {
  const { picks, picture, mayEdit } = page;
  const { seen } = picture;
  const [open, setOpen] = useState<'shift' | 'compare'>();
  const marks = useMemo(
    () => seen.filter(({ issue }) => picks.ids.has(issue.id)),
    [seen, picks.ids],
  );
  const outside = picks.ids.size - marks.length;
  const toggle = (part: 'shift' | 'compare') => () => {
    setOpen(open === part ? undefined : part);
  };
  return (
    <section className="selection" aria-label={t('tools.selection.pickedUseCases')}>
      <div className="actions">
        <strong role="status">{told(marks, outside)}</strong>
        {mayEdit ? (
          <button
            type="button"
            className="button"
            aria-expanded={open === 'shift'}
            onClick={toggle('shift')}
          >
            {t('tools.selection.shiftACriterion')}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          aria-expanded={open === 'compare'}
          disabled={marks.length !== 2}
          title={marks.length === 2 ? undefined : t('tools.selection.pickTwoUseCasesTo')}
          onClick={toggle('compare')}
        >
          {t('tools.selection.compareTwo')}
        </button>
        {marks.length < seen.length ? (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              picks.set(seen);
            }}
          >
            {t('tools.selection.pickAllShown', { seenCount: countOf(seen.length) })}
          </button>
        ) : null}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            picks.set([]);
          }}
        >
          {t('tools.selection.clear')}
        </button>
      </div>
      <Suspense fallback={<p className="quiet">{t('tools.selection.loading')}</p>}>
        {open === 'shift' ? <BulkShift page={page} marks={marks} /> : null}
        {open === 'compare' && marks.length === 2 ? <Compare page={page} marks={marks} /> : null}
      </Suspense>
    </section>
  );
}

function told(marks: readonly Mark[], outside: number): string {
  const picked = t('tools.selection.picked', { marksCount: countOf(marks.length) });
  return outside === 0 ? picked : t('tools.selection.moreOutsideTheFilter', { picked, outside });
}
