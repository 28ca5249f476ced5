import type { Frame, Page } from '@playwright/test';

/** The compiler marks functions with their names by a helper, which a page that runs them needs, too. */
export const namesInPages = { content: 'globalThis.__name ??= (each) => each;' };

/** The figure in the middle, in milliseconds with one decimal. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 0.5);
}

/** The figure that such a share of figures stays below. */
export function percentile(figures: readonly number[], share: number): number {
  const ordered = figures.toSorted((left, right) => left - right);
  const at = Math.min(ordered.length - 1, Math.floor(share * ordered.length));
  return Math.round((ordered[at] ?? 0) * 10) / 10;
}

/** How many of the frames took longer than one frame of a screen with 60 a second, and a little. */
export function late(frames: readonly number[]): number {
  return frames.filter((frame) => frame > 17.5).length;
}

/** Drags the picture to and fro with a real mouse and notes how long each of 60 frames took. */
export async function framesWhilePanning(page: Page, frame: Frame): Promise<number[]> {
  const box = await frame.locator('.chart-touch').boundingBox();
  if (box === null) throw new TypeError('There is no picture.');
  const [x, y] = [box.x + box.width - 40, box.y + box.height - 70];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 10, y - 10);
  const noted = frame.evaluate(noteFrames);
  for (let step = 0; step < 90; step += 1) {
    await page.mouse.move(x - 10 - ((step * 3) % 120), y - 10 - ((step * 2) % 80));
  }
  const frames = await noted;
  await page.mouse.up();
  return frames;
}

/** How long 60 frames take from one to the next. */
function noteFrames(): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    let before = 0;
    const next = (now: number): void => {
      if (before > 0) frames.push(now - before);
      before = now;
      if (frames.length < 60) requestAnimationFrame(next);
      else resolve(frames);
    };
    requestAnimationFrame(next);
  });
}

/** From a movement of the mouse to the frame that shows what is under it. */
export async function hoverDelays(page: Page, frame: Frame): Promise<number[]> {
  const box = await frame.locator('.chart-touch').boundingBox();
  if (box === null) throw new TypeError('There is no picture.');
  await frame.evaluate(() => {
    const noted: number[] = [];
    (window as { delays?: number[] }).delays = noted;
    addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => noted.push(performance.now() - timeStamp);
          channel.port2.postMessage(0);
        });
      },
      { capture: true },
    );
  });
  for (let step = 0; step < 80; step += 1) {
    await page.mouse.move(box.x + 60 + step * 9, box.y + 60 + ((step * 37) % 380));
  }
  return frame.evaluate(() => (window as { delays?: number[] }).delays ?? []);
}
