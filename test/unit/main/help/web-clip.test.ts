import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { webClipAddress, webClipProfile } from '../../../../main/help/web-clip.ts';
import { root } from '../../../run/steps.ts';

const script = `
import base64, json, plistlib, sys
print(json.dumps(plistlib.loads(sys.stdin.buffer.read()), default=lambda data: base64.b64encode(data).decode()))
`;
const clip = z.strictObject({
  PayloadType: z.literal('com.apple.webClip.managed'),
  PayloadVersion: z.literal(1),
  PayloadIdentifier: z.string(),
  PayloadUUID: z.uuid(),
  PayloadDisplayName: z.string(),
  URL: z.url(),
  Label: z.string(),
  Icon: z.string(),
  IsRemovable: z.literal(true),
  Precomposed: z.boolean(),
  FullScreen: z.literal(false),
});
const profile = z.strictObject({
  PayloadType: z.literal('Configuration'),
  PayloadVersion: z.literal(1),
  PayloadIdentifier: z.string(),
  PayloadUUID: z.uuid(),
  PayloadDisplayName: z.string(),
  PayloadDescription: z.string(),
  PayloadRemovalDisallowed: z.literal(false),
  PayloadContent: z.tuple([clip]),
});

/** What Python's own reader of property lists makes of it. */
function readBack(text: string): z.output<typeof profile> {
  return profile.parse(
    JSON.parse(execFileSync('python3', ['-c', script], { input: text }).toString()),
  );
}

describe('the web clip', () => {
  it('is a property list that another reader understands, key by key', () => {
    const read = readBack(webClipProfile({ url: 'https://portal.example/', label: 'My portal' }));
    const [inner] = read.PayloadContent;
    expect(inner).toMatchObject({ URL: 'https://portal.example/', Label: 'My portal' });
    expect(read.PayloadDescription).toContain('portal.example');
    const icon = readFileSync(`${root}/assets/web-clip/icon.png`);
    expect(inner.Icon).toBe(icon.toString('base64'));
  });

  it.each([`A & B <i>"'</i>`, ']]>', '自己サービス 🔑', 'tab\there'])(
    'takes the label %s as text and nothing else',
    (label) => {
      const read = readBack(webClipProfile({ url: 'https://portal.example/?a=1&b=2', label }));
      expect(read.PayloadContent[0].Label).toBe(label.replace('\t', ' '));
      expect(read.PayloadContent[0].URL).toBe('https://portal.example/?a=1&b=2');
    },
  );

  it('survives what XML can’t hold', () => {
    const read = readBack(
      webClipProfile({ url: 'https://portal.example/', label: 'a\u0000b\uD800c\u202Ed' }),
    );
    expect(read.PayloadContent[0].Label).toMatch(/^a ?b.?cd$/u);
  });

  it('never has the identifiers of another', () => {
    const make = () => readBack(webClipProfile({ url: 'https://portal.example/', label: 'x' }));
    const ids = [make(), make()].flatMap((one) => [
      one.PayloadUUID,
      one.PayloadIdentifier,
      one.PayloadContent[0].PayloadUUID,
      one.PayloadContent[0].PayloadIdentifier,
    ]);
    expect(new Set(ids).size).toBe(8);
  });
});

describe('what a web clip opens', () => {
  it.each([
    ['portal.example', 'https://portal.example/'],
    ['portal.example:8443', 'https://portal.example:8443/'],
    ['https://portal.example/user/login.html', 'https://portal.example/user/login.html'],
    ['portal.example/user/login.html?ticket=abc#x', 'https://portal.example/user/login.html'],
    [
      'mydevices.mobileiron.com/user/login.html',
      'https://mydevices.mobileiron.com/user/login.html',
    ],
  ])('of %s is %s', (typed, url) => {
    expect(webClipAddress(typed)).toBe(url);
  });

  it.each([
    'http://portal.example',
    'http://127.0.0.1:4000',
    'http://localhost',
    'javascript:alert(1)',
    'https://known.example@other.example/',
    'file:///etc/passwd',
    '',
  ])('is never %s', (typed) => {
    expect(() => webClipAddress(typed)).toThrow('invalid-input');
  });
});
