import type { WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../../main/ipc/trusted-sender.ts';

type Frame = Pick<WebFrameMain, 'origin' | 'url'> & { parent: object | null };
const own = { id: 1 };
const page: Frame = { parent: null, origin: 'app://portal', url: 'app://portal/index.html' };

/** Electron's classes have hundreds of members, of which the check reads three. */
const isTrusted = (frame: Frame | null, sender: object, window: object | undefined): boolean =>
  Reflect.apply<undefined, [Frame | null, object, object | undefined], boolean>(
    isTrustedSender,
    undefined,
    [frame, sender, window],
  );

describe('whose calls are answered', () => {
  it('is the main frame of our window on our page, reloaded or not', () => {
    expect(isTrusted(page, own, own)).toBe(true);
    expect(isTrusted({ ...page, url: 'app://portal/index.html#x' }, own, own)).toBe(true);
  });

  it.each<[string, Frame | null, object, object | undefined]>([
    ['a frame that is gone', null, own, own],
    ['a frame inside the page', { ...page, parent: page }, own, own],
    ['another origin', { ...page, origin: 'https://portal' }, own, own],
    ['about:blank', { parent: null, origin: 'null', url: 'about:blank' }, own, own],
    ['an empty address', { parent: null, origin: 'app://portal', url: '' }, own, own],
    ['another page of ours', { ...page, url: 'app://portal/other.html' }, own, own],
    ['another window', page, { id: 2 }, own],
    ['any page while there is no window', page, own, undefined],
  ])('is not %s', (_who, frame, sender, window) => {
    expect(isTrusted(frame, sender, window)).toBe(false);
  });
});
