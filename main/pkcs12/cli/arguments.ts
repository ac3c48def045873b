import { parseArgs } from 'node:util';
import type { Purpose } from '../../../preload/contract/inspection.ts';

/** What the command line asks for. */
export type Order = {
  readonly files: readonly string[];
  readonly manifest: string | null;
  readonly password: string | null;
  readonly passwordFromStdin: boolean;
  readonly purpose: Purpose;
  readonly email: string | null;
  readonly json: boolean;
  readonly acceleration: boolean;
};

/** What is wrong with a command line; `cli.problem.<kind>` has the words. */
export type UsageProblem = {
  readonly kind: 'option' | 'no-file' | 'both' | 'two-passwords' | 'purpose';
  readonly detail: string;
};

export type Parsed =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly problem: UsageProblem };

const options = {
  password: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  purpose: { type: 'string' },
  email: { type: 'string' },
  json: { type: 'boolean', default: false },
  'no-acceleration': { type: 'boolean', default: false },
  manifest: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments after the program's name. Never throws. */
export function parseArguments(args: readonly string[]): Parsed {
  let values;
  let positionals;
  try {
    ({ values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (error) {
    // Node's first sentence names the option; the rest is advice about its own API.
    const [detail = ''] = error instanceof Error ? error.message.split(/\.\s|\n/u) : [];
    return problem('option', detail);
  }
  if (values.help) return { kind: 'help' };
  const purpose = values.purpose ?? 'look';
  if (purpose !== 'signing' && purpose !== 'encryption' && purpose !== 'look') {
    return problem('purpose', purpose);
  }
  const manifest = values.manifest ?? null;
  if (manifest !== null && positionals.length > 0) return problem('both');
  if (manifest === null && positionals.length === 0) return problem('no-file');
  if (values.password !== undefined && values['password-stdin']) return problem('two-passwords');
  return {
    kind: 'order',
    order: {
      files: positionals,
      manifest,
      password: values.password ?? null,
      passwordFromStdin: values['password-stdin'],
      purpose,
      email: values.email ?? null,
      json: values.json,
      acceleration: !values['no-acceleration'],
    },
  };
}

function problem(kind: UsageProblem['kind'], detail = ''): Parsed {
  return { kind: 'problem', problem: { kind, detail } };
}
