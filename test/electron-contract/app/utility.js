/* Does what its first message says; stands for whatever an app gives to a utility process. */
const actions = {
  echo: (value) =>
    process.parentPort.postMessage({ value, tag: Object.prototype.toString.call(value) }),
  facts: () =>
    process.parentPort.postMessage({
      argv: process.argv.slice(2),
      type: process.type,
      env: process.env.CONTRACT_WORD ?? null,
    }),
  exit: (code) => process.exit(code),
  throw: () => {
    throw new Error('thrown in the utility process');
  },
  hog: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  loop: () => {
    process.parentPort.postMessage('looping');
    for (;;);
  },
};

process.parentPort.on('message', ({ data }) => actions[data.action](data.value));
