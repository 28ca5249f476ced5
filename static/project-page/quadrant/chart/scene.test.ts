import fc from 'fast-check';
import { standardModels } from '../../../../src/domain/scoring/models';
import { scoringVersion } from '../../../../src/domain/scoring/scoring-settings';
import type { IssueId } from '../../../../src/domain/ids';
import { scoredIssues as issuesOf } from '../../../../test/builders/scored-issues';
import { axesOf, ticksIn } from '../data/axis';
import { layOut, regionsOf, spreadOut, type Shape, type Spot } from './lay-out';
import { categoriesOf, firstLooks } from '../data/looks';
import { noFilter, pictureOf, seenMarks } from '#domain/quadrant/picture';
import { sceneOf, shapeAt, shapeTowards, sharesOf, sidesOf, thresholdShares } from './scene';
import { panned, sharesAt, wholePicture, xOf, yOf, zoomed } from './viewport';

const model = standardModels['value-effort'];
const rules = { model, version: scoringVersion(model), hiddenTypes: [] };
const plot = { left: 40, top: 10, width: 900, height: 520 };

const sceneFor = (count: number, viewport = wholePicture) => {
  const marks = seenMarks(pictureOf(issuesOf(count), rules).marks, noFilter);
  const axes = axesOf(model, { value: 5, effort: 21 }, false);
  const shares = sharesOf(marks, axes);
  const threshold = thresholdShares(model, axes);
  const sides = sidesOf(threshold, marks, model, axes.across.reversed);
  const most = { value: 5, effort: 21, reach: 5 };
  const sideOf = (index: number) => sides[index] ?? 0;
  const scene = sceneOf({
    marks,
    shares,
    threshold,
    viewport,
    plot,
    looks: firstLooks,
    most,
    sideOf,
  });
  return { marks, axes, threshold, ...scene };
};

const overlaps = (shapes: readonly Shape[]): number =>
  shapes.reduce(
    (sum, one, index) =>
      sum +
      shapes
        .slice(index + 1)
        .filter(
          (other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius - 0.5,
        ).length,
    0,
  );

describe('the picture', () => {
  it.each([12, 60, 300, 3_000])(
    'of %d shows everybody exactly once, and nothing covers anything',
    (count) => {
      const { shapes, marks } = sceneFor(count);
      const shown = shapes.flatMap(({ indices }) => indices);
      expect(shown.toSorted((left, right) => left - right)).toEqual(
        marks.map((_mark, index) => index),
      );
      expect(overlaps(shapes)).toBe(0);
    },
  );

  it.each([12, 60])('of %d leaves every use case single', (count) => {
    expect(sceneFor(count).shapes.every(({ indices }) => indices.length === 1)).toBe(true);
  });

  it.each([300, 3_000])('of %d keeps every bubble on its side of the thresholds', (count) => {
    const { shapes, regions } = sceneFor(count);
    for (const { x, y, radius, region } of shapes.filter(({ indices }) => indices.length > 1)) {
      const bounds = regions[region];
      if (bounds === undefined) throw new Error('no such region');
      expect(x - radius).toBeGreaterThanOrEqual(bounds.left - 0.01);
      expect(x + radius).toBeLessThanOrEqual(bounds.right + 0.01);
      expect(y - radius).toBeGreaterThanOrEqual(bounds.top - 0.01);
      expect(y + radius).toBeLessThanOrEqual(bounds.bottom + 0.01);
    }
  });

  it('puts each bubble of one quadrant together only with its own', () => {
    const { shapes, marks } = sceneFor(3_000);
    for (const { indices } of shapes) {
      expect(new Set(indices.map((index) => marks[index]?.quadrant)).size).toBe(1);
    }
  });

  it('stands quick wins top left, and top right when it is flipped', () => {
    const at = (flipped: boolean) => {
      const { up, across } = axesOf(model, { value: 5, effort: 21 }, flipped);
      return [across.toShare(1) < across.toShare(20), up.toShare(5) > up.toShare(1)];
    };
    expect(at(false)).toEqual([true, true]);
    expect(at(true)).toEqual([false, true]);
    const ease = axesOf(standardModels['value-feasibility'], { value: 5, effort: 5 }, false);
    expect(ease.across.toShare(5)).toBeLessThan(ease.across.toShare(1));
  });

  it.each(['value-effort', 'ice', 'rice'] as const)(
    'reads figures of %s back from their place',
    (id) => {
      const axes = axesOf(standardModels[id], { value: 90, effort: 9 }, true);
      for (const axis of [axes.up, axes.across]) {
        const figure = (axis.least + axis.most) / 3;
        expect(axis.fromShare(axis.toShare(figure))).toBeCloseTo(figure, 9);
        for (const [from, to] of [
          [-0.03, 1.03],
          [0.4, 0.5],
          [0.1, 0.9],
        ] as const) {
          const ticks = ticksIn(axis, from, to);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(5);
          for (const tick of ticks) {
            expect(axis.toShare(tick)).toBeGreaterThan(from - 1e-6);
            expect(axis.toShare(tick)).toBeLessThan(to + 1e-6);
          }
        }
      }
    },
  );
});

describe('layOut', () => {
  it('ends with every mark in one shape, wherever they stand', () => {
    const spot = fc.record({
      x: fc.integer({ min: 40, max: 940 }),
      y: fc.integer({ min: 10, max: 530 }),
      region: fc.integer({ min: 0, max: 3 }),
    });
    const regions = regionsOf(plot, { x: 400, y: 250 });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 120 }), (places) => {
        const spots: Spot[] = places.map((place, index) => ({ ...place, index, radius: 6 }));
        const indices = layOut(spots, regions).flatMap((shape) => shape.indices);
        expect(indices.toSorted((left, right) => left - right)).toEqual([...spots.keys()]);
      }),
    );
  });

  it('moves marks on the same spot apart, the same way each time', () => {
    const spots = Array.from({ length: 8 }, (_each, index) => ({
      index,
      x: 200,
      y: 200,
      radius: 6,
      region: 0,
    }));
    const regions = regionsOf(plot, undefined);
    const once = spreadOut(spots, regions);
    expect(overlaps(once)).toBe(0);
    expect(spreadOut(spots, regions)).toEqual(once);
  });
});

describe('the filter', () => {
  const { marks } = pictureOf(issuesOf(200), rules);

  it('keeps the best score first, and finds by words, stage, quadrant and query', () => {
    const all = seenMarks(marks, noFilter);
    expect(all).toHaveLength(200);
    expect(all.map(({ score }) => score)).toEqual(
      all.map(({ score }) => score).toSorted((left, right) => right - left),
    );
    for (const mark of seenMarks(marks, { ...noFilter, stage: 'run', quadrant: 'quick-win' })) {
      expect(mark).toMatchObject({ stage: 'run', quadrant: 'quick-win' });
    }
    const named = seenMarks(marks, { ...noFilter, text: 'basket cdp-1' });
    for (const { issue } of named)
      expect(`${issue.key} ${issue.summary}`.toLowerCase()).toContain('basket');
    const found = new Set([marks[3]?.issue.id ?? ('' as IssueId)]);
    expect(seenMarks(marks, { ...noFilter, found })).toHaveLength(1);
  });

  it('counts stories of a scored use case apart from use cases', () => {
    const [first, second, ...others] = issuesOf(20);
    if (first === undefined || second === undefined) throw new Error('too few');
    const issues = [first, { ...second, parentId: first.id, parentKey: first.key }, ...others];
    const picture = pictureOf(issues, rules);
    expect(seenMarks(picture.marks, noFilter)).toHaveLength(19);
    expect(seenMarks(picture.marks, { ...noFilter, kind: 'story' })).toHaveLength(1);
    // The use case takes the estimate of its story.
    const parent = picture.marks.find(({ issue }) => issue.id === first.id);
    expect(parent).toMatchObject({ effortFrom: 'stories', effort: { likely: second.points } });
  });

  it('places no score of other settings, and names it stale', () => {
    const picture = pictureOf(issuesOf(5), { ...rules, version: 'other' });
    expect(picture).toMatchObject({ marks: [] });
    expect(picture.unscored).toHaveLength(5);
  });

  it.each(['stage', 'quadrant', 'status', 'assignee', 'epic', 'effort', 'reach'] as const)(
    'tells %s by colour and form together',
    (colour) => {
      const { categories, of } = categoriesOf(marks, colour, {
        nameOf: (quadrant) => quadrant,
        say: String,
        epicOf: (key) => key,
      });
      expect(of).toHaveLength(marks.length);
      const seen = categories.map(({ token, form }) => `${token} ${form}`);
      expect(new Set(seen).size).toBe(categories.length);
      expect(new Set(categories.map(({ form }) => form)).size).toBe(categories.length);
    },
  );
});

describe('the viewport', () => {
  it('keeps what is under the pointer there while zooming, and stays within the picture', () => {
    const at = { x: 300, y: 200 };
    const before = sharesAt(at.x, at.y, wholePicture, plot);
    const closer = zoomed(wholePicture, plot, 0.5, at);
    expect(xOf(before.across, closer, plot)).toBeCloseTo(300, 6);
    expect(yOf(before.up, closer, plot)).toBeCloseTo(200, 6);
    expect(panned(closer, plot, 10_000, 10_000).left).toBeCloseTo(wholePicture.left, 9);
    const out = zoomed(closer, plot, 100, at);
    expect(out.left).toBeCloseTo(wholePicture.left, 9);
    expect(out.top).toBeCloseTo(wholePicture.top, 9);
  });
});

describe('pointing and walking', () => {
  it('finds the shape under a point, and reaches every shape by arrows', () => {
    const { shapes } = sceneFor(300);
    const [first] = shapes;
    expect(shapeAt(shapes, first?.x ?? 0, first?.y ?? 0)).toBe(first);
    expect(shapeAt(shapes, -50, -50)).toBeUndefined();
    const directions = [
      { dx: 1, dy: 0 },
      { dx: -1, dy: 0 },
      { dx: 0, dy: 1 },
      { dx: 0, dy: -1 },
    ];
    const reached = new Set<Shape | undefined>([first]);
    const open = [first];
    while (open.length > 0) {
      const from = open.pop();
      for (const direction of directions) {
        const next = shapeTowards(shapes, from, direction);
        if (next !== undefined && !reached.has(next)) {
          reached.add(next);
          open.push(next);
        }
      }
    }
    expect(reached.size).toBe(shapes.length);
  });
});
