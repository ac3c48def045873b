import { expect, isStandin, logOf, test } from './launch.ts';

/* The process that PKCS#12 work runs in. */
test('bytes go there and come back, and its start and end are told', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async () => {
    const { heard, pid } = await globalThis.contract.converse([
      { action: 'echo', value: { bytes: new Uint8Array([1, 255]), when: new Date(7) } },
    ]);
    const [, message] = heard.find(([name]) => name === 'message') ?? [];
    const { value } = { value: null, ...(typeof message === 'object' ? message : {}) };
    const of = (name: string): unknown =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
    const bytes = of('bytes');
    const when = of('when');
    return {
      names: heard.map(([name]) => name),
      spawned: heard[0]?.[1],
      bytes: bytes instanceof Uint8Array ? [...bytes] : null,
      when: when instanceof Date ? when.getTime() : null,
      pidAfterwards: pid,
    };
  });
  expect(seen).toEqual({
    names: ['spawn', 'message'],
    spawned: 'number',
    bytes: [1, 255],
    when: 7,
    pidAfterwards: 'undefined',
  });
});

test('it gets its arguments and environment, and knows what it is', async ({ sample }) => {
  const heard = await sample.electron.evaluate(async () => {
    const env = { ...process.env, CONTRACT_WORD: 'given' };
    return (await globalThis.contract.converse([{ action: 'facts' }], { env })).heard;
  });
  expect(heard).toContainEqual([
    'message',
    { argv: ['first', 'second'], type: 'utility', env: 'given' },
  ]);
});

test('messages arrive in the order in which they were posted', async ({ sample }) => {
  const values = await sample.electron.evaluate(async () => {
    const messages = Array.from({ length: 20 }, (_, value) => ({ action: 'echo', value }));
    const { heard } = await globalThis.contract.converse(messages, {}, messages.length);
    return heard.flatMap(([name, message]) =>
      name === 'message' && typeof message === 'object' && message !== null && 'value' in message
        ? [message.value]
        : [],
    );
  });
  expect(values).toEqual(Array.from({ length: 20 }, (_, value) => value));
});

test('the code of its exit is told', async ({ sample }) => {
  const code = await sample.electron.evaluate(
    async () => (await globalThis.contract.converse([{ action: 'exit', value: 7 }])).code,
  );
  expect(code).toBe(7);
});

test('an endless loop in it can be killed, and main lives on', async ({ sample }) => {
  const seen = await sample.electron.evaluate(async () => {
    const { heard, code } = await globalThis.contract.converse([{ action: 'loop' }]);
    return { heard: heard.at(-1), code: typeof code };
  });
  expect(seen).toEqual({ heard: ['message', 'looping'], code: 'number' });
});

test('an error that nobody catches ends it, and is an event', async ({ sample }) => {
  const code = await sample.electron.evaluate(
    async () =>
      (await globalThis.contract.converse([{ action: 'throw' }], { stdio: 'ignore' })).code,
  );
  expect(code).not.toBe(0);
  await expect
    .poll(() => logOf(sample))
    .toContainEqual(['child-process-gone', 'Utility', expect.any(String)]);
});

test('a limit of its memory ends it alone', async ({ sample }) => {
  const code = await sample.electron.evaluate(
    async () =>
      (
        await globalThis.contract.converse([{ action: 'hog' }], {
          execArgv: ['--max-old-space-size=32'],
          stdio: 'ignore',
        })
      ).code,
  );
  expect(code).not.toBe(0);
});

test('what can not be cloned is not posted', async ({ sample }) => {
  const refused = await sample.electron.evaluate(async ({ utilityProcess }) => {
    const child = utilityProcess.fork(`${globalThis.contract.here}/utility.js`);
    const exited = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    let thrown = false;
    try {
      child.postMessage.call(child, { action: () => 'a function' });
    } catch {
      thrown = true;
    }
    child.once('spawn', () => child.kill());
    await exited;
    return thrown;
  });
  expect(refused).toBe(true);
});

test('running out of memory is told as a fatal error', async ({ sample }) => {
  test.skip(isStandin, 'the stand-in tells of the exit only');
  const type = await sample.electron.evaluate(async ({ utilityProcess }) => {
    const child = utilityProcess.fork(`${globalThis.contract.here}/utility.js`, [], {
      execArgv: ['--max-old-space-size=32'],
      stdio: 'ignore',
    });
    child.postMessage.call(child, { action: 'hog' });
    return new Promise((resolve) => {
      child.once('error', (kind) => resolve(kind));
    });
  });
  expect(type).toBe('FatalError');
});
