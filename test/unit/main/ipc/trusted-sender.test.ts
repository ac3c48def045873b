import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../../main/ipc/trusted-sender.ts';
import type { SenderFrame } from '../../../../main/ipc/trusted-sender.ts';

const own = { id: 1 };
const page: SenderFrame = { parent: null, origin: 'app://portal', url: 'app://portal/index.html' };

describe('whose calls are answered', () => {
  it('is the main frame of our window on our page, reloaded or not', () => {
    expect(isTrustedSender(page, own, own)).toBe(true);
    expect(isTrustedSender({ ...page, url: 'app://portal/index.html#x' }, own, own)).toBe(true);
  });

  it.each<[string, SenderFrame | null, object, object | undefined]>([
    ['a frame that is gone', null, own, own],
    ['a frame inside the page', { ...page, parent: page }, own, own],
    ['another origin', { ...page, origin: 'https://portal' }, own, own],
    ['about:blank', { parent: null, origin: 'null', url: 'about:blank' }, own, own],
    ['an empty address', { parent: null, origin: 'app://portal', url: '' }, own, own],
    ['another page of ours', { ...page, url: 'app://portal/other.html' }, own, own],
    ['another window', page, { id: 2 }, own],
    ['any page while there is no window', page, own, undefined],
  ])('is not %s', (_who, frame, sender, window) => {
    expect(isTrustedSender(frame, sender, window)).toBe(false);
  });
});
