import { describe, expect, it } from 'vitest';
import { readProxy } from '../../../../main/portal/proxy.ts';

describe('the proxy that the system names', () => {
  it.each([
    ['DIRECT', false],
    ['', false],
    ['PROXY proxy.acme.example:8080', { protocol: 'http', host: 'proxy.acme.example', port: 8080 }],
    ['PROXY proxy.acme.example', { protocol: 'http', host: 'proxy.acme.example', port: 80 }],
    ['HTTPS proxy.acme.example:443', { protocol: 'https', host: 'proxy.acme.example', port: 443 }],
    ['SOCKS5 s:1080; PROXY p:3128; DIRECT', { protocol: 'http', host: 'p', port: 3128 }],
    ['SOCKS s:1080; DIRECT', false],
  ])('%j', (answer, expected) => {
    expect(readProxy(answer)).toEqual(expected);
  });

  it('that is SOCKS and nothing else is said to be not supported', () => {
    expect(() => readProxy('SOCKS5 s:1080')).toThrow(
      expect.objectContaining({ error: { code: 'not-supported', reason: 'socks-proxy' } }),
    );
  });
});
