import { nameText } from './facts.ts';
import { words } from './words.ts';
import type { InspectedCertificate, Inspection } from '../../../preload/contract/inspection.ts';

/** A step of the chain and what is said beside it. */
export type ChainLine = { readonly text: string; readonly note: string };

/** The chain as steps, from the person to the last issuer; then what else is in the file. */
export function chainLines({ certificates, chain }: Inspection): ChainLine[] {
  const steps = chain.flatMap((index) => certificates[index] ?? []);
  const last = steps.at(-1);
  if (last === undefined) return [];
  const lines = steps.map((step, place) => line(stair(place) + nameText(step.subject), step));
  if (!last.selfSigned) {
    const text = stair(steps.length) + nameText(last.issuer);
    lines.push({ text, note: words('cli.chain.missing') });
  }
  const others = certificates.filter(({ index }) => !chain.includes(index));
  if (others.length === 0) return lines;
  return [
    ...lines,
    { text: '', note: '' },
    { text: words('cli.others'), note: '' },
    ...others.map((other) => line(nameText(other.subject), other)),
  ];
}

function stair(place: number): string {
  return place === 0 ? '' : `${'   '.repeat(place - 1)}└─ `;
}

function line(text: string, { notAfter }: InspectedCertificate): ChainLine {
  return { text, note: words('cli.chain.until', { year: new Date(notAfter).getUTCFullYear() }) };
}
