// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CertificateList, Upload } from '../../../../preload/contract/certificates.ts';
import type { Result } from '../../../../preload/contract/errors.ts';
import { CertificatesPage } from '../../../../renderer/certificates/CertificatesPage.tsx';
import {
  followCertificates,
  forgetCertificates,
  takeCertificates,
} from '../../../../renderer/certificates/mirror.ts';
import { toasts } from '../../../../renderer/ui/toast.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { sampleCertificate } from './sample.ts';

const day = 86_400_000;
const now = Date.now();
const soon = sampleCertificate({
  id: 'soon',
  typeId: 't-enc',
  name: 'Encryption Certificate',
  purpose: 'encryption',
  notBefore: now - 700 * day,
  expiresAt: now + 16 * day,
});
const good = sampleCertificate({ id: 'good', notBefore: now - day, expiresAt: now + 400 * day });
const gone = sampleCertificate({
  id: 'gone',
  issuedBy: 'Halden & Voss Mail CA 2',
  notBefore: now - 900 * day,
  expiresAt: now - 170 * day,
});

function list(change: Partial<CertificateList> = {}): CertificateList {
  return { certificates: [good, gone, soon], types: [], fetchedAt: now, stale: false, ...change };
}

let stop = (): void => undefined;
afterEach(() => {
  cleanup();
  act(forgetCertificates);
  stop();
  toasts.clear();
});

async function open(answer: Result<CertificateList> = ok(list())): Promise<FakePortal> {
  const portal = installPortal({
    'certificates.list': () => answer,
    'certificates.cancelUpload': () => ok(undefined),
    'certificates.dismissUpload': () => ok(undefined),
  });
  stop = followCertificates();
  await act(async () => {
    render(<CertificatesPage />);
  });
  return portal;
}
const rowTexts = (): (string | null)[] => screen.getAllByRole('row').map((row) => row.textContent);

describe('My Certificates', () => {
  it('has the five columns by their names', async () => {
    await open();
    for (const name of [
      'Certificate Name',
      'Issued By',
      'Uploaded On',
      'Expiration Date',
      'Actions',
    ]) {
      expect(screen.getByRole('columnheader', { name })).toBeTruthy();
    }
  });

  it('leads with the certificate that ends first, and says what to do about it', async () => {
    await open();
    expect(screen.getByText('Your Encryption Certificate ends in 16 days.')).toBeTruthy();
    expect(screen.getByText(/keep this one: old mail needs its key/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Renew it safely' })).toBeTruthy();
  });

  it('puts what has ended below what can be used', async () => {
    await open();
    const [, first, second, group, last] = rowTexts();
    expect(first).toContain('Expires in 16 days');
    expect(second).toContain('Valid');
    expect(group).toContain('No longer valid');
    expect(last).toContain('Expired');
  });

  it('sorts by the column whose heading is pressed', async () => {
    await open();
    const heading = screen.getByRole('columnheader', { name: 'Certificate Name' });
    fireEvent.click(within(heading).getByRole('button'));
    expect(heading.getAttribute('aria-sort')).toBe('ascending');
    expect(rowTexts()[1]).toContain('Encryption Certificate');
    fireEvent.click(within(heading).getByRole('button'));
    expect(heading.getAttribute('aria-sort')).toBe('descending');
    expect(rowTexts()[1]).toContain('Signing Certificate');
  });

  it('finds by any word, and leads back from a search that finds nothing', async () => {
    await open();
    const search = screen.getByRole('searchbox', { name: 'Search' });
    fireEvent.change(search, { target: { value: 'mail ca 2' } });
    expect(screen.getAllByText('Halden & Voss Mail CA 2')).toHaveLength(1);
    expect(screen.queryByText('Halden & Voss Mail CA 3')).toBeNull();
    fireEvent.change(search, { target: { value: 'galaxy' } });
    expect(screen.getByText('Nothing called “galaxy”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all 3 certificates' }));
    expect(screen.getByText('Halden & Voss Mail CA 2')).toBeTruthy();
  });

  it('draws no more rows than can be seen, and still says how many there are', async () => {
    const certificates = Array.from({ length: 2000 }, (_, place) =>
      sampleCertificate({ id: `c-${String(place)}`, expiresAt: now + (40 + place) * day }),
    );
    await open(ok(list({ certificates })));
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('2001');
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
  });

  it('shows everything about one certificate on demand', async () => {
    await open();
    const row = screen.getByRole('row', { name: /Encryption Certificate/u });
    fireEvent.click(within(row).getByRole('button', { name: /Actions for/u }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Show details' }));
    const dialog = screen.getByRole('dialog', { name: 'Encryption Certificate' });
    expect(within(dialog).getByText('CN=Ines Declercq')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Copy SHA-256' })).toBeTruthy();
  });
});

describe('My Certificates without a list', () => {
  it('invites to add the first one', async () => {
    await open(ok(list({ certificates: [] })));
    expect(screen.getByText('No certificate yet')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Add Certificate' })).toHaveLength(2);
  });

  it('says what went wrong and tries again', async () => {
    const portal = await open(failed('portal-unreachable'));
    const before = portal.called.length;
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    });
    expect(portal.called.slice(before)).toEqual([
      { name: 'certificates.list', input: { refresh: true } },
    ]);
  });

  it('says of an old list how old it is', async () => {
    await open(ok(list({ stale: true })));
    expect(screen.getByText(/These may have changed since/u)).toBeTruthy();
  });
});

describe('a reload of the page in mid-upload', () => {
  const upload: Upload = {
    id: '0b8f7d52-52f2-4a9e-9b7e-3f1d5c1a2b3c',
    fileId: '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10',
    isQueued: false,
    fileName: 'mail.p12',
    typeId: 't-enc',
    state: 'sending',
    sentBytes: 1200,
    totalBytes: 4800,
    certificateId: null,
    repushed: null,
    error: null,
  };
  const snapshot = (uploads: Upload[]): Parameters<typeof takeCertificates>[0] => ({
    version: '1.0.0',
    os: 'linux',
    systemLanguages: [],
    preferences: { theme: 'system', language: null, notifyOrders: true },
    session: { status: 'restoring', step: 'portal', portal: null },
    reachability: { state: 'online', since: null },
    uploads,
    files: [],
    notices: [],
    clockSkew: null,
  });

  it('loses nothing: the upload goes on, can be cancelled, and tells of its end', async () => {
    const portal = await open();
    act(() => takeCertificates(snapshot([upload])));
    expect(screen.getByText('mail.p12, 25%')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(portal.called.at(-1)?.name).toBe('certificates.cancelUpload');
    await act(async () => {
      portal.tell('upload.changed', { ...upload, state: 'done', certificateId: 'c', repushed: 1 });
    });
    expect(screen.queryByText(/mail\.p12/u)).toBeNull();
    expect(toasts.visibleToasts[0]?.content.sentence).toBe(
      'The server pushes 1 configuration that uses it again.',
    );
  });

  it('still says why an upload failed meanwhile, until it is dismissed', async () => {
    const portal = await open();
    act(() =>
      takeCertificates(snapshot([{ ...upload, state: 'failed', error: { code: 'timeout' } }])),
    );
    expect(screen.getByRole('alert').textContent).toContain('mail.p12');
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(portal.called.at(-1)?.name).toBe('certificates.dismissUpload');
  });
});
