import { standardModels } from '../../../../src/domain/scoring/models';
import { scoringVersion } from '../../../../src/domain/scoring/scoring-settings';
import { scoredIssues } from '../../../../test/builders/scored-issues';
import { leaderOf, placeLabels, type Box } from './labels';
import { labelText, radiusOf } from '../data/looks';
import { pictureOf } from '#domain/quadrant/picture';

describe('labels', () => {
  it('cover neither marks nor each other, and lead back to marks that stand apart', () => {
    const wishes = Array.from({ length: 12 }, (_each, index) => ({
      x: 300 + (index % 4) * 14,
      y: 200 + Math.floor(index / 4) * 14,
      radius: 6,
      text: `Use case ${String(index)}`,
      width: 120,
      shorter: [{ text: 'CDP-1', width: 40 }],
    }));
    const marks = wishes.map(({ x, y }): Box => ({
      left: x - 6,
      right: x + 6,
      top: y - 6,
      bottom: y + 6,
    }));
    const bounds = { left: 0, top: 0, right: 900, bottom: 500 };
    const labels = placeLabels(wishes, { bounds, marks, lines: [], roomy: true });
    expect(labels).toHaveLength(12);
    expect(labels.some(({ leader }) => leader)).toBe(true);
    const boxes = labels.map(({ left, middle, wish }): Box => ({
      left,
      right: left + wish.width,
      top: middle - 8,
      bottom: middle + 8,
    }));
    const all = [...boxes, ...marks];
    const crossing = boxes.filter((box, index) =>
      all.some(
        (other, at) =>
          at !== index &&
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      ),
    );
    expect(crossing).toEqual([]);
  });

  it('lead back without crossing each other, and stand in short where room is scarce', () => {
    const wishes = Array.from({ length: 18 }, (_each, index) => ({
      ...{ x: 160 + (index % 3) * 9, y: 200 + Math.floor(index / 3) * 9, radius: 4 },
      ...{ text: `Use case ${String(index)}`, width: 120, shorter: [{ text: 'CDP-1', width: 40 }] },
    }));
    const marks = wishes.map(({ x, y }): Box => ({
      ...{ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 },
    }));
    const bounds = { left: 0, top: 0, right: 400, bottom: 500 };
    const labels = placeLabels(wishes, { bounds, marks, lines: [], roomy: false });
    expect(labels.length).toBeGreaterThan(6);
    expect(labels.every(({ wish, leader }) => !leader || wish.text === 'CDP-1')).toBe(true);
    const lines = labels.flatMap((label) => {
      const line = leaderOf(label);
      return line === undefined ? [] : [line];
    });
    expect(lines.length).toBeGreaterThan(0);
    const slope = ([x1, y1, x2, y2]: (typeof lines)[number], x: number, y: number) =>
      Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
    const crossing = lines.filter((one, index) =>
      lines.some(
        (other, at) =>
          at > index &&
          slope(one, other[0], other[1]) !== slope(one, other[2], other[3]) &&
          slope(other, one[0], one[1]) !== slope(other, one[2], one[3]),
      ),
    );
    expect(crossing).toEqual([]);
  });
});

describe('labels near other things', () => {
  const bounds = { left: 0, top: 0, right: 900, bottom: 500 };
  const boxAt = (x: number, y: number): Box => ({
    ...{ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 },
  });
  const wishAt = (x: number, y: number) => ({
    ...{ x, y, radius: 6, text: 'A long title', width: 120, shorter: [] },
  });

  it('keep clear of the line of a threshold where there is room elsewhere', () => {
    const lines = [{ left: 340, right: 342, top: 0, bottom: 500 }];
    const around = { bounds, marks: [boxAt(300, 200)], lines, roomy: true };
    const [label] = placeLabels([wishAt(300, 200)], around);
    expect((label?.left ?? 0) + 120).toBeLessThanOrEqual(340);
    const full = { left: 0, right: 900, top: 0, bottom: 500 };
    expect(placeLabels([wishAt(300, 200)], { ...around, lines: [full] })).toHaveLength(1);
  });

  it('do not lead through another mark', () => {
    // All around it is taken, but for a place to the right, behind the other mark.
    const other = boxAt(330, 200);
    const taken: Box[] = [
      { left: 0, right: 310, top: 0, bottom: 190 },
      { left: 0, right: 310, top: 210, bottom: 500 },
      { left: 0, right: 290, top: 190, bottom: 210 },
      { left: 310, right: 900, top: 0, bottom: 150 },
      { left: 310, right: 900, top: 250, bottom: 500 },
    ];
    const marks = [boxAt(300, 200), other, ...taken];
    const labels = placeLabels([wishAt(300, 200)], { bounds, marks, lines: [], roomy: true });
    for (const label of labels) {
      const line = leaderOf(label);
      if (line === undefined) continue;
      const [x1, y1, x2, y2] = line;
      const at = (x: number) => y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
      expect([at(324), at(336)].every((y) => y > 194 && y < 206)).toBe(false);
    }
    expect(labels).toHaveLength(1);
  });
});

describe('what size and label tell', () => {
  const model = standardModels['value-effort'];
  const [mark] = pictureOf(scoredIssues(1), {
    model,
    version: scoringVersion(model),
    hiddenTypes: [],
  }).marks;
  if (mark === undefined) throw new Error('The world has no use case.');
  const score = { ...mark.issue.score, reach: 5 } as NonNullable<typeof mark.issue.score>;
  const most = { value: 5, effort: 21, reach: 5 };

  it('the most there is stands largest; what is not known stands smallest', () => {
    expect(radiusOf(mark, 'same', most)).toBe(6);
    expect(radiusOf({ ...mark, issue: { ...mark.issue, score } }, 'reach', most)).toBe(12);
    const unknown = { ...score, reach: undefined };
    expect(radiusOf({ ...mark, issue: { ...mark.issue, score: unknown } }, 'reach', most)).toBe(5);
    const full = { ...mark, effort: { ...mark.effort, likely: 21 } };
    expect(radiusOf(full, 'effort', most)).toBe(12);
  });

  it('a label says what was chosen, in words', () => {
    const look = { say: String, nameOf: () => 'Do first' };
    const known = { ...mark, stage: 'walk' as const, quadrant: 'quick-win' as const };
    expect(labelText(known, 'key', look)).toBe(mark.issue.key);
    expect(labelText(known, 'effort', look)).toBe(String(mark.effort.likely));
    expect(labelText(known, 'quadrant', look)).toBe('Do first');
    expect(labelText(known, 'assignee', look)).toBe('Nobody');
    expect(labelText(known, 'stage', look)).toBe('Walk');
    expect(labelText({ ...known, stage: '' }, 'stage', look)).toBe('No stage');
  });
});
