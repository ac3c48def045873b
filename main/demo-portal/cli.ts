import { parseArgs } from 'node:util';
import { inspectHere } from './inspect-here.ts';
import { startDemoPortal } from './start.ts';

const usage = 'usage: npm run portal -- [--port N] [--state FILE] [--speed FACTOR]';

/**
 * `npm run portal`: the demo portal on its own, until it is interrupted. The first line on stdout is JSON with
 * `url`, `username` and `password`; later lines are the mails that a real portal would send, one JSON each.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      speed: { type: 'string', default: '1' },
    },
  });
  const port = Number(values.port);
  const speed = Number(values.speed);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || !(speed > 0)) throw new Error(usage);
  const portal = await startDemoPortal({
    port,
    speed,
    inspect: inspectHere,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    mail: (mail) => console.log(JSON.stringify({ mail })),
    log: (line) => console.error(JSON.stringify(line)),
  });
  const { url, username, password, people } = portal;
  console.log(JSON.stringify({ url, username, password, people }));
  const stop = (): void => {
    void portal.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : usage);
  process.exitCode = 2;
}
