import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import type { Mark } from '#domain/quadrant/picture';
import './selection.css';
import type { Picking, Rights, WithPicture, WithStore } from '../data/page-parts';
import type { Rescoring } from '../scoring/use-rescoring';

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
    <section className="selection" aria-label="Picked use cases">
      <div className="actions">
        <strong role="status">{told(marks, outside)}</strong>
        {mayEdit ? (
          <button
            type="button"
            className="button"
            aria-expanded={open === 'shift'}
            onClick={toggle('shift')}
          >
            Shift a criterion
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          aria-expanded={open === 'compare'}
          disabled={marks.length !== 2}
          title={marks.length === 2 ? undefined : 'Pick two use cases to compare them.'}
          onClick={toggle('compare')}
        >
          Compare two
        </button>
        {marks.length < seen.length ? (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              picks.set(seen);
            }}
          >
            Pick all {seen.length.toLocaleString('en')} shown
          </button>
        ) : null}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            picks.set([]);
          }}
        >
          Clear
        </button>
      </div>
      <Suspense fallback={<p className="quiet">Loading …</p>}>
        {open === 'shift' ? <BulkShift page={page} marks={marks} /> : null}
        {open === 'compare' && marks.length === 2 ? <Compare page={page} marks={marks} /> : null}
      </Suspense>
    </section>
  );
}

function told(marks: readonly Mark[], outside: number): string {
  const picked = `${marks.length.toLocaleString('en')} picked`;
  return outside === 0 ? picked : `${picked}, ${String(outside)} more outside the filter`;
}
