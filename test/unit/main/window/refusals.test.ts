import { expect, it } from 'vitest';
import { createRefusals } from '../../../../main/window/refusals.ts';
import { silentLog } from '../../../support/silent-log.ts';

it('a refusal stands in the log once, and again when there are ten times as many', () => {
  const lines: unknown[] = [];
  const refused = createRefusals({ ...silentLog, warn: (_event, fields) => lines.push(fields) });
  for (let at = 0; at < 2500; at += 1) refused('sender');
  refused('new window');
  expect(lines).toEqual([
    { where: 'sender', count: 1 },
    { where: 'sender', count: 10 },
    { where: 'sender', count: 100 },
    { where: 'sender', count: 1000 },
    { where: 'new window', count: 1 },
  ]);
});
