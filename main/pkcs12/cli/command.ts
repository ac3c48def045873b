import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArguments } from './arguments.ts';
import { jsonOutcome } from './json.ts';
import { look } from './look.ts';
import { readManifest } from './manifest.ts';
import { report } from './report.ts';
import { usage } from './usage.ts';
import { words } from './words.ts';
import type { Order } from './arguments.ts';
import type { Outcome } from './look.ts';
import type { ManifestRow } from './manifest.ts';

const exitCodes = { allOpened: 0, someNot: 1, usage: 2 } as const;
const widest = 100;

/** Where a command line is read and answered. */
type Terminal = {
  readonly input: Readable;
  readonly write: (text: string) => void;
  /** What is not an answer but a problem with the question. */
  readonly complain: (text: string) => void;
  /** Characters in a line; null where nobody reads along. */
  readonly columns: number | null;
  readonly hasColours: boolean;
};

/** Runs one command line of `npm run inspect` and gives its exit code: 0 all opened, 1 some not, 2 not understood. */
export async function inspect(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') {
    terminal.write(usage());
    return exitCodes.allOpened;
  }
  if (parsed.kind === 'problem') {
    const { kind, detail } = parsed.problem;
    return refuse(words(`cli.problem.${kind}`, { detail }), terminal);
  }
  const { order } = parsed;
  let rows;
  try {
    rows = await rowsOf(order, terminal);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refuse(words('cli.problem.manifest', { detail }), terminal);
  }
  const outcomes = await lookAtAll(rows, order, terminal);
  if (order.json) {
    terminal.write(`${JSON.stringify(outcomes.map(jsonOutcome), null, 2)}\n`);
  }
  const isFine = outcomes.every((outcome) => outcome.kind === 'opened');
  return isFine ? exitCodes.allOpened : exitCodes.someNot;
}

function refuse(problem: string, terminal: Terminal): number {
  terminal.complain(`${problem}\n\n${usage()}`);
  return exitCodes.usage;
}

async function rowsOf(
  { files, manifest, password, passwordFromStdin }: Order,
  { input }: Terminal,
): Promise<ManifestRow[]> {
  if (manifest !== null) return readManifest(manifest);
  const given = passwordFromStdin ? await firstLine(input) : password;
  return files.map((file) => ({ file, path: file, password: given }));
}

async function firstLine(input: Readable): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  return '';
}

/** Looks at the files one after the other, and reports each as soon as it is done where a person reads along. */
async function lookAtAll(
  rows: readonly ManifestRow[],
  order: Order,
  terminal: Terminal,
): Promise<Outcome[]> {
  const { purpose, email, acceleration, manifest, json } = order;
  const now = Date.now();
  const paper = {
    width: Math.min(terminal.columns ?? widest, widest),
    colour: terminal.hasColours,
    now,
  };
  const outcomes: Outcome[] = [];
  for (const { file, path, password } of rows) {
    // What calls itself PKCS#12 is held to it.
    const accept = manifest !== null || /\.(?:p12|pfx)$/iu.test(file) ? 'pkcs12' : 'any';
    const outcome = await look(file, path, {
      password,
      purpose,
      email,
      now,
      knownFingerprints: [],
      accept,
      acceleration,
    });
    outcomes.push(outcome);
    if (!json) terminal.write(`${outcomes.length > 1 ? '\n' : ''}${report(outcome, paper)}`);
  }
  if (!json && outcomes.length > 1) {
    const opened = outcomes.filter((outcome) => outcome.kind === 'opened').length;
    const summary = words('cli.summary', { opened, refused: outcomes.length - opened });
    terminal.write(`\n${summary}\n`);
  }
  return outcomes;
}
