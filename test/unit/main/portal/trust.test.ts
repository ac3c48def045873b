import { describe, expect, it, vi } from 'vitest';
import { trustSystemAuthorities } from '../../../../main/portal/trust.ts';

const pem = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----`;

function store(system: string[]) {
  return {
    getCACertificates: vi.fn<(kind?: string) => string[]>((kind) =>
      kind === 'system' ? system : [pem('bundled')],
    ),
    setDefaultCACertificates: vi.fn<(certificates: readonly unknown[]) => void>(),
  };
}

const unreadable = (): string => {
  throw new Error('ENOENT');
};

describe('the authorities of the operating system', () => {
  it('are trusted beside the bundled ones', () => {
    const tls = store([pem('company')]);
    expect(trustSystemAuthorities(tls, 'win32', unreadable)).toBe('applied');
    expect(tls.setDefaultCACertificates).toHaveBeenCalledWith([pem('bundled'), pem('company')]);
  });

  it('are looked for where Linux keeps them when the runtime finds none', () => {
    const tls = store([]);
    const read = (path: string): string => {
      if (path !== '/etc/pki/tls/certs/ca-bundle.crt') throw new Error('ENOENT');
      return `# a comment\n${pem('one')}\n\n${pem('two')}\n`;
    };
    expect(trustSystemAuthorities(tls, 'linux', read)).toBe('applied');
    expect(tls.setDefaultCACertificates).toHaveBeenCalledWith([
      pem('bundled'),
      pem('one'),
      pem('two'),
    ]);
  });

  it('leave the bundled ones alone when there are none', () => {
    const tls = store([]);
    expect(trustSystemAuthorities(tls, 'linux', unreadable)).toBe('empty-system');
    expect(tls.setDefaultCACertificates).not.toHaveBeenCalled();
  });

  it('do not keep the app from starting when they can not be read', () => {
    const tls = store([]);
    tls.getCACertificates.mockImplementation(() => {
      throw new Error('no');
    });
    expect(trustSystemAuthorities(tls, 'linux', unreadable)).toBe('failed');
  });
});
