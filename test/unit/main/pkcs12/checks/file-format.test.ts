import { describe, expect, it } from 'vitest';
import { verdict } from '../support/check-facts.ts';

describe('the kind of file', () => {
  it('is fine when it is PKCS#12', () => {
    expect(verdict('file-format')).toBe('passed pkcs12');
  });

  it('blocks the upload of anything else', () => {
    expect(verdict('file-format', { format: 'pem' })).toBe('error other');
  });

  it('does not matter to whoever only looks', () => {
    expect(verdict('file-format', { format: 'pem' }, { purpose: 'look' })).toBe(
      'passed other-look',
    );
  });
});
