import type { ReactElement } from 'react';
import { Choice } from './choice';
import {
  colourings,
  labellings,
  sizings,
  tops,
  type Colouring,
  type Labelling,
  type Sizing,
} from '../data/looks';
import type { Looking } from '../data/page-parts';
import { t } from '../../../shared/texts';

/** What colour, size and label tell. */
export default function LooksMenu({ page }: { readonly page: Looking }): ReactElement {
  const { looks, setLooks: onLooks } = page;
  const names = (all: object): readonly (readonly [string, string])[] =>
    Object.entries(all as Record<string, string>);
  return (
    <div className="menu-list">
      <Choice
        label={t('tools.looksMenu.colourTells')}
        value={looks.colour}
        options={names(colourings)}
        onChange={(colour) => {
          onLooks({ ...looks, colour: colour as Colouring });
        }}
      />
      <Choice
        label={t('tools.looksMenu.sizeTells')}
        value={looks.size}
        options={names(sizings)}
        onChange={(size) => {
          onLooks({ ...looks, size: size as Sizing });
        }}
      />
      <Choice
        label={t('tools.looksMenu.labelTells')}
        value={looks.label}
        options={names(labellings)}
        onChange={(label) => {
          onLooks({ ...looks, label: label as Labelling });
        }}
      />
      <Choice
        label={t('tools.looksMenu.chanceToBeInThe')}
        value={String(looks.top)}
        options={tops.map((top) => [String(top), String(top)] as const)}
        onChange={(top) => {
          onLooks({ ...looks, top: Number(top) });
        }}
      />
      <Check
        label={t('tools.looksMenu.everyUseCaseItsOwn')}
        checked={looks.every}
        onChange={(every) => {
          onLooks({ ...looks, every });
        }}
      />
      <Check
        label={t('tools.looksMenu.flipTheEffortAxis')}
        checked={looks.flipped}
        onChange={(flipped) => {
          onLooks({ ...looks, flipped });
        }}
      />
    </div>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}
