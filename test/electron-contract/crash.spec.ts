import { endSample, expect, launchSample, logOf, test } from './launch.ts';

test('a page that crashes is an event, and a reload brings it back', async () => {
  // an app of its own: Playwright does not use a page again that has crashed
  const sample = await launchSample();
  const crashed = sample.page.waitForEvent('crash');
  await sample.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  await expect
    .poll(() => logOf(sample))
    .toContainEqual(['render-process-gone', expect.stringMatching(/^(crashed|killed)$/)]);
  expect((await logOf(sample)).map(([name]) => name)).toContain('app:render-process-gone');
  const back = await sample.electron.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    const wasCrashed = page?.isCrashed();
    const loaded = new Promise<void>((resolve) => {
      page?.once('did-finish-load', () => resolve());
    });
    page?.reload();
    await loaded;
    const sum: unknown = await page?.executeJavaScript('window.bridge.add(4, 5)');
    return { wasCrashed, isCrashed: page?.isCrashed(), sum };
  });
  expect(back).toEqual({ wasCrashed: true, isCrashed: false, sum: 9 });
  await endSample(sample);
});
