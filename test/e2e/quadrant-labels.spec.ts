import { readFileSync } from 'node:fs';
import { expect, test } from './northstar';
import { exported, openQuadrant } from './open-quadrant';

test.use({ world: 'scored-60' });

/** The texts of labels in a picture that was handed out. */
const labelsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/<text[^>]*>(?<text>[^<]*)</gu)]
    .map(({ groups }) => groups?.['text'] ?? '')
    .filter((text) => /^(?:CDP-\d+|\p{Lu}\p{Ll}+ .+ .+)$/u.test(text));

test('sixty use cases bear their titles once the picture rests, not their keys', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await expect(frame.locator('.chart')).toHaveAttribute('data-shapes', '60');
  const inShort = async (): Promise<number> =>
    labelsIn(await exported(frame, page, 'SVG')).filter((text) => /^CDP-\d+$/u.test(text)).length;
  await expect.poll(inShort).toBe(0);
  const titles = labelsIn(await exported(frame, page, 'SVG'));
  expect(titles.length).toBeGreaterThanOrEqual(60);
  await frame.getByRole('button', { name: 'Zoom in' }).click();
  await expect(frame.getByText(/of 60 in this part/u)).toBeVisible();
  await expect.poll(inShort).toBe(0);
});
