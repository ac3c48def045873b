// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CertificateType, Upload } from '../../../../../preload/contract/certificates.ts';
import type { InspectionResult } from '../../../../../preload/contract/inspection.ts';
import {
  addedFile,
  closeAdd,
  openAdd,
  useAdding,
} from '../../../../../renderer/certificates/add/add.store.ts';
import { AddCertificate } from '../../../../../renderer/certificates/add/AddCertificate.tsx';
import {
  forgetCertificates,
  followCertificates,
} from '../../../../../renderer/certificates/mirror.ts';
import { loadCertificates } from '../../../../../renderer/certificates/certificates.store.ts';
import { useUploads } from '../../../../../renderer/certificates/uploads.store.ts';
import { toasts } from '../../../../../renderer/ui/toast.ts';
import { installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { openedWith, sampleCheck, sampleInspected } from '../../file-look/sample.ts';

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const uploadId = '0b8f7d52-52f2-4a9e-9b7e-3f1d5c1a2b3c';
const types: CertificateType[] = (['signing', 'encryption'] as const).map((purpose) => ({
  id: `t-${purpose}`,
  name: purpose === 'signing' ? 'Signing Certificate' : 'Encryption Certificate',
  purpose,
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
}));
const sending: Upload = {
  id: uploadId,
  fileId,
  isQueued: false,
  fileName: 'mail.p12',
  typeId: 't-signing',
  state: 'sending',
  sentBytes: 1200,
  totalBytes: 4800,
  certificateId: null,
  repushed: null,
  error: null,
};
const signer = sampleInspected({ keyUsage: ['digitalSignature'] });

/** A file that opens with `river`, signs mail, and has one thing to warn of. */
function look(password: string | null, purpose: string): InspectionResult {
  if (password !== 'river') {
    const kind = password === null ? 'password-required' : 'wrong-password';
    return { opened: false, failure: { kind, format: 'pkcs12', detail: null } };
  }
  const misfit = sampleCheck({
    id: 'encryption-use',
    variant: 'signs-only',
    level: 'error',
    params: { usage: 'digitalSignature' },
  });
  const warning = sampleCheck({
    id: 'chain',
    variant: 'short',
    params: { issuer: 'Halden & Voss Root 2019' },
  });
  const checks = purpose === 'encryption' ? [misfit, warning] : [warning];
  return openedWith({ certificates: [signer], chain: [0], checks });
}

let portal: FakePortal;
let stop: () => void;

beforeEach(async () => {
  portal = installPortal({
    'certificates.list': () => ok({ certificates: [], types, fetchedAt: 0, stale: false }),
    'files.open': ({ name, bytes }) => ok({ fileId, name, size: bytes.byteLength }),
    'files.close': () => ok(undefined),
    'files.inspect': ({ password, purpose }) => ok(look(password, purpose)),
    'certificates.upload': () => ok(sending),
    'certificates.cancelUpload': () => ok(undefined),
    'certificates.dismissUpload': () => ok(undefined),
  });
  stop = followCertificates();
  await loadCertificates();
});
afterEach(() => {
  cleanup();
  act(forgetCertificates);
  stop();
  toasts.clear();
});

const p12 = (): File => new File([new Uint8Array(4800)], 'mail.p12');
const password = (): HTMLInputElement => screen.getByLabelText('Password');
const uploadButton = (): HTMLElement => screen.getByRole('button', { name: 'Upload' });
const names = (): string[] => portal.called.map(({ name }) => name);

async function open(typeId: string): Promise<void> {
  openAdd({ typeId, file: p12() });
  render(<AddCertificate />);
  await screen.findByText(/The file needs its password/u);
}
async function typePassword(text: string): Promise<void> {
  fireEvent.input(password(), { target: { value: text } });
  fireEvent.keyDown(password(), { key: 'Enter' });
  await waitFor(() => expect(addedFile.store.getState()).toMatchObject({ busy: false }));
}

describe('Add Certificate', () => {
  it('asks for the password before it calls anything wrong', async () => {
    await open('t-signing');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(uploadButton().hasAttribute('disabled')).toBe(true);
  });

  it('says that the password is wrong, and takes it back when it is typed anew', async () => {
    await open('t-signing');
    await typePassword('lake');
    expect(screen.getByRole('alert').textContent).toContain('The password does not open this file');
    fireEvent.input(password(), { target: { value: 'lak' } });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('tries the password by itself after a short pause in typing', async () => {
    await open('t-signing');
    fireEvent.input(password(), { target: { value: 'river' } });
    expect(await screen.findByText('Opens the file')).toBeTruthy();
  });

  it('keeps the password out of every store', async () => {
    await open('t-signing');
    await typePassword('river');
    const kept = JSON.stringify([addedFile.store.getState(), useAdding.getState()]);
    expect(kept).not.toContain('river');
  });

  it('sends nothing before each warning was read', async () => {
    await open('t-signing');
    await typePassword('river');
    expect(screen.getByText('The chain stops one step short')).toBeTruthy();
    expect(screen.getByText(/1 warning to read/u)).toBeTruthy();
    expect(uploadButton().hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'I have read this' }));
    expect(uploadButton().hasAttribute('disabled')).toBe(false);
    expect(names()).not.toContain('certificates.upload');
  });

  it('offers the type that the certificate fits, and checks it again for that', async () => {
    await open('t-encryption');
    await typePassword('river');
    expect(screen.getByText(/1 error blocks the upload/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change type to Signing Certificate' }));
    await waitFor(() => expect(screen.queryByText(/blocks the upload/u)).toBeNull());
    expect(portal.called.at(-1)).toMatchObject({
      name: 'files.inspect',
      input: { password: 'river', purpose: 'signing' },
    });
  });

  it('shows how far the upload is, and closes with a notice when it has arrived', async () => {
    await open('t-signing');
    await typePassword('river');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(uploadButton());
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(portal.called.find(({ name }) => name === 'certificates.upload')?.input).toEqual({
      fileId,
      typeId: 't-signing',
      acknowledged: ['chain'],
    });
    act(() => {
      portal.tell('upload.changed', {
        ...sending,
        state: 'done',
        certificateId: 'c-new',
        repushed: 2,
      });
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(useUploads.getState()).toEqual({ uploads: [], fresh: 'c-new' });
    expect(toasts.visibleToasts[0]?.content).toMatchObject({
      title: 'Signing Certificate uploaded',
      sentence: 'The server pushes the 2 configurations that use it again.',
    });
    expect(names()).toContain('files.close');
  });

  it('keeps file, type and password when the upload fails', async () => {
    await open('t-signing');
    await typePassword('river');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(uploadButton());
    await screen.findByRole('progressbar');
    act(() => {
      portal.tell('upload.changed', { ...sending, state: 'failed', error: { code: 'timeout' } });
    });
    const dialog = screen.getByRole('dialog', { name: 'Add Certificate' });
    expect(within(dialog).getByRole('alert').textContent).toContain(
      'File and password are still here.',
    );
    expect(password().value).toBe('river');
    expect(uploadButton().hasAttribute('disabled')).toBe(false);
    expect(names()).not.toContain('files.close');
  });

  it('goes back to where it was when the upload is cancelled', async () => {
    await open('t-signing');
    await typePassword('river');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(uploadButton());
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel upload' }));
    expect(names()).toContain('certificates.cancelUpload');
    act(() => portal.tell('upload.changed', { ...sending, state: 'cancelled' }));
    expect(uploadButton().hasAttribute('disabled')).toBe(false);
  });

  it('does not let go of a file on its way when another one is dropped', async () => {
    await open('t-signing');
    await typePassword('river');
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(uploadButton());
    await screen.findByRole('progressbar');
    act(() => openAdd({ file: new File([new Uint8Array(10)], 'other.p12') }));
    expect(names()).not.toContain('files.close');
    expect(toasts.visibleToasts[0]?.content.title).toBe('One upload at a time');
  });

  it('lets main forget the file when it is closed', async () => {
    await open('t-signing');
    act(closeAdd);
    expect(portal.called.at(-1)).toEqual({ name: 'files.close', input: { fileId } });
  });
});
