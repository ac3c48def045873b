import { createSocket } from 'node:dgram';
import { setTimeout as wait } from 'node:timers/promises';
import { findElectronRuntime } from '../run/electron-runtime.ts';
import { signIn } from '../support/steps.ts';
import { expect, test } from '../support/story.ts';

/* security.md section 6, "Hostile page": a page that has been taken over, with nothing but what the real one has. */

test('whatever the page sends, main answers that it is not valid, and the portal hears nothing', async ({
  app,
  portal,
}) => {
  const { page } = app;
  await signIn(page, portal);
  const before = portal.requests().length;
  const outcome = await page.evaluate(async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const deep: unknown[] = [];
    let inner = deep;
    for (let level = 0; level < 2000; level += 1) inner.push((inner = []));
    const sparse: unknown[] = [];
    sparse.length = 20_000;
    const getter = Object.defineProperty({}, 'deviceId', { enumerable: true, get: () => '1/../2' });
    const values: unknown[] = [
      cyclic,
      deep,
      sparse,
      getter,
      JSON.parse('{"__proto__":{"deviceId":"73545"},"constructor":1}'),
      { deviceId: ['73545'] },
      { deviceId: '73545', confirmName: 'Pixel 10', preserveDataPlan: true, extra: 1 },
      { deviceId: "73545'; --", confirmName: { toString: 'Pixel 10' } },
      { bytes: new Uint8Array(8), name: '../../etc/passwd', path: '/etc/passwd' },
      new Map([['deviceId', '73545']]),
      [[[]]],
      Number.NaN,
      -0,
      new Date(Number.NaN),
      /x/u,
      () => 1,
      Symbol('s'),
      new Error('e'),
      document.body,
      window,
    ];
    const names: unknown[] = [
      'devices.wipe',
      'files.open',
      'app.setPreferences',
      'no.such.call',
      '__proto__',
      {},
    ];
    const huge = [new Uint8Array(11_000_000), 'x'.repeat(1_000_000)];
    const pairs = names
      .flatMap((name) => values.map((value) => ({ name, value })))
      .concat(huge.map((value) => ({ name: 'files.open', value })))
      .concat(huge.map((name) => ({ name, value: undefined })));
    const codes = new Set<string>();
    for (const [at, { name, value }] of pairs.entries()) {
      // Within main's allowance, or all that it would say is that it is busy.
      if (at % 30 === 29) await new Promise((resolve) => setTimeout(resolve, 1000));
      try {
        codes.add(JSON.stringify(await Reflect.apply(window.portal.call, null, [name, value])));
      } catch {
        // What can't be cloned does not leave the page.
        codes.add('not sent');
      }
    }
    return [...codes].sort();
  });
  expect(outcome).toEqual(['not sent', '{"ok":false,"error":{"code":"invalid-input"}}'].sort());
  expect(
    portal
      .requests()
      .slice(before)
      .filter((one) => !one.startsWith('GET ')),
  ).toEqual([]);
});

test('a hundred wipes in a loop are one question, and nothing leaves that nobody said yes to', async ({
  app,
  portal,
}) => {
  const { page, electron } = app;
  await signIn(page, portal);
  await electron.evaluate(({ dialog }) => {
    globalThis.opened = [];
    dialog.showMessageBox = async () => {
      globalThis.opened.push('asked');
      // Nobody is there to answer for a while.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return { response: 0, checkboxChecked: false };
    };
  });
  const codes = await page.evaluate(async () => {
    const wipe = { deviceId: '73545', confirmName: 'Pixel 10', preserveDataPlan: true } as const;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => window.portal.call('devices.wipe', wipe)),
    );
    return [...new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)))].sort();
  });
  expect(codes).toEqual(['busy', 'cancelled']);
  expect(await electron.evaluate(() => globalThis.opened)).toEqual(['asked']);
  expect(portal.requests().filter((one) => /^POST .*wipe/u.test(one))).toEqual([]);
});

test('WebRTC finds nobody to talk to', async ({ app }) => {
  test.skip(
    findElectronRuntime().kind === 'stand-in',
    'the stand-in can’t hand the WebRTC policy on to Chromium; hardening.spec.ts sees that it is set',
  );
  const socket = createSocket('udp4');
  let packets = 0;
  socket.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await app.page.evaluate(async (to) => {
    try {
      const link = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${to}` }] });
      link.createDataChannel('x');
      await link.setLocalDescription(await link.createOffer());
    } catch {
      // Refused at once is as good.
    }
  }, port);
  await wait(2000);
  socket.close();
  expect(packets).toBe(0);
});
