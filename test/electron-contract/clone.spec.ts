import { expect, test } from './launch.ts';

/* What passes between page and main: structured clone, both ways. */
test('values arrive in main and come back as what they were', async ({ sample }) => {
  const seen = await sample.page.evaluate(async () => {
    const sent = {
      bytes: new Uint8Array([1, 2, 255]),
      floats: new Float64Array([1.5]),
      date: new Date(5),
      map: new Map([['a', new Set([1])]]),
      nothing: undefined,
      none: null,
      notANumber: Number.NaN,
      minusZero: -0,
      big: 10n,
      pattern: /a/gi,
      buffer: new ArrayBuffer(3),
      nested: [[1, [undefined]]],
      accents: 'Zoë \u{1F512}',
    };
    const back = await window.bridge.invoke('echo', sent);
    const of = (name: string): unknown =>
      typeof back === 'object' && back !== null ? Reflect.get(back, name) : undefined;
    const map = of('map');
    const inner: unknown = map instanceof Map ? map.get('a') : undefined;
    return {
      keys: Object.keys(back ?? {}).length === Object.keys(sent).length,
      bytes: of('bytes') instanceof Uint8Array && String(of('bytes')),
      floats: of('floats') instanceof Float64Array && String(of('floats')),
      date: of('date') instanceof Date && Number(of('date')),
      inner: inner instanceof Set && inner.has(1),
      nothing: of('nothing') === undefined,
      none: of('none') === null,
      notANumber: Number.isNaN(of('notANumber')),
      minusZero: Object.is(of('minusZero'), -0),
      big: of('big') === 10n,
      pattern: String(of('pattern')),
      buffer: of('buffer') instanceof ArrayBuffer,
      nested: JSON.stringify(of('nested')),
      accents: of('accents'),
    };
  });
  expect(seen).toEqual({
    keys: true,
    bytes: '1,2,255',
    floats: '1.5',
    date: 5,
    inner: true,
    nothing: true,
    none: true,
    notANumber: true,
    minusZero: true,
    big: true,
    pattern: '/a/gi',
    buffer: true,
    nested: '[[1,[null]]]',
    accents: 'Zoë \u{1F512}',
  });
});

test('a message of a megabyte arrives whole', async ({ sample }) => {
  const isSame = await sample.page.evaluate(async () => {
    const sent = `a${'\u{1F512}\u00DF"'.repeat(300_000)}`;
    return (await window.bridge.invoke('echo', sent)) === sent;
  });
  expect(isSame).toBe(true);
});

test('bytes are a Uint8Array in main, and a Buffer from main is one in the page', async ({
  sample,
}) => {
  await sample.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('buffer');
    ipcMain.handle('buffer', () => Buffer.from([9, 8]));
  });
  const seen = await sample.page.evaluate(async () => {
    const answer = await window.bridge.invoke('buffer');
    return {
      inMain: await window.bridge.invoke('describe', new Uint8Array([3, 4])),
      inPage: answer instanceof Uint8Array && answer.constructor === Uint8Array && [...answer],
    };
  });
  expect(seen).toEqual({
    inMain: { tag: '[object Uint8Array]', isBuffer: false, bytes: [3, 4] },
    inPage: [9, 8],
  });
});

test('a megabyte of bytes arrives whole', async ({ sample }) => {
  const same = await sample.page.evaluate(async () => {
    const sent = Uint8Array.from({ length: 1_048_576 }, (_, at) => (at * 31) % 256);
    const back = await window.bridge.invoke('echo', sent);
    return back instanceof Uint8Array && back.every((byte, at) => byte === sent[at]);
  });
  expect(same).toBe(true);
});

test('a handler that throws rejects with the message and nothing else of the error', async ({
  sample,
}) => {
  const seen = await sample.page.evaluate(() =>
    window.bridge.invoke('fail').then(
      () => 'resolved',
      (error: unknown) =>
        error instanceof Error ? [error.name, error.message, 'secret' in error] : error,
    ),
  );
  expect(seen).toEqual([
    'Error',
    "Error invoking remote method 'fail': RangeError: too far",
    false,
  ]);
});

test('a channel that nobody handles rejects', async ({ sample }) => {
  const message = await sample.page.evaluate(() =>
    window.bridge.invoke('nobody').catch((error: unknown) => String(error)),
  );
  expect(message).toContain("No handler registered for 'nobody'");
});

test('what can not be cloned is refused, and the handler never runs', async ({ sample }) => {
  const outcomes = await sample.page.evaluate(async () => {
    const attempt = async (value: unknown): Promise<string> => {
      try {
        await window.bridge.invoke('echo', value);
        return 'resolved';
      } catch (error) {
        return error instanceof Error && /clone/i.test(error.message) ? 'refused' : String(error);
      }
    };
    return Promise.all([Symbol('s'), new WeakMap()].map(attempt));
  });
  expect(outcomes).toEqual(['refused', 'refused']);
});

test('a key of __proto__ is an ordinary key', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async ({ ipcMain, BrowserWindow }) => {
    let given: unknown;
    ipcMain.handleOnce('proto', (_event, value: unknown) => {
      given = value;
    });
    await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `window.bridge.invoke('proto', JSON.parse('{"__proto__": {"polluted": true}}'))`,
    );
    return { polluted: 'polluted' in {}, isObject: typeof given === 'object' };
  });
  expect(seen).toEqual({ polluted: false, isObject: true });
});

test('a message sent is heard in order, and a reply reaches the page that sent it', async ({
  sample,
}) => {
  const heard = await sample.page.evaluate(
    () =>
      new Promise((resolve) => {
        const values: unknown[] = [];
        const stop = window.bridge.onHeard((value) => {
          if (values.push(value) < 3) return;
          stop();
          resolve(values);
        });
        for (const value of [1, 2, 3]) window.bridge.send('said', value);
      }),
  );
  expect(heard).toEqual([1, 2, 3]);
});
