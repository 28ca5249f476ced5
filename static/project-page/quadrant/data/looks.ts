import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Mark } from '#domain/quadrant/picture';
import { t } from '../../../shared/texts';

/** What a mark's colour can tell. */
export const colourings = {
  stage: 'stage',
  quadrant: 'quadrant',
  status: 'status',
  assignee: 'assignee',
  epic: 'epic',
  effort: 'effort',
  reach: 'reach',
} as const;

export type Colouring = keyof typeof colourings;

/** What a mark's size can tell. */
export const sizings = {
  same: 'nothing',
  effort: 'effort',
  value: 'value',
  reach: 'reach',
} as const;

export type Sizing = keyof typeof sizings;

/** What a mark's label can tell. */
export const labellings = {
  title: 'title',
  key: 'key',
  ...colourings,
  none: 'nothing',
} as const;

export type Labelling = keyof typeof labellings;

/** How the picture is drawn, by choice. */
export type Looks = {
  readonly colour: Colouring;
  readonly size: Sizing;
  readonly label: Labelling;
  /** Every use case its own mark instead of bubbles with counts. */
  readonly every: boolean;
  readonly flipped: boolean;
  /** Of how many first ones the chance to be among them is told. */
  readonly top: number;
};

/** The lengths of a list of the first ones that can be asked about. */
export const tops = [3, 5, 10, 20, 50] as const;

export const firstLooks: Looks = {
  colour: 'stage',
  size: 'same',
  label: 'title',
  every: false,
  flipped: false,
  top: 10,
};

/** One kind of mark: its name, its colour by token, and its form, so that no colour stands alone. */
export type Category = {
  readonly name: string;
  readonly token: string;
  readonly form: Form;
};

export type Form = 'hollow' | 'half' | 'full' | 'square' | 'diamond' | 'triangle' | 'cross';

const forms: readonly Form[] = ['full', 'square', 'diamond', 'triangle', 'hollow', 'cross'];

const stageCategories: Readonly<Record<string, Category>> = {
  crawl: {
    get name() {
      return t('quadrant.looks.crawl');
    },
    token: '--ds-chart-blue-bold',
    form: 'hollow',
  },
  walk: {
    get name() {
      return t('quadrant.looks.walk');
    },
    token: '--ds-chart-blue-bolder',
    form: 'half',
  },
  run: {
    get name() {
      return t('quadrant.looks.run');
    },
    token: '--ds-chart-blue-boldest',
    form: 'full',
  },
  '': {
    get name() {
      return t('quadrant.looks.noStage');
    },
    token: '--ds-chart-gray-bold',
    form: 'cross',
  },
};

const quadrantTokens: Readonly<Record<string, [string, Form]>> = {
  'quick-win': ['--ds-chart-green-bolder', 'full'],
  'strategic-bet': ['--ds-chart-purple-bolder', 'diamond'],
  'easy-fill': ['--ds-chart-teal-bolder', 'square'],
  deprioritise: ['--ds-chart-gray-bolder', 'hollow'],
};

/** How quadrants, epics and figures are told. */
type Words = Pick<RatingLook, 'say' | 'nameOf'> & { readonly epicOf: (key: string) => string };

/** The kinds of marks of a picture, the commonest first, and which kind each mark is. */
export function categoriesOf(
  marks: readonly Mark[],
  colour: Colouring,
  words: Words,
): { readonly categories: readonly Category[]; readonly of: Uint8Array } {
  if (colour === 'effort' || colour === 'reach') return bandsOf(marks, colour, words.say);
  const names = marks.map((mark) => textOf(mark, colour, words));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const order = orderOf(counts, colour);
  const place = new Map(order.map((name, index) => [name, Math.min(index, forms.length - 1)]));
  const shown = order.slice(0, forms.length);
  const categories = shown.map((name, index): Category => {
    if (colour === 'stage') return stageCategories[name] ?? rest;
    if (colour === 'quadrant') return quadrantCategory(name, words.nameOf);
    const last = index === forms.length - 1 && order.length > forms.length;
    return last ? rest : { name, token: tokenAt(index), form: forms[index] ?? 'cross' };
  });
  return { categories, of: Uint8Array.from(names, (name) => place.get(name) ?? 0) };
}

const rest: Category = {
  get name() {
    return t('quadrant.looks.others');
  },
  token: '--ds-chart-gray-bold',
  form: 'cross',
};

function tokenAt(index: number): string {
  return `--ds-chart-categorical-${String(index + 1)}`;
}

function quadrantCategory(
  name: string,
  nameOf: (quadrant: NonNullable<Mark['quadrant']>) => string,
): Category {
  const [token, form] = quadrantTokens[name] ?? ['--ds-chart-gray-bold', 'cross'];
  const known = Object.hasOwn(quadrantTokens, name);
  return {
    name: known ? nameOf(name as NonNullable<Mark['quadrant']>) : t('quadrant.looks.noQuadrant'),
    token,
    form,
  };
}

function orderOf(counts: ReadonlyMap<string, number>, colour: Colouring): readonly string[] {
  const names = [...counts.keys()];
  if (colour === 'stage') return Object.keys(stageCategories).filter((name) => counts.has(name));
  return names.sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
}

function textOf(
  { issue, stage, quadrant }: Mark,
  colour: Exclude<Colouring, 'effort' | 'reach'>,
  { epicOf }: Pick<Words, 'epicOf'>,
): string {
  switch (colour) {
    case 'stage':
      return stage;
    case 'quadrant':
      return quadrant ?? '';
    case 'status':
      return issue.status;
    case 'assignee':
      return issue.assignee === '' ? t('quadrant.looks.nobody') : issue.assignee;
    case 'epic':
      return issue.parentKey === null ? t('quadrant.looks.noEpic') : epicOf(issue.parentKey);
  }
}

const bandForms: readonly Form[] = ['hollow', 'half', 'full'];
const bandTokens = ['--ds-chart-blue-bold', '--ds-chart-blue-bolder', '--ds-chart-blue-boldest'];

/** Figures in thirds, from the least to the most: one colour in three depths, and a form for each. */
function bandsOf(
  marks: readonly Mark[],
  colour: 'effort' | 'reach',
  say: Words['say'],
): { readonly categories: readonly Category[]; readonly of: Uint8Array } {
  const figures = marks.map((mark) => figureOf(mark, colour));
  const known = figures.filter((figure) => figure !== undefined).sort((one, other) => one - other);
  const ends = [1 / 3, 2 / 3, 1].map((share) => known[Math.ceil(share * known.length) - 1] ?? 0);
  const distinct = ends.filter((end, index) => ends.indexOf(end) === index);
  const categories = distinct.map((end, index): Category => ({
    name:
      index === 0
        ? t('quadrant.looks.upTo', { end: say(end) })
        : t('quadrant.looks.overTo', { index: say(distinct[index - 1] ?? 0), end: say(end) }),
    token: bandTokens[index] ?? '',
    form: bandForms[index] ?? 'full',
  }));
  const unknown =
    known.length < figures.length ? [{ ...rest, name: t('quadrant.looks.notTold') }] : [];
  const bandOf = (figure: number | undefined): number =>
    figure === undefined ? distinct.length : distinct.findIndex((end) => figure <= end);
  return { categories: [...categories, ...unknown], of: Uint8Array.from(figures, bandOf) };
}

function figureOf({ effort, issue }: Mark, what: 'effort' | 'reach'): number | undefined {
  return what === 'effort' ? effort.likely : issue.score?.reach;
}

/** What a mark's label says where it does not say the title. */
export function labelText(
  mark: Mark,
  label: Labelling,
  { say, nameOf }: Pick<RatingLook, 'say' | 'nameOf'>,
): string {
  switch (label) {
    case 'title':
    case 'key':
    case 'none':
      return mark.issue.key;
    case 'effort':
    case 'reach':
      return saidFigure(figureOf(mark, label), say);
    case 'stage':
      return stageCategories[mark.stage]?.name ?? '';
    case 'quadrant':
      return mark.quadrant === null ? '' : nameOf(mark.quadrant);
    default:
      return textOf(mark, label, { epicOf: (key) => key });
  }
}

function saidFigure(figure: number | undefined, say: Words['say']): string {
  return figure === undefined ? '' : say(figure);
}

/** The radius of a mark in CSS pixels, from 5 to 12; 5 where what it tells is not known. */
export function radiusOf(
  { value, effort, issue }: Mark,
  size: Sizing,
  most: Readonly<Record<Exclude<Sizing, 'same'>, number>>,
): number {
  if (size === 'same') return 6;
  const figures = { value: value.likely, effort: effort.likely, reach: issue.score?.reach ?? 0 };
  const share = figures[size] / most[size];
  return 5 + 7 * Math.sqrt(Math.max(0, Math.min(1, share)));
}
