import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../main/portal/address.ts';

describe('the address of a portal', () => {
  it.each([
    ['mydevices.acme.example', 'https://mydevices.acme.example'],
    ['  MyDevices.Acme.example  ', 'https://mydevices.acme.example'],
    ['mydevices.acme.example:8443', 'https://mydevices.acme.example:8443'],
    ['https://mydevices.acme.example/user/login.html', 'https://mydevices.acme.example'],
    ['HTTPS://mydevices.acme.example/user/#/devices?x=1', 'https://mydevices.acme.example'],
    ['mydevices.acme.example/user/login.html', 'https://mydevices.acme.example'],
    ['https://mydevices.acme.example:443/', 'https://mydevices.acme.example'],
    ['http://127.0.0.1:8123', 'http://127.0.0.1:8123'],
    ['http://localhost:8123/x', 'http://localhost:8123'],
    ['http://[::1]:8123', 'http://[::1]:8123'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['https://b\u00fccher.example', 'https://xn--bcher-kva.example'],
  ])('%s is understood', (text, origin) => {
    expect(readAddress(text)).toBe(origin);
  });

  it.each([
    ['', 'not-an-address'],
    ['   ', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['ftp://mydevices.acme.example', 'not-an-address'],
    ['javascript://alert(1)', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['http://mydevices.acme.example', 'not-https'],
    ['http://127.0.0.1.evil.example', 'not-https'],
    ['http://localhost.evil.example', 'not-https'],
    ['https://mydevices.acme.example@evil.example', 'userinfo'],
    ['mydevices.acme.example@evil.example', 'userinfo'],
    ['https://user:pass@mydevices.acme.example', 'userinfo'],
    ['https://mydevices.acme.example\\@evil.example', 'not-an-address'],
    ['https://mydevices.acme.example\u202e/', 'not-an-address'],
    ['https://my\ndevices.acme.example', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://[::1', 'not-an-address'],
  ])('%j is refused', (text, reason) => {
    expect(() => readAddress(text)).toThrow(
      expect.objectContaining({ error: { code: 'invalid-input', field: 'address', reason } }),
    );
  });
});
