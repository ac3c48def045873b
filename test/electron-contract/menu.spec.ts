import { expect, logOf, test } from './launch.ts';

test.beforeEach(async ({ sample }) => {
  await sample.electron.evaluate(({ Menu }) => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        {
          label: 'File',
          submenu: [
            {
              id: 'open',
              label: 'Open',
              accelerator: 'CmdOrCtrl+Shift+O',
              click: (item, window) =>
                globalThis.contract.note('menu', null, item.label, window !== undefined),
            },
            { id: 'check', type: 'checkbox', label: 'Check', checked: false },
            { id: 'off', label: 'Off', enabled: false, accelerator: 'CmdOrCtrl+Shift+K' },
            { role: 'quit' },
          ],
        },
        { role: 'editMenu' },
      ]),
    );
  });
});

test('an item is found by its id, and does what it says', async ({ sample }) => {
  const seen = await sample.electron.evaluate(({ Menu, BrowserWindow }) => {
    const menu = Menu.getApplicationMenu();
    const open = menu?.getMenuItemById('open');
    open?.click(undefined, BrowserWindow.getAllWindows()[0]);
    const check = menu?.getMenuItemById('check');
    check?.click();
    return {
      accelerator: open?.accelerator,
      checked: check?.checked,
      quit: menu?.items[0]?.submenu?.items[3]?.label,
    };
  });
  expect(seen).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+O', checked: true });
  expect(seen.quit).toMatch(/Quit|Exit/);
  expect(await logOf(sample)).toContainEqual(['menu', 'Open', true]);
});

test('the keys of an item work in the page, unless the page takes them', async ({ sample }) => {
  await sample.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await sample.page.bringToFront();
  await sample.page.keyboard.press('Control+Shift+O');
  await expect.poll(() => logOf(sample)).toContainEqual(['menu', 'Open', true]);
  await sample.page.evaluate(() => {
    window.addEventListener('keydown', (event) => event.preventDefault());
  });
  await sample.page.keyboard.press('Control+Shift+O');
  await sample.page.waitForTimeout(200);
  expect((await logOf(sample)).filter(([name]) => name === 'menu')).toHaveLength(1);
});
