import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../run/steps.ts';
import { messageShape } from '../../support/message-shape.ts';
import { pseudoMessage } from '../../support/pseudo.ts';

const english = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(root, 'assets/text/en/devices.json'), 'utf8')));

const messages = Object.values(english);

it('the pseudo-locale keeps arguments, plural forms and marks', () => {
  const changed = messages.filter(
    (message) => !isDeepStrictEqual(messageShape(pseudoMessage(message)), messageShape(message)),
  );
  expect(changed).toEqual([]);
});

it('the pseudo-locale leaves no letter of ours', () => {
  const readable = messages
    .filter((message) => !message.includes('{'))
    .map((message) => pseudoMessage(message).replaceAll(/<\/?b>/gu, ''))
    .filter((pseudo) => /[a-z]/iu.test(pseudo));
  expect(readable).toEqual([]);
});

it('the pseudo-locale is two fifths longer, in brackets that show where a text was cut', () => {
  expect(pseudoMessage('Lock')).toBe('⟦Ļöçķöñ⟧');
  const long = 'Lock {device} with a message that whoever finds it can read.';
  const filled = pseudoMessage(long).length - 2;
  expect(filled / long.length).toBeGreaterThan(1.3);
});
