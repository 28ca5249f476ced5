import type { Frame, Page } from '@playwright/test';

/**
 * Looks for every use case in the real page: a mouse goes over the picture, every bubble that it
 * meets is opened and read to its end, and the keyboard walks along the marks. Whoever is met by
 * neither is hidden.
 */
export async function findEverybody(page: Page, frame: Frame, issues: number): Promise<object> {
  const found = new Set<string>();
  const box = await frame.locator('.chart-touch').boundingBox();
  if (box === null) throw new TypeError('There is no picture.');
  for (const { said, x, y } of await frame.evaluate(pointEverywhere)) {
    const key = /^(?<key>[A-Z]+-\d+) /u.exec(said)?.groups?.['key'];
    if (key !== undefined) {
      found.add(key);
      continue;
    }
    await page.mouse.click(box.x + x, box.y + y);
    for (const each of await readBubble(frame)) found.add(each);
    await page.keyboard.press('Escape');
  }
  for (const key of await walk(frame)) found.add(key);
  return { hidden: issues - found.size, walked: found.size };
}

/** Points at every few pixels of the picture, and notes each thing that says who it is, once. */
async function pointEverywhere(): Promise<
  readonly { readonly said: string; readonly x: number; readonly y: number }[]
> {
  const surface = document.querySelector('.chart-touch');
  if (surface === null) return [];
  const { left, top, width, height } = surface.getBoundingClientRect();
  const met = new Map<string, { said: string; x: number; y: number }>();
  for (let y = 6; y < height - 40; y += 8) {
    for (let x = 40; x < width - 8; x += 8) {
      const at = { clientX: left + x, clientY: top + y, bubbles: true };
      surface.dispatchEvent(new PointerEvent('pointermove', at));
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      const tip = document.querySelector<HTMLElement>('.chart-tip');
      if (tip === null) continue;
      // Two bubbles may hold the same count: where it stands tells them apart.
      met.set(`${tip.style.left} ${tip.style.top}`, { said: tip.innerText, x, y });
    }
  }
  return [...met.values()];
}

/** Reads an opened bubble from its first line to its last. */
async function readBubble(frame: Frame): Promise<readonly string[]> {
  await frame.locator('.bubble-rows').waitFor();
  return frame.evaluate(
    () =>
      new Promise((resolve) => {
        const rows = document.querySelector('.bubble-rows');
        const keys = new Set<string>();
        const read = (): void => {
          for (const row of document.querySelectorAll('.bubble-row'))
            keys.add(row.firstElementChild?.textContent ?? '');
          const end = rows === null || rows.scrollTop + rows.clientHeight >= rows.scrollHeight - 1;
          if (end) resolve([...keys]);
          else {
            rows.scrollTop += rows.clientHeight;
            requestAnimationFrame(() => requestAnimationFrame(read));
          }
        };
        requestAnimationFrame(read);
      }),
  );
}

/** Goes along the marks with the arrows, and names the single use cases that it meets. */
async function walk(frame: Frame): Promise<readonly string[]> {
  const picture = frame.locator('.chart-touch');
  await picture.focus();
  const met = new Set<string>();
  const arrows = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'];
  for (let step = 0; step < 120; step += 1) {
    await picture.press(arrows[step % arrows.length] ?? 'ArrowRight');
    const said = (await frame.locator('#chart-focus').textContent()) ?? '';
    const key = /^[A-Z]+-\d+/u.exec(said)?.[0];
    if (key !== undefined) met.add(key);
  }
  return [...met];
}
