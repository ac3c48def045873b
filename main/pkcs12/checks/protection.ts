import { defineRule } from './rule.ts';
import type { Examined } from './examined.ts';

// 40-bit RC2 and RC4, single DES; PBES2 with RC2 can have any key length, and mostly has a short one.
const veryWeak = /40Bit|AndDES-CBC|PBES2 DES-CBC|PBES2 RC2/u;
const outdated = /TripleDES|DES-EDE3|RC2|RC4|DES|CAST/u;

/** What the contents are encrypted with. The weakest part counts. */
export const containerCipher = defineRule({
  id: 'container-cipher',
  source: 'RFC 8551 2.7',
  variants: {
    fine: 'passed',
    'very-weak': 'warning',
    outdated: 'warning',
    'key-clear': 'warning',
    'certificates-clear': 'info',
  },
  find: ({ inspection: { format, protection } }) => {
    const { layers } = protection;
    if (format !== 'pkcs12' || layers.length === 0) return null;
    const clear = layers.filter((layer) => layer.algorithm === 'none');
    if (clear.some((layer) => layer.part === 'key')) return { variant: 'key-clear', found: 'none' };
    const names = layers.map((layer) => layer.algorithm);
    const worst =
      names.find((name) => veryWeak.test(name)) ?? names.find((name) => outdated.test(name));
    if (worst !== undefined) {
      const variant = veryWeak.test(worst) ? 'very-weak' : 'outdated';
      return { variant, found: worst, params: { cipher: worst } };
    }
    if (clear.length > 0) return { variant: 'certificates-clear', found: 'none' };
    const found = [...new Set(names)].join(', ');
    return { variant: 'fine', found, params: { cipher: found } };
  },
});

const fewest = 1000;
const enough = 100_000;

/** How much work a guess at the password is. scrypt has another measure, and is fine. */
export const iterations = defineRule({
  id: 'iterations',
  source: 'RFC 8018 4.2',
  variants: { fine: 'passed', low: 'warning', 'very-low': 'warning' },
  find: (facts) => {
    const counts = iterationsOf(facts);
    if (counts.length === 0) return null;
    const count = Math.min(...counts);
    const variant = count < fewest ? 'very-low' : count < enough ? 'low' : 'fine';
    return { variant, found: String(count), params: { count } };
  },
});

const heavy = 1_000_000;

/** A file that asks for more work than it may is refused; one that asks for much is slow to open everywhere. */
export const cost = defineRule({
  id: 'cost',
  source: 'Latchkey',
  variants: { fine: 'passed', heavy: 'info' },
  find: (facts) => {
    if (facts.inspection.format !== 'pkcs12') return null;
    const total = iterationsOf(facts).reduce((sum, count) => sum + count, 0);
    const variant = total > heavy ? 'heavy' : 'fine';
    return { variant, found: String(total), params: { count: total } };
  },
});

function iterationsOf({ inspection: { protection } }: Examined): number[] {
  const { mac, layers } = protection;
  const counts = layers.flatMap((layer) => layer.iterations ?? []);
  return mac === null ? counts : [mac.iterations, ...counts];
}
