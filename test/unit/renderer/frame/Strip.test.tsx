import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../preload/contract/session.ts';
import {
  clockLines,
  reachabilityLines,
  sessionLines,
  slowLines,
} from '../../../../renderer/frame/Strip.tsx';

const hour = 3_600_000;

describe('the status strip', () => {
  it('says which way a wrong clock is off, by how much, and what to do', () => {
    expect(clockLines(null)).toEqual([]);
    const [ahead] = clockLines({ aheadMs: 24 * hour });
    expect(ahead?.name).toBe('This computer’s clock is wrong');
    expect(ahead?.words).toMatch(/^It is 1 day ahead of the portal’s\..*Set date and time\.$/u);
    const [behind] = clockLines({ aheadMs: -2 * hour });
    expect(behind?.words).toContain('2 hours behind the portal’s');
  });

  it.each([
    ['captive-portal', 'This network wants you to sign in first'],
    ['proxy-auth', 'The proxy wants a sign-in'],
    ['redirected', 'The portal points somewhere else'],
    ['tls-untrusted', 'a.example can’t prove who it is'],
  ] as const)('names what stands in the way: %s', (code, title) => {
    const cause = { code, host: 'a.example' };
    const [line] = reachabilityLines({ state: 'unreachable', since: 0, cause });
    expect(line?.name).toBe(title);
    expect(line?.action).toBeUndefined();
  });

  it('says that a slow portal is still asked, unless it is known to be away', () => {
    expect(slowLines(0, { state: 'online', since: null })).toEqual([]);
    expect(slowLines(2, { state: 'online', since: null })[0]?.name).toBe('Still working');
    expect(slowLines(2, { state: 'offline', since: 0 })).toEqual([]);
  });

  it('offers to show the certificate of a server that is not trusted', () => {
    const certificate = { subject: '', issuer: '', validFrom: 0, validUntil: 0, sha256: '' };
    const cause = { code: 'tls-untrusted' as const, certificate };
    expect(reachabilityLines({ state: 'unreachable', since: 0, cause })[0]?.action).toBeDefined();
  });

  it('leads from the demo to the mails that it does not send', () => {
    const demo: Session = {
      status: 'signed-in',
      account: { displayName: 'Ines', username: 'ines', emailAddress: null },
      portal: { address: 'http://127.0.0.1:1', tenantName: null, isDemo: true },
      secretStore: 'memory-chosen',
      signedInAt: 0,
    };
    expect(sessionLines(demo)[0]?.action).toBeDefined();
  });
});
