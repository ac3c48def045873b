import { expect, logOf, test } from './launch.ts';

test('a notification has the words that it was given, and none by itself', async ({ sample }) => {
  const seen = await sample.electron.evaluate(({ Notification }) => {
    const one = new Notification({ title: 'Locked', body: 'one\ntwo' });
    const empty = new Notification();
    return [one.title, one.body, empty.title, empty.body];
  });
  expect(seen).toEqual(['Locked', 'one\ntwo', '', '']);
});

test('a notification tells of a click, and only of a click', async ({ sample }) => {
  await sample.electron.evaluate(({ Notification }) => {
    const one = new Notification({ title: 'Locked' });
    one.on('click', () => globalThis.contract.note('notification clicked'));
    one.emit('click');
    new Notification({ title: 'Another' }).emit('click');
  });
  expect((await logOf(sample)).filter(([name]) => name === 'notification clicked')).toHaveLength(1);
});

test('a notification that is shown says so, later and not at once', async ({ sample }) => {
  const isSupported = await sample.electron.evaluate(({ Notification }) =>
    Notification.isSupported(),
  );
  test.skip(!isSupported, 'this desktop shows no notifications');
  const atOnce = await sample.electron.evaluate(({ Notification }) => {
    const one = new Notification({ title: 'Locked', body: 'Done', silent: true });
    let isShown = false;
    one.on('show', () => {
      isShown = true;
      globalThis.contract.note('notification shown');
    });
    one.show();
    return isShown;
  });
  expect(atOnce).toBe(false);
  await expect.poll(() => logOf(sample)).toContainEqual(['notification shown']);
});

test('closing one that is not shown is no error', async ({ sample }) => {
  const failed = await sample.electron.evaluate(({ Notification }) => {
    try {
      new Notification({ title: 'Locked' }).close();
      return null;
    } catch (error) {
      return String(error);
    }
  });
  expect(failed).toBeNull();
});
