import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('../../../main/index.ts', import.meta.url), 'utf8');

/* What runs before Electron is ready can be seen by no test from outside: once it is, it is too late. */
describe('the start of the app', () => {
  it('takes the lock before anything else, and the scheme and the sandbox before it is ready', () => {
    const steps = [
      'app.requestSingleInstanceLock()',
      'protocol.registerSchemesAsPrivileged(',
      'app.enableSandbox()',
      'app.whenReady()',
    ];
    const places = steps.map((step) => source.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  it('hardens sessions and pages before the first window is opened', () => {
    const body = source.slice(source.indexOf('function start()'));
    const hardened = body.indexOf('enforceSecurity(');
    expect(hardened).toBeGreaterThan(0);
    expect(body.indexOf('openWindow(')).toBeGreaterThan(hardened);
  });

  it('gives the page’s scheme what a page needs and no way around the policy', () => {
    const [, privileges = ''] = /privileges: \{([^}]*)\}/u.exec(source) ?? [];
    expect(privileges.split(',').map((one) => one.trim())).toEqual([
      'standard: true',
      'secure: true',
      'supportFetchAPI: true',
    ]);
  });
});
