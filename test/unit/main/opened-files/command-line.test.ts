import { describe, expect, it } from 'vitest';
import { filesOnCommandLine } from '../../../../main/opened-files/command-line.ts';

const installed = (...words: string[]): string[] =>
  filesOnCommandLine(['/usr/bin/latchkey', ...words], '/home/jo', false);

describe('the command line of the installed app', () => {
  it.skipIf(process.platform === 'win32').each([
    [['mail.p12'], ['/home/jo/mail.p12']],
    [['/tmp/a b.pfx'], ['/tmp/a b.pfx']],
    [['../ines/x.p12'], ['/home/ines/x.p12']],
    [['file:///tmp/a%20b.p12'], ['/tmp/a b.p12']],
    [
      ['a.p12', 'b.p12'],
      ['/home/jo/a.p12', '/home/jo/b.p12'],
    ],
    [['--', '-a.p12'], ['/home/jo/-a.p12']],
    [['--'], []],
    [[], []],
  ])('%j names %j', (words, files) => {
    expect(installed(...words)).toEqual(files);
  });

  it.each([
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--remote-debugging-port=9222',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp/evil',
    '--user-data-dir=/tmp/x',
    '-r',
    '-',
    '--proxy-server=http://evil.example',
  ])('takes %s for nothing: neither for a file nor for a switch of its own', (word) => {
    expect(installed(word)).toEqual([]);
  });

  it('passes over what is no file of this computer', () => {
    const words = ['', 'a\0b.p12', 'file://server/share/a.p12', 'file:///a%2fb.p12', 'FILE:%'];
    expect(process.platform === 'win32' ? [] : installed(...words)).toEqual([]);
  });

  it('treats an address as the name of a file, which is then not found: nothing is fetched', () => {
    expect(installed('https://evil.example/a.p12')[0]).toContain('evil.example');
  });

  it('takes no more than 20 files', () => {
    expect(installed(...Array.from({ length: 50 }, (_, at) => `${at}.p12`))).toHaveLength(20);
  });
});

describe('the command line of the app run from its sources', () => {
  it('has the app itself first, before or after switches', () => {
    const argv = ['/opt/electron', '--inspect=0', '/work/latchkey', '--x', '/tmp/a.p12'];
    expect(filesOnCommandLine(argv, '/', true).map((path) => path.replaceAll('\\', '/'))).toEqual([
      expect.stringMatching(/\/tmp\/a\.p12$/u),
    ]);
  });
});
