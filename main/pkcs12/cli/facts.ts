import { calendarDaysBetween } from '../calendar-days.ts';
import { describeKey } from '../checks/key-match.ts';
import { words } from './words.ts';
import type { InspectedCertificate, Inspection } from '../../../preload/contract/inspection.ts';

/** One line of the report: what it is about, and what it is. */
export type Fact = readonly [label: string, value: string];

/** Whose certificate it is, who vouches for it, and how long. `now` in epoch ms. */
export function personFacts(person: InspectedCertificate, now: number): Fact[] {
  const { emails, issuer, selfSigned } = person;
  return [
    [words('cli.for'), emails.join(', ') || '-'],
    [words('cli.issuer'), selfSigned ? words('cli.issuer.self') : nameText(issuer)],
    [words('cli.valid'), validityText(person, now)],
    ...usesFact(person),
    [words('cli.fingerprint'), person.fingerprints.sha256],
  ];
}

/** What a certificate is called. */
export function nameText(name: InspectedCertificate['subject']): string {
  return name.commonName ?? name.organization ?? (name.text || '-');
}

function validityText({ notBefore, notAfter }: InspectedCertificate, now: number): string {
  const range = words('cli.valid.range', { from: notBefore, to: notAfter });
  const daysTo = (edge: number): { days: number } => ({ days: calendarDaysBetween(now, edge) });
  if (now < notBefore) return `${range}, ${words('cli.valid.future', daysTo(notBefore))}`;
  if (now > notAfter) return `${range}, ${words('cli.valid.past', daysTo(notAfter))}`;
  return `${range}, ${words('cli.valid.left', daysTo(notAfter))}`;
}

function usesFact({ keyUsage, extendedKeyUsage }: InspectedCertificate): Fact[] {
  const uses = [...(keyUsage ?? []), ...(extendedKeyUsage ?? [])];
  return uses.length === 0 ? [] : [[words('cli.uses'), uses.join(', ')]];
}

/** The private keys, and whether they fit. */
export function keyFacts({ keys }: Inspection): Fact[] {
  const label = words('cli.key');
  if (keys.length === 0) return [[label, words('cli.key.none')]];
  return keys.map((key) => {
    const params = { key: describeKey(key) };
    if (key.fits === null) return [label, words('cli.key.unchecked', params)];
    return [label, words(key.fits.length > 0 ? 'cli.key.fits' : 'cli.key.foreign', params)];
  });
}

/** How the container is protected: each kind of encryption once, then the MAC. */
export function protectionFacts({ format, protection }: Inspection): Fact[] {
  if (format !== 'pkcs12') return [];
  const { layers, mac } = protection;
  const lines = layers.map(({ algorithm, iterations }) => {
    if (algorithm === 'none') return words('cli.protection.none');
    if (iterations === null) return algorithm;
    return words('cli.protection.rounds', { algorithm, count: iterations });
  });
  if (mac !== null) {
    lines.push(words('cli.protection.mac', { algorithm: mac.algorithm, count: mac.iterations }));
  }
  return [...new Set(lines)].map((line, place) => [
    place === 0 ? words('cli.protection') : '',
    line,
  ]);
}
