/* Does what a message says; stands for whatever an app gives to a utility process. */
const { parentPort } = process;
const tell = parentPort.postMessage.bind(parentPort);

const actions: Record<string, (value: unknown) => void> = {
  echo: (value) => tell({ value, tag: Object.prototype.toString.call(value) }),
  facts: () =>
    tell({
      argv: process.argv.slice(2),
      type: process.type,
      env: process.env['CONTRACT_WORD'] ?? null,
    }),
  exit: (code) => process.exit(Number(code)),
  throw: () => {
    throw new Error('thrown in the utility process');
  },
  hog: () => {
    const kept: object[] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  loop: () => {
    tell('looping');
    for (;;);
  },
};

parentPort.on('message', (event) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null || !('action' in data)) return;
  actions[String(data.action)]?.('value' in data ? data.value : null);
});
