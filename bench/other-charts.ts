import type { Browser } from '@playwright/test';
import { join } from 'node:path';
import { seededChoices } from '../local-jira/worlds/seeded-choices';
import { median, namesInPages } from './frames';
import { workPerFrame } from './trace-work';

/** The same number of marks in the same size, drawn by ECharts and as plain SVG, moved for 60 frames. */
export async function measureOthers(
  root: string,
  browser: Browser,
  marks: number,
): Promise<object> {
  const choices = seededChoices(marks);
  const places = Array.from({ length: marks }, () => [
    Math.round(choices.share() * 21),
    Math.round(10 + choices.share() * 40) / 10,
  ]);
  const page = await browser.newPage({ viewport: { width: 1000, height: 660 } });
  await page.addInitScript(namesInPages);
  await page.goto('about:blank');
  try {
    await page.setContent('<div id="chart" style="width:960px;height:576px"></div>');
    await page.addScriptTag({ path: join(root, 'node_modules/echarts/dist/echarts.min.js') });
    let echarts: readonly number[] = [];
    const echartsWork = await workPerFrame(browser, page, async () => {
      echarts = await page.evaluate(moveECharts, places);
    });
    await page.setContent('<svg id="chart" width="960" height="576"></svg>');
    let svg: readonly number[] = [];
    const svgWork = await workPerFrame(browser, page, async () => {
      svg = await page.evaluate(moveSvg, places);
    });
    return {
      echartsFrameMedianMs: median(echarts),
      svgFrameMedianMs: median(svg),
      echartsWorkMedianMs: median(echartsWork),
      svgWorkMedianMs: median(svgWork),
    };
  } finally {
    await page.close();
  }
}

type ECharts = {
  readonly init: (
    element: Element | null,
    theme: null,
    options: object,
  ) => { readonly setOption: (option: object) => void };
};

/** Moves the axes of a scatter chart with each frame. */
function moveECharts(places: number[][]): Promise<number[]> {
  const { echarts } = globalThis as unknown as { echarts: ECharts };
  const chart = echarts.init(document.querySelector('#chart'), null, { renderer: 'canvas' });
  const series = [{ type: 'scatter', data: places, symbolSize: 6, large: true, animation: false }];
  const axes = (shift: number): object => ({
    animation: false,
    xAxis: { min: shift, max: 21 + shift },
    yAxis: { min: 1, max: 5 },
  });
  chart.setOption({ ...axes(0), series });
  return new Promise((resolve) => {
    const frames: number[] = [];
    let before = 0;
    const next = (now: number): void => {
      if (before > 0) frames.push(now - before);
      before = now;
      chart.setOption(axes(frames.length / 60));
      if (frames.length < 60) requestAnimationFrame(next);
      else resolve(frames);
    };
    requestAnimationFrame(next);
  });
}

/** Moves each of many circles with each frame. */
function moveSvg(places: number[][]): Promise<number[]> {
  const svg = document.querySelector('#chart');
  const circles = places.map(() => {
    const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    circle.setAttribute('r', '3');
    svg?.append(circle);
    return circle;
  });
  const wanted = places.length > 5_000 ? 12 : 60;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let before = 0;
    const next = (now: number): void => {
      if (before > 0) frames.push(now - before);
      before = now;
      places.forEach(([x = 0, y = 0], index) => {
        circles[index]?.setAttribute('cx', String(((x + frames.length / 60) / 22) * 960));
        circles[index]?.setAttribute('cy', String(576 - ((y - 1) / 4) * 576));
      });
      if (frames.length < wanted) requestAnimationFrame(next);
      else resolve(frames);
    };
    requestAnimationFrame(next);
  });
}
