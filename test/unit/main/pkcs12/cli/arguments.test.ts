import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../../main/pkcs12/cli/arguments.ts';

describe('the command line', () => {
  it('takes files and every option', () => {
    const line =
      '--purpose encryption a.p12 --email a@b --json --no-acceleration --password-stdin b';
    expect(parseArguments(line.split(' '))).toEqual({
      kind: 'order',
      order: {
        files: ['a.p12', 'b'],
        manifest: null,
        password: null,
        passwordFromStdin: true,
        purpose: 'encryption',
        email: 'a@b',
        json: true,
        acceleration: false,
      },
    });
  });

  it('looks without a purpose, with acceleration, and knows no password, unless told otherwise', () => {
    expect(parseArguments(['a.p12'])).toMatchObject({
      order: { purpose: 'look', acceleration: true, json: false, password: null },
    });
    expect(parseArguments(['a.p12', '--password='])).toMatchObject({ order: { password: '' } });
  });

  it('takes a manifest in place of files', () => {
    expect(parseArguments(['--manifest', 'm.json'])).toMatchObject({
      order: { manifest: 'm.json', files: [] },
    });
  });

  it.each([
    ['no file', [], 'no-file'],
    ['an unknown option', ['a', '--colour'], 'option'],
    ['an option without its value', ['a', '--email'], 'option'],
    ['another purpose', ['a', '--purpose', 'login'], 'purpose'],
    ['files beside a manifest', ['a', '--manifest', 'm'], 'both'],
    ['two passwords', ['a', '--password', 'x', '--password-stdin'], 'two-passwords'],
  ])('refuses %s', (_, args, kind) => {
    expect(parseArguments(args)).toMatchObject({ kind: 'problem', problem: { kind } });
  });

  it('offers help', () => {
    expect(parseArguments(['--help'])).toEqual({ kind: 'help' });
  });
});
