import { describe, expect, it } from 'vitest';
import { chooseFeed, feedInPackage } from '../../../../main/updates/feed.ts';

describe('the feed of updates', () => {
  it.each([
    ['http://updates.example.org/', 'a connection that anybody can change'],
    ['https://jo:secret@updates.example.org/', 'a password in an address'],
    ['file:///tmp/feed', 'a file'],
    ['updates.example.org', 'no scheme'],
    ['', 'nothing'],
    ['javascript:alert(1)', 'a script'],
  ])('is not %j: %s', (address) => {
    expect(chooseFeed(address, null)).toEqual({ status: 'off', because: 'bad-feed' });
  });

  it('is off where none is set, and in a package that was built for none', () => {
    const off = { status: 'off', because: 'no-feed' };
    expect(chooseFeed(null, null)).toEqual(off);
    expect(chooseFeed(null, 'https://no-feed.invalid/')).toEqual(off);
  });

  it('is the package’s, and that of the settings before it', () => {
    const url = 'https://updates.example.org/latchkey';
    expect(chooseFeed(null, url)).toEqual({ status: 'set', url, host: 'updates.example.org' });
    expect(chooseFeed('https://it.acme.example:8443/', url)).toMatchObject({
      host: 'it.acme.example:8443',
    });
  });

  it('that is wrong in the settings does not fall back to the package’s: somebody wanted another', () => {
    expect(chooseFeed('http://it.acme.example/', 'https://updates.example.org/')).toMatchObject({
      because: 'bad-feed',
    });
  });

  it.each([
    ['provider: generic\nurl: https://a.example/x\nchannel: y\n', 'https://a.example/x'],
    ["url: 'https://a.example/x'\n", 'https://a.example/x'],
    ['url: "https://a.example/x"\r\n', 'https://a.example/x'],
    ['provider: generic\n', null],
    ['', null],
  ])('is read out of %j', (text, url) => {
    expect(feedInPackage(text)).toBe(url);
  });
});
