import { standardModels } from '../../../../src/domain/scoring/models';
import { scoringVersion } from '../../../../src/domain/scoring/scoring-settings';
import { scoredIssues } from '../../../../test/builders/scored-issues';
import { pictureOf } from '#domain/quadrant/picture';
import { axesOf } from '../data/axis';
import { labelTask, type LabelTask } from './label-task';
import { isCrossed, leaderOf, overlap, type Box, type Label } from './labels';
import type { Looks } from '../data/looks';
import { sceneOf, sharesOf, sidesOf, thresholdShares } from './scene';
import { settleLabels } from './settle-labels';
import { wholePicture } from './viewport';

// Arranging sixty labels takes seconds on a busy machine.
jest.setTimeout(30_000);

const model = standardModels['value-effort'];
const looks = { label: 'title', size: 'same', every: false } as Looks;
const widthOf = (text: string): number => text.length * 6.1;

/** What a picture of so many use cases asks of its labels. */
function taskOf(count: number, width: number, height: number): LabelTask {
  const version = scoringVersion(model);
  const { marks } = pictureOf(scoredIssues(count), { model, version, hiddenTypes: [] });
  const most = Math.max(...marks.map(({ effort }) => effort.likely));
  const axes = axesOf(model, { value: 5, effort: most }, false);
  const plot = { left: 50, top: 10, width, height };
  const threshold = thresholdShares(model, axes);
  const sides = sidesOf(threshold, marks, model, false);
  const { shapes } = sceneOf({
    ...{ marks, threshold, plot, looks, viewport: wholePicture },
    shares: sharesOf(marks, axes),
    most: { value: 5, effort: most, reach: 1 },
    sideOf: (index) => sides[index] ?? 0,
  });
  const look = { model } as Parameters<typeof labelTask>[1]['look'];
  return labelTask(widthOf, { marks, shapes, plot, viewport: wholePicture, looks, look, axes });
}

const settle = ({ wishes, around }: LabelTask) =>
  settleLabels(wishes, around, new AbortController().signal);

const placedOf = (label: Label) => ({
  label,
  line: leaderOf(label),
  box: {
    ...{ left: label.left, right: label.left + label.wish.width },
    ...{ top: label.middle - 8, bottom: label.middle + 8 },
  } satisfies Box,
});

describe('labels of a picture at rest', () => {
  it.each([
    [12, 1065, 620, 0],
    [60, 1065, 620, 6],
    [60, 820, 520, 12],
    [60, 1500, 800, 0],
  ])(
    'each of %i bears its title at %i by %i, clear of marks and of each other, at most %i crossed',
    async (count, width, height, crossed) => {
      const task = taskOf(count, width, height);
      const labels = (await settle(task)) ?? [];
      expect(labels).toHaveLength(count);
      expect(labels.filter(({ wish }) => /^[A-Z]+-\d+$/u.test(wish.text))).toEqual([]);
      const placed = labels.map(placedOf);
      const covered = placed.filter(
        ({ box }, index) =>
          task.around.marks.some((mark) => overlap(mark, box)) ||
          placed.some((other, at) => at !== index && overlap(other.box, box)),
      );
      expect(covered).toEqual([]);
      const crossings = placed.flatMap((one, index) =>
        placed.slice(index + 1).filter((other) => isCrossed(one, other)),
      );
      expect(crossings.length).toBeLessThanOrEqual(crossed);
    },
  );

  it('the same picture has the same labels each time', async () => {
    expect(await settle(taskOf(40, 1065, 620))).toEqual(await settle(taskOf(40, 1065, 620)));
  });

  it('stops when the picture moves', async () => {
    const { wishes, around } = taskOf(60, 1065, 620);
    const stop = new AbortController();
    const settling = settleLabels(wishes, around, stop.signal);
    stop.abort();
    expect(await settling).toBeUndefined();
  });
});
