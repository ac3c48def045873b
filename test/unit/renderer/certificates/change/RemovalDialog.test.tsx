// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Certificate, CertificateType } from '../../../../../preload/contract/certificates.ts';
import { RemovalDialog } from '../../../../../renderer/certificates/change/RemovalDialog.tsx';
import type { Removal } from '../../../../../renderer/certificates/change/consequences.ts';
import { cancelProof, prove, useProof } from '../../../../../renderer/proof/proof.store.ts';
import { toasts } from '../../../../../renderer/ui/toast.ts';
import { failed, installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { sampleCertificate } from '../sample.ts';

const encryption = sampleCertificate({
  typeId: 't-enc',
  name: 'Encryption Certificate',
  purpose: 'encryption',
});
const type: CertificateType = {
  id: 't-enc',
  name: 'Encryption Certificate',
  purpose: 'encryption',
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
};
let closed = 0;

afterEach(() => {
  cleanup();
  act(cancelProof);
  toasts.clear();
  closed = 0;
});

function open(
  removal: Removal,
  answers: Parameters<typeof installPortal>[0] = {},
  certificate: Certificate = encryption,
): FakePortal {
  const portal = installPortal(answers);
  render(
    <RemovalDialog
      removal={removal}
      certificate={certificate}
      type={type}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  return portal;
}
const facts = (): (string | null)[] =>
  within(screen.getByRole('alertdialog'))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });

describe('before a private key is cleared', () => {
  it('says first that old mail may become unreadable, then what goes, stays and is not pushed', () => {
    open('clear');
    const [mail, key, details, push] = facts();
    expect(mail).toContain('Old mail may become unreadable.');
    expect(key).toContain('The private key goes.');
    expect(details).toContain('The details stay.');
    expect(push).toContain('No configuration is pushed again. 2 configurations use this type');
  });

  it('does not frighten with old mail for a certificate that only signs', () => {
    open('clear', {}, sampleCertificate());
    expect(facts().join(' ')).not.toContain('Old mail');
    expect(facts()[0]).toContain('You may no longer be able to sign mail with it.');
  });

  it('asks nothing of the portal when the key is kept', async () => {
    const portal = open('clear');
    await press('Keep the key');
    expect(closed).toBe(1);
    expect(portal.called).toEqual([]);
  });

  it('clears it once, closes, and tells', async () => {
    const certificate = { ...encryption, hasPrivateKey: false };
    const portal = open('clear', {
      'certificates.clearPrivateKey': () => ok({ certificate, repushed: 0 }),
    });
    await press('Clear Private Key');
    expect(portal.called).toEqual([
      { name: 'certificates.clearPrivateKey', input: { certificateId: 'c-1' } },
    ]);
    expect(closed).toBe(1);
    expect(toasts.visibleToasts[0]?.content.title).toBe(
      'Private key of Encryption Certificate cleared',
    );
  });
});

describe('before a certificate is deleted', () => {
  it('says that the details go too', () => {
    open('delete');
    expect(facts().join(' ')).toContain('The details go.');
  });

  it('does not speak of a key that was cleared before', () => {
    open('delete', {}, { ...encryption, hasPrivateKey: false });
    expect(facts().join(' ')).not.toMatch(/Old mail|private key goes/u);
  });

  it('asks for the password when the portal wants it again, and then deletes', async () => {
    let isProved = false;
    const portal = open('delete', {
      'certificates.delete': () => (isProved ? ok(undefined) : failed('reauth-required')),
      'session.reauth': () => {
        isProved = true;
        return ok({ provedUntil: 0 });
      },
    });
    await press('Delete Certificate');
    expect(useProof.getState().asking).not.toBeNull();
    await act(async () => void (await prove('river')));
    expect(portal.called.map(({ name }) => name)).toEqual([
      'certificates.delete',
      'session.reauth',
      'certificates.delete',
    ]);
    expect(closed).toBe(1);
  });

  it('takes a closed question for the password as a change of mind', async () => {
    open('delete', { 'certificates.delete': () => failed('reauth-required') });
    await press('Delete Certificate');
    await act(async () => cancelProof());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(closed).toBe(0);
  });

  it('stays open and says so when it did not work', async () => {
    open('delete', { 'certificates.delete': () => failed('portal-unreachable') });
    await press('Delete Certificate');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(closed).toBe(0);
  });
});
