import { describe, expect, it } from 'vitest';
import { findingOf, mailCertificate, verdict } from '../support/check-facts.ts';
import { extendedKeyUsage } from '../support/certificate-maker.ts';

const [serverAuth, clientAuth, mail] = [1, 2, 4];
const any = '2.5.29.37.0';

function madeFor(...uses: readonly (number | string)[]) {
  const extensions = uses.length === 0 ? [] : [extendedKeyUsage(...uses)];
  return { certificates: [mailCertificate({ extensions })] };
}

describe('what the certificate is made for', () => {
  it('is mail, anything, or not restricted', () => {
    expect(verdict('extended-key-usage', madeFor(clientAuth, mail))).toBe('passed mail');
    expect(verdict('extended-key-usage', madeFor(any))).toBe('passed any');
    expect(verdict('extended-key-usage', madeFor())).toBe('passed absent');
  });

  it('blocks the upload when it is not mail', () => {
    const finding = findingOf('extended-key-usage', madeFor(serverAuth, '1.2.3.4'));
    expect(finding).toMatchObject({
      level: 'error',
      variant: 'not-mail',
      found: 'serverAuth, 1.2.3.4',
    });
  });

  it('is only told to whoever looks', () => {
    expect(verdict('extended-key-usage', madeFor(serverAuth), { purpose: 'look' })).toBe(
      'warning not-mail-look',
    );
  });

  it('is told when it is mail and what should not stand beside it', () => {
    expect(verdict('extended-key-usage', madeFor(mail, serverAuth))).toBe('warning mixed');
  });
});
