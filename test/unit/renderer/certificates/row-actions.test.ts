import { describe, expect, it } from 'vitest';
import { rowActions } from '../../../../renderer/certificates/row-actions.ts';
import { sampleCertificate } from './sample.ts';

const ignore = (): void => undefined;

describe('the Actions menu of a certificate', () => {
  it('offers Edit Certificate, Clear Private Key and Delete Certificate, the last apart', () => {
    const entries = rowActions(sampleCertificate(), true, ignore);
    expect(entries.map(({ label }) => label)).toEqual([
      'Show details',
      'Edit Certificate',
      'Clear Private Key',
      'Delete Certificate',
    ]);
    expect(entries.filter(({ isApart }) => isApart).map(({ id }) => id)).toEqual(['delete']);
    expect(entries.every(({ isDisabled }) => !isDisabled)).toBe(true);
  });

  it('says of a key that is gone why it can’t be cleared again', () => {
    const entries = rowActions(sampleCertificate({ hasPrivateKey: false }), true, ignore);
    expect(entries.find(({ id }) => id === 'clear')).toMatchObject({
      isDisabled: true,
      more: 'Already cleared: the portal no longer has it',
    });
  });

  it('changes nothing while the portal is out of reach, and says so', () => {
    const entries = rowActions(sampleCertificate(), false, ignore);
    expect(entries.filter(({ isDisabled }) => !isDisabled).map(({ id }) => id)).toEqual([
      'details',
    ]);
    expect(entries[1]?.more).toBe('Not while the portal is out of reach');
  });
});
