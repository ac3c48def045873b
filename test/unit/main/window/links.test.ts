import { describe, expect, it } from 'vitest';
import { linkAddress } from '../../../../main/window/links.ts';

describe('links out of the app', () => {
  it('lead to the portal in use, over https only', () => {
    expect(linkAddress('portal', 'https://mdm.example')).toBe('https://mdm.example/');
    expect(linkAddress('portal', 'http://127.0.0.1:4000')).toBeNull();
    expect(linkAddress('portal', null)).toBeNull();
  });

  it('lead to where most portals answer', () => {
    expect(linkAddress('default-portal', null)).toBe(
      'https://mydevices.mobileiron.com/user/login.html',
    );
  });
});
