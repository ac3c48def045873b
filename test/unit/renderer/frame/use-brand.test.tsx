// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../../preload/contract/session.ts';
import { mirrorApp, mirrorSession } from '../../../../renderer/app.store.ts';
import { useBrand } from '../../../../renderer/frame/use-brand.ts';
import { signedIn, signedOut, snapshot } from '../sample-snapshot.ts';

const painted = (accentColor: string | null): Session => ({
  ...signedIn,
  portal: { ...signedIn.portal, branding: { logo: null, accentColor } },
});
const { style, dataset } = document.documentElement;

afterEach(cleanup);

describe('the portal’s colour', () => {
  it('paints from sign-in to sign-out, and no longer', () => {
    mirrorApp({ ...snapshot, session: signedOut });
    renderHook(() => useBrand());
    expect(dataset['brand']).toBeUndefined();
    act(() => mirrorSession(painted('#0a7d33')));
    expect(style.getPropertyValue('--brand')).toBe('#0a7d33');
    expect(dataset['brand']).toBe('');
    act(() => mirrorSession(signedOut));
    expect(style.getPropertyValue('--brand')).toBe('');
    expect(dataset['brand']).toBeUndefined();
  });

  it('is Latchkey’s own where the portal has none', () => {
    mirrorApp({ ...snapshot, session: painted(null) });
    renderHook(() => useBrand());
    expect(dataset['brand']).toBeUndefined();
  });
});
