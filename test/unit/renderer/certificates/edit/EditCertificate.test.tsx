// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CertificateType } from '../../../../../preload/contract/certificates.ts';
import { useAdding } from '../../../../../renderer/certificates/add/add.store.ts';
import { loadCertificates } from '../../../../../renderer/certificates/certificates.store.ts';
import {
  chooseReplacement,
  openEdit,
  useEditing,
} from '../../../../../renderer/certificates/edit/edit.store.ts';
import { EditCertificate } from '../../../../../renderer/certificates/edit/EditCertificate.tsx';
import { forgetCertificates } from '../../../../../renderer/certificates/mirror.ts';
import { toasts } from '../../../../../renderer/ui/toast.ts';
import { failed, installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { openedWith, sampleInspected } from '../../file-look/sample.ts';
import { sampleCertificate } from '../sample.ts';

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const types: CertificateType[] = (['signing', 'encryption'] as const).map((purpose) => ({
  id: `t-${purpose}`,
  name: purpose === 'signing' ? 'Signing Certificate' : 'Encryption Certificate',
  purpose,
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
}));
const signing = sampleCertificate();
const encryption = sampleCertificate({
  typeId: 't-encryption',
  name: 'Encryption Certificate',
  purpose: 'encryption',
});
let portal: FakePortal;
let isPortalWell = true;

beforeEach(async () => {
  isPortalWell = true;
  portal = installPortal({
    'certificates.list': () => ok({ certificates: [], types, fetchedAt: 0, stale: false }),
    'files.open': ({ name, bytes }) => ok({ fileId, name, size: bytes.byteLength }),
    'files.close': () => ok(undefined),
    'files.inspect': ({ password }) =>
      ok(
        password === 'river'
          ? openedWith({ certificates: [sampleInspected({})], chain: [0], checks: [] })
          : {
              opened: false,
              failure: { kind: 'password-required', format: 'pkcs12', detail: null },
            },
      ),
    'certificates.edit': ({ replacement }) =>
      isPortalWell
        ? ok({ certificate: signing, repushed: replacement ? 2 : 0 })
        : failed('portal-failed'),
  });
  await loadCertificates();
  render(<EditCertificate />);
});
afterEach(() => {
  cleanup();
  act(forgetCertificates);
  toasts.clear();
});

const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(button(name));
  });
const describeAs = (words: string): void => {
  fireEvent.change(screen.getByLabelText('Description'), { target: { value: words } });
};
async function replaceWith(password: string): Promise<void> {
  await act(() => chooseReplacement(new File(['p12'], 'new.p12')));
  const field = screen.getByLabelText<HTMLInputElement>('Password');
  fireEvent.input(field, { target: { value: password } });
  fireEvent.blur(field);
}
const sent = (): unknown => portal.called.find(({ name }) => name === 'certificates.edit')?.input;

describe('Edit Certificate', () => {
  it('has nothing to save until something is changed', () => {
    act(() => openEdit(signing));
    expect(button('Save changes').disabled).toBe(true);
    expect(screen.getByText('Nothing is changed yet.')).toBeTruthy();
    describeAs('For claims');
    expect(button('Save changes').disabled).toBe(false);
  });

  it('sends what was changed and nothing else', async () => {
    act(() => openEdit(signing));
    describeAs('For claims');
    await press('Save changes');
    expect(sent()).toEqual({ certificateId: 'c-1', description: 'For claims' });
    expect(useEditing.getState().status).toBe('closed');
    expect(toasts.visibleToasts[0]?.content).toMatchObject({
      title: 'Signing Certificate changed',
      sentence: 'No configuration is pushed again.',
    });
  });

  it('opens another file on this computer before it may take the place', async () => {
    act(() => openEdit(signing));
    await replaceWith('');
    expect(await screen.findByText(/The file needs its password/u)).toBeTruthy();
    expect(button('Save changes').disabled).toBe(true);
    await replaceWith('river');
    await waitFor(() => expect(button('Save changes').disabled).toBe(false));
    await press('Save changes');
    expect(sent()).toEqual({
      certificateId: 'c-1',
      replacement: { fileId, acknowledged: [] },
    });
    expect(toasts.visibleToasts[0]?.content).toMatchObject({
      title: 'File of Signing Certificate replaced',
      sentence: 'The server pushes the 2 configurations that use it again.',
    });
  });

  it('warns before an encryption certificate is replaced, and leads to adding beside it', async () => {
    act(() => openEdit(encryption));
    await replaceWith('river');
    expect(screen.getByRole('note').textContent).toContain(
      'mail that was encrypted to you before may become unreadable',
    );
    await press('Add it beside this one');
    expect(useEditing.getState().status).toBe('closed');
    expect(useAdding.getState()).toMatchObject({ status: 'open', typeId: 't-encryption' });
  });

  it('lets the file at the portal stay after all', async () => {
    act(() => openEdit(signing));
    await replaceWith('river');
    await press('Keep the old file');
    expect(portal.called.at(-1)).toEqual({ name: 'files.close', input: { fileId } });
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect(button('Save changes').disabled).toBe(true);
  });

  it('loses nothing that was typed when it could not be saved', async () => {
    isPortalWell = false;
    act(() => openEdit(signing));
    describeAs('For claims');
    await press('Save changes');
    expect(screen.getByRole('alert').textContent).toContain('What you have changed is still here.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Description').value).toBe('For claims');
  });

  it('keeps no password in the page once it is closed', async () => {
    act(() => openEdit(signing));
    await replaceWith('river');
    const field = screen.getByLabelText<HTMLInputElement>('Password');
    await press('Close');
    expect(field.value).toBe('');
    expect(JSON.stringify(useEditing.getState())).not.toContain('river');
  });
});
