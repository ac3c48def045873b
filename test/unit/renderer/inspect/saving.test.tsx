// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../../preload/contract/errors.ts';
import type { Inspection } from '../../../../preload/contract/inspection.ts';
import { InspectPage } from '../../../../renderer/inspect/InspectPage.tsx';
import { closeInspected, lookInside } from '../../../../renderer/inspect/inspect.store.ts';
import { LiveRegion } from '../../../../renderer/ui/LiveRegion.tsx';
import { toasts } from '../../../../renderer/ui/toast.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { openedWith, sampleInspection } from '../file-look/sample.ts';

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const long = 'harbour-Clock-31';

let portal: FakePortal;
let saved: () => Promise<Result<{ saved: string }>>;

beforeEach(() => {
  saved = () => Promise.resolve(ok({ saved: 'mail-stronger.p12' }));
});
afterEach(() => {
  cleanup();
  act(() => {
    closeInspected();
    toasts.clear();
  });
});

async function open(change: Partial<Inspection> = {}): Promise<void> {
  portal = installPortal({
    'files.open': ({ name, bytes }) => ok({ fileId, name, size: bytes.byteLength }),
    'files.close': () => ok(undefined),
    'files.inspect': () => ok(openedWith(change)),
    'files.saveStrongCopy': () => saved(),
    'files.exportCertificate': () => saved(),
  });
  render(
    <>
      <InspectPage />
      <LiveRegion />
    </>,
  );
  await act(() => lookInside(new File([new Uint8Array(6204)], 'mail.p12')));
}
const press = (name: string | RegExp): boolean =>
  fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, text: string): boolean =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const typeBoth = (text: string): void => {
  type('New password', text);
  type('New password again', text);
};
const asked = (name: string): unknown[] =>
  portal.called.filter((one) => one.name === name).map(({ input }) => input);
const toast = (): unknown => toasts.visibleToasts.map(({ content }) => content.title);

describe('Save a stronger copy', () => {
  it('is offered only where there is a key to keep', async () => {
    await open({ keys: [] });
    expect(screen.queryByRole('button', { name: 'Save a stronger copy' })).toBeNull();
  });

  it('asks for nothing but a password, typed twice, and tells what to do with the old file', async () => {
    await open();
    press('Save a stronger copy');
    expect(document.activeElement).toBe(screen.getByLabelText('New password'));
    typeBoth(long);
    press('Save the copy');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked('files.saveStrongCopy')).toEqual([
      { fileId, newPassword: long, form: 'modern', orderChain: false, keyIndex: null },
    ]);
    expect(toast()).toEqual(['mail-stronger.p12 is saved']);
    expect(toasts.visibleToasts[0]?.content.sentence).toContain('The old file still opens');
  });

  it('judges the password in words while it is typed', async () => {
    await open();
    press('Save a stronger copy');
    type('New password', 'abc');
    expect(screen.getByText(/^3 characters: a computer guesses that/u)).toBeTruthy();
    type('New password', long);
    expect(screen.getByText(/^16 characters: long enough/u)).toBeTruthy();
    type('New password again', 'harbour');
    expect(screen.getByText('The same so far.')).toBeTruthy();
    type('New password again', 'harbor');
    const again = screen.getByLabelText('New password again');
    expect(again.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('It is not the same as above.')).toBeTruthy();
    type('New password again', long);
    expect(screen.getByText('Both are the same.')).toBeTruthy();
  });

  it('saves nothing while the two are not alike, and puts the cursor where it has to be', async () => {
    await open();
    press('Save a stronger copy');
    press('Save the copy');
    expect(screen.getByText('Type a new password.')).toBeTruthy();
    type('New password', long);
    press('Save the copy');
    expect(document.activeElement).toBe(screen.getByLabelText('New password again'));
    expect(screen.getByText('It is not the same as above.')).toBeTruthy();
    expect(asked('files.saveStrongCopy')).toEqual([]);
  });

  it('says that the form for old systems is weaker, before and after', async () => {
    await open();
    press('Save a stronger copy');
    press(/Who has to read it/u);
    fireEvent.click(screen.getByRole('option', { name: /^Old systems/u }));
    expect(screen.getByText(/a weaker lock/u)).toBeTruthy();
    typeBoth(long);
    press('Save the copy');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked('files.saveStrongCopy')).toMatchObject([{ form: 'legacy' }]);
    expect(toasts.visibleToasts[0]?.content.sentence).toContain('Its lock is weak');
  });

  it('keeps one key of several, in the order of the chain, when asked to', async () => {
    const [key] = sampleInspection().keys;
    if (key === undefined) throw new Error('the sample has a key');
    await open({ keys: [key, { ...key, algorithm: 'EC', curve: 'P-256', fits: [] }] });
    press('Save a stronger copy');
    press(/Private keys in the copy/u);
    fireEvent.click(screen.getByRole('option', { name: 'Only key 2, EC P-256' }));
    fireEvent.click(screen.getByLabelText('Put the chain in order'));
    typeBoth(long);
    press('Save the copy');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked('files.saveStrongCopy')).toMatchObject([{ keyIndex: 1, orderChain: true }]);
  });

  it('stays as it was when the person chooses no place', async () => {
    saved = () => Promise.resolve(failed('cancelled'));
    await open();
    press('Save a stronger copy');
    typeBoth(long);
    press('Save the copy');
    await waitFor(() => expect(asked('files.saveStrongCopy')).toHaveLength(1));
    const dialog = screen.getByRole('dialog', { name: 'Save a stronger copy' });
    expect(within(dialog).queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(long);
    expect(toast()).toEqual([]);
  });

  it('says what to do when it can not be written there', async () => {
    const error = { code: 'file-unreadable', reason: 'NotWritable' } as const;
    saved = () => Promise.resolve({ ok: false, error });
    await open();
    press('Save a stronger copy');
    typeBoth(long);
    press('Save the copy');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('It can’t be saved there');
    expect(alert.textContent).toContain('Choose another folder.');
  });

  it('is asked for once, says that it is at work, and can not be closed meanwhile', async () => {
    let finish = (): void => undefined;
    saved = () =>
      new Promise((resolve) => {
        finish = () => resolve(ok({ saved: 'mail-stronger.p12' }));
      });
    await open();
    press('Save a stronger copy');
    typeBoth(long);
    press('Save the copy');
    await waitFor(() => expect(asked('files.saveStrongCopy')).toHaveLength(1));
    expect(screen.getAllByText(/the copy is made and opened again/u).length).toBeGreaterThan(1);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    press(/Save the copy/u);
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(asked('files.saveStrongCopy')).toHaveLength(1);
    act(finish);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a certificate by itself', () => {
  it.each([
    ['Save as PEM', 'pem'],
    ['Save as DER', 'der'],
  ])('%s', async (entry, format) => {
    saved = () => Promise.resolve(ok({ saved: 'Ines Declercq.cer' }));
    await open();
    press('Save the certificate of Ines Declercq');
    fireEvent.click(screen.getByRole('menuitem', { name: entry }));
    await waitFor(() => expect(toast()).toEqual(['Ines Declercq.cer is saved']));
    expect(asked('files.exportCertificate')).toEqual([{ fileId, index: 0, format }]);
  });

  it('is the one that is shown', async () => {
    await open();
    press(/Root 2019/u);
    press('Save the certificate of Halden & Voss Root 2019');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Save as PEM' }));
    await waitFor(() => expect(asked('files.exportCertificate')).toMatchObject([{ index: 2 }]));
  });

  it('says why it was not saved, and nothing when the person chose no place', async () => {
    saved = () => Promise.resolve(failed('cancelled'));
    await open();
    const save = async (times: number): Promise<void> => {
      press('Save the certificate of Ines Declercq');
      fireEvent.click(screen.getByRole('menuitem', { name: 'Save as DER' }));
      await waitFor(() => expect(asked('files.exportCertificate')).toHaveLength(times));
    };
    await save(1);
    expect(toast()).toEqual([]);
    saved = () => Promise.resolve(failed('disk-full'));
    await save(2);
    await waitFor(() => expect(toast()).toEqual(['The disk is full']));
  });
});
