import type { Page } from '@playwright/test';

/** How smoothly frames came, at sixty a second. */
export type Frames = { count: number; p95: number; longest: number; dropped: number };

/** Turns the wheel over the middle of the list for some seconds, and tells of the frames meanwhile. */
export async function scrollFrames(page: Page, over: string, steps: number): Promise<Frames> {
  const box = await page.locator(over).first().boundingBox();
  if (box === null) throw new Error(`nothing to scroll at ${over}`);
  await page.mouse.move(box.x + box.width / 2, Math.min(box.y + 200, 500));
  const frames = page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const beat = (at: number): void => {
          times.push(at);
          const isOver = at - (times[0] ?? at) > wanted;
          if (isOver) resolve(times);
          else requestAnimationFrame(beat);
        };
        requestAnimationFrame(beat);
      }),
    steps * 50,
  );
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, step < steps * 0.7 ? 900 : -1400);
    await page.waitForTimeout(30);
  }
  const times = await frames;
  const gaps = times.slice(1).map((at, place) => at - (times[place] ?? at));
  const sorted = [...gaps].sort((a, b) => a - b);
  return {
    count: gaps.length,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    longest: sorted.at(-1) ?? Number.NaN,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0),
  };
}

/** Types letter by letter into the search field; ms from each key to the paint after it. */
export async function keysToPaint(page: Page, words: string): Promise<number[]> {
  await page.getByRole('searchbox').first().click();
  await page.evaluate(() => {
    const spans: number[] = [];
    Reflect.set(window, 'spans', spans);
    document.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() =>
          setTimeout(() => spans.push(performance.now() - event.timeStamp), 0),
        );
      },
      { capture: true },
    );
  });
  for (const letter of words) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(180);
  }
  const spans = await page.evaluate((): unknown => Reflect.get(window, 'spans'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(300);
  return Array.isArray(spans) ? spans.slice(0, words.length).map(Number) : [];
}

/** Presses what the selector names, and waits until `shown` is there and painted; ms. */
export async function pressToPaint(page: Page, press: string, shown: string): Promise<number> {
  return page.evaluate(
    ([pressed, wanted]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector(wanted ?? '') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
        };
        document.querySelector<HTMLElement>(pressed ?? '')?.click();
        look();
      }),
    [press, shown],
  );
}

/** Notes when the first row has been painted; `read` gives epoch ms once it has been. */
export async function watchFirstRow(page: Page, row: string): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const painted = new Promise<number>((resolve) => {
      const look = (): void => {
        if (document.querySelector(wanted) === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => resolve(Date.now()), 0));
      };
      look();
    });
    Reflect.set(window, 'firstRow', painted);
  }, row);
  return async () => Number(await page.evaluate(() => Reflect.get(window, 'firstRow') as unknown));
}

/** How long a whole known list takes from main into the page: Electron copies it, the stand-in writes and reads it as text. */
export async function throughBridge(
  page: Page,
  call: 'devices.list' | 'certificates.list',
): Promise<number> {
  return page.evaluate(async (name) => {
    const start = performance.now();
    const input = { refresh: false };
    await (name === 'devices.list'
      ? window.portal.call('devices.list', input)
      : window.portal.call('certificates.list', input));
    return performance.now() - start;
  }, call);
}

/** What the page holds after its garbage is gone: bytes of JavaScript heap, and how many nodes. */
export async function pageMemory(page: Page): Promise<{ heap: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, nodes };
}
