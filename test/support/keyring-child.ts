import { z } from 'zod';
import { systemClock } from '../../main/clock.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import { loadKeytar } from '../../main/keychain/load-keytar.ts';

/** What the child is asked to do, one after the other, with the real keytar. */
export const keyringStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('isThere') }),
  z.object({ do: z.literal('read'), account: z.string(), expected: z.boolean() }),
  z.object({ do: z.literal('write'), account: z.string(), secret: z.string() }),
  z.object({ do: z.literal('remove'), account: z.string() }),
]);
export type KeyringStep = z.infer<typeof keyringStep>;

const keychain = createKeychain({
  load: loadKeytar,
  service: 'Latchkey test',
  limitMs: 4_000,
  clock: systemClock,
});

async function run(step: KeyringStep): Promise<unknown> {
  if (step.do === 'isThere') return keychain.isThere();
  if (step.do === 'read') return keychain.read(step.account, step.expected);
  if (step.do === 'write') return keychain.write(step.account, step.secret);
  return keychain.remove(step.account);
}

const input = process.argv[2];
if (input !== undefined && process.env['LATCHKEY_KEYRING_CHILD'] === '1') {
  const answers: unknown[] = [];
  for (const step of z.array(keyringStep).parse(JSON.parse(input))) answers.push(await run(step));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
  // keytar may still hold a worker for a prompt that nobody answers.
  process.exit(0);
}
