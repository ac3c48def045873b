import { randomUUID } from 'node:crypto';
import icon from '../../assets/web-clip/icon.png?inline';
import { failure } from '../failure.ts';
import { readAddress } from '../portal/address.ts';
import { cleanText } from '../portal/wire/text.ts';
import { systemWord } from '../system-words.ts';

/** What a web clip opens and what it is called. */
export type WebClip = {
  /** https, without user, query and fragment. */
  url: string;
  label: string;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as it stands between two tags (XML 1.0, 2.4). Control characters, which XML can't hold, are taken out before. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? '');

/**
 * What a web clip opens: the page that was pasted, or the portal's front page. What follows a `?` or a `#` may be a
 * ticket of somebody's session and is left out.
 *
 * @throws Failure `invalid-input` on `address`: what readAddress refuses, and `not-https` for loopback too: a phone
 *   can't reach a portal on this computer
 */
export function webClipAddress(address: string): string {
  const origin = readAddress(address);
  if (!origin.startsWith('https://'))
    throw failure('invalid-input', { field: 'address', reason: 'not-https' });
  const pasted = URL.parse(
    /^https:/iu.test(address.trim()) ? address.trim() : `https://${address.trim()}`,
  );
  return `${origin}${pasted?.pathname ?? '/'}`;
}

type Value = string | number | boolean | { data: string } | readonly Dictionary[];
type Dictionary = Readonly<Record<string, Value>>;

function element(value: Value, indent: string): string {
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if ('data' in value) return `<data>${value.data}</data>`;
  const items = value.map((item) => `${indent}\t${dictionary(item, `${indent}\t`)}`);
  return `<array>\n${items.join('\n')}\n${indent}</array>`;
}

function dictionary(entries: Dictionary, indent: string): string {
  const lines = Object.entries(entries).map(
    ([key, value]) =>
      `${indent}\t<key>${escaped(key)}</key>\n${indent}\t${element(value, `${indent}\t`)}`,
  );
  return `<dict>\n${lines.join('\n')}\n${indent}</dict>`;
}

/**
 * A configuration profile that puts a portal on the home screen of an iPhone or iPad (Apple, Configuration Profile
 * Reference: Web Clip). The person can take it off again, and each profile has identifiers of its own.
 *
 * @returns an XML property list (Apple's PropertyList 1.0 DTD)
 */
export function webClipProfile({ url, ...clip }: WebClip): string {
  const label = cleanText(clip.label, 64);
  const [profileId, clipId] = [randomUUID(), randomUUID()];
  const { host } = new URL(url);
  const profile: Dictionary = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: `example.latchkey.web-clip.${profileId}`,
    PayloadUUID: profileId.toUpperCase(),
    PayloadDisplayName: label,
    PayloadDescription: systemWord('system.web-clip.description').replace('{host}', () => host),
    PayloadRemovalDisallowed: false,
    PayloadContent: [
      {
        PayloadType: 'com.apple.webClip.managed',
        PayloadVersion: 1,
        PayloadIdentifier: `example.latchkey.web-clip.${profileId}.${clipId}`,
        PayloadUUID: clipId.toUpperCase(),
        PayloadDisplayName: label,
        URL: url,
        Label: label,
        Icon: { data: icon.slice(icon.indexOf(',') + 1) },
        IsRemovable: true,
        Precomposed: true,
        FullScreen: false,
      },
    ],
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0">\n${dictionary(profile, '')}\n</plist>`,
    '',
  ].join('\n');
}
