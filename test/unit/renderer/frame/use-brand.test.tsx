// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../preload/contract/app.ts';
import type { Session } from '../../../../preload/contract/session.ts';
import { mirrorApp, mirrorSession } from '../../../../renderer/app.store.ts';
import { useBrand } from '../../../../renderer/frame/use-brand.ts';

const signedOut: Session = {
  status: 'signed-out',
  because: null,
  lastAddress: null,
  lastUsername: null,
  keychain: 'available',
};
const signedIn = (accentColor: string | null): Session => ({
  status: 'signed-in',
  account: { displayName: 'Ines', username: 'ines', emailAddress: null },
  portal: {
    address: 'https://portal.example',
    tenantName: 'Halden & Voss',
    isDemo: false,
    branding: { logo: null, accentColor },
  },
  secretStore: 'keychain',
  signedInAt: 0,
});
const snapshot: Snapshot = {
  version: '1.0.0',
  os: 'linux',
  systemLanguages: ['en-GB'],
  preferences: { theme: 'dark', language: null, notifyOrders: true },
  session: signedOut,
  reachability: { state: 'online', since: null },
  clockSkew: null,
  uploads: [],
  files: [],
  notices: [],
};
const { style, dataset } = document.documentElement;

afterEach(cleanup);

describe('the portal’s colour', () => {
  it('paints from sign-in to sign-out, and no longer', () => {
    mirrorApp(snapshot);
    renderHook(() => useBrand());
    expect(dataset['brand']).toBeUndefined();
    act(() => mirrorSession(signedIn('#0a7d33')));
    expect(style.getPropertyValue('--brand')).toBe('#0a7d33');
    expect(dataset['brand']).toBe('');
    act(() => mirrorSession(signedOut));
    expect(style.getPropertyValue('--brand')).toBe('');
    expect(dataset['brand']).toBeUndefined();
  });

  it('is Latchkey’s own where the portal has none', () => {
    mirrorApp({ ...snapshot, session: signedIn(null) });
    renderHook(() => useBrand());
    expect(dataset['brand']).toBeUndefined();
  });
});
