import { createInterface } from 'node:readline';
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

process.exitCode = await main(process.argv.slice(2));

/** Runs one command line and gives its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') {
    process.stdout.write(usage());
    return exitCodes.allOpened;
  }
  if (parsed.kind === 'problem') {
    const { kind, detail } = parsed.problem;
    return refuse(words(`cli.problem.${kind}`, { detail }));
  }
  const { order } = parsed;
  let rows;
  try {
    rows = await rowsOf(order);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refuse(words('cli.problem.manifest', { detail }));
  }
  const outcomes = await lookAtAll(rows, order);
  if (order.json) {
    process.stdout.write(`${JSON.stringify(outcomes.map(jsonOutcome), null, 2)}\n`);
  }
  const isFine = outcomes.every((outcome) => outcome.kind === 'opened');
  return isFine ? exitCodes.allOpened : exitCodes.someNot;
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\n\n${usage()}`);
  return exitCodes.usage;
}

async function rowsOf({
  files,
  manifest,
  password,
  passwordFromStdin,
}: Order): Promise<ManifestRow[]> {
  if (manifest !== null) return readManifest(manifest);
  const given = passwordFromStdin ? await firstLine() : password;
  return files.map((file) => ({ file, path: file, password: given }));
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** Looks at the files one after the other, and reports each as soon as it is done where a person reads along. */
async function lookAtAll(rows: readonly ManifestRow[], order: Order): Promise<Outcome[]> {
  const { purpose, email, acceleration, manifest, json } = order;
  const now = Date.now();
  const paper = {
    width: Math.min(process.stdout.columns || widest, widest),
    colour: process.stdout.isTTY && process.stdout.hasColors(),
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
    if (!json) process.stdout.write(`${outcomes.length > 1 ? '\n' : ''}${report(outcome, paper)}`);
  }
  if (!json && outcomes.length > 1) {
    const opened = outcomes.filter((outcome) => outcome.kind === 'opened').length;
    const summary = words('cli.summary', { opened, refused: outcomes.length - opened });
    process.stdout.write(`\n${summary}\n`);
  }
  return outcomes;
}
