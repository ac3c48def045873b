import { expect, test } from '../support/story.ts';

test('the window opens where and as large as it was, maximised if it was', async ({ launch }) => {
  const first = await launch();
  await first.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 60, y: 40, width: 1000, height: 700 });
    window?.maximize();
  });
  await first.close();
  const second = await launch();
  await expect
    .poll(() =>
      second.electron.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { bounds: window?.getNormalBounds(), isMaximized: window?.isMaximized() };
      }),
    )
    .toEqual({ bounds: { x: 60, y: 40, width: 1000, height: 700 }, isMaximized: true });
});

test('a window whose display is taken away comes back into sight', async ({ app }) => {
  const bounds = await app.electron.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 5000, y: 3000, width: 1000, height: 700 });
    screen.emit('display-removed', {}, screen.getPrimaryDisplay());
    return { bounds: window?.getBounds(), area: screen.getPrimaryDisplay().workArea };
  });
  expect(bounds.bounds).toBeDefined();
  expect(bounds.bounds?.width).toBeLessThanOrEqual(bounds.area.width);
  expect(bounds.bounds?.x).toBeLessThan(bounds.area.x + bounds.area.width);
  expect(bounds.bounds?.y).toBeLessThan(bounds.area.y + bounds.area.height);
});
