import { expect, test } from '../support/shared-app.ts';

/* Checklist 20: what the page gets is two functions, frozen, with nothing of Electron behind them. */
test('the bridge is two functions that the page cannot change', async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const bridge: object = window.portal;
    const attempts = [
      () => Reflect.set(window, 'portal', {}),
      () => Reflect.set(bridge, 'call', () => undefined),
      () => Reflect.deleteProperty(bridge, 'on'),
      () => Reflect.set(bridge, 'send', () => undefined),
    ];
    return {
      changed: attempts.map((attempt) => attempt()),
      keys: Reflect.ownKeys(bridge).map(String).sort(),
      types: Object.values(bridge).map((value) => typeof value),
      frozen: Object.isFrozen(bridge),
    };
  });
  expect(seen).toEqual({
    changed: [false, false, false, false],
    keys: ['call', 'on'],
    types: ['function', 'function'],
    frozen: true,
  });
});

test('no call lets the page name a channel, a path, an address or a token', async ({ app }) => {
  const codes = await app.page.evaluate(async () => {
    const answers: unknown[] = [];
    for (const [name, input] of [
      ['session.token'],
      ['ipc:send'],
      ['files.open', { path: '/etc/passwd' }],
      ['app.openLink', { link: 'https://evil.example' }],
      ['app.openLink', { url: 'file:///etc/passwd' }],
      ['__proto__'],
      ['constructor'],
    ] as const) {
      const answer: unknown = await Reflect.apply(window.portal.call, null, [name, input]);
      answers.push(answer);
    }
    return answers;
  });
  for (const answer of codes) {
    expect(answer).toEqual({ ok: false, error: { code: 'invalid-input' } });
  }
});

test('a listener hears topics of the contract and never gets the event itself', async ({ app }) => {
  const heard = await app.page.evaluate(async () => {
    const calls: unknown[][] = [];
    const stop = window.portal.on('preferences.changed', (...given) => calls.push(given));
    await window.portal.call('app.setPreferences', { theme: 'dark' });
    await window.portal.call('app.setPreferences', { theme: 'system' });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    stop();
    return calls;
  });
  expect(heard).toEqual([
    [{ theme: 'dark', language: null, notifyOrders: true }],
    [{ theme: 'system', language: null, notifyOrders: true }],
  ]);
});

test('a page that leaks listeners stops growing, and hears no topic that there is not', async ({
  app,
}) => {
  const heard = await app.page.evaluate(async () => {
    const counts = { known: 0, unknown: 0 };
    const stops: (() => void)[] = [];
    for (const topic of ['portal:event', 'no.such', '__proto__', 7, null])
      Reflect.apply(window.portal.on, null, [topic, () => (counts.unknown += 1)]);
    for (let at = 0; at < 2000; at += 1)
      stops.push(window.portal.on('preferences.changed', () => (counts.known += 1)));
    await window.portal.call('app.setPreferences', { theme: 'dark' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const most = { ...counts };
    for (const stop of stops) stop();
    for (const stop of stops) stop();
    await window.portal.call('app.setPreferences', { theme: 'system' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { ...most, afterwards: counts.known - most.known };
  });
  expect(heard.unknown).toBe(0);
  expect(heard.known).toBeGreaterThan(100);
  expect(heard.known).toBeLessThanOrEqual(256);
  expect(heard.afterwards).toBe(0);
});
