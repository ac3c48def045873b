// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InspectionResult } from '../../../../preload/contract/inspection.ts';
import { InspectPage } from '../../../../renderer/inspect/InspectPage.tsx';
import {
  closeInspected,
  inspectedFile,
  lookInside,
} from '../../../../renderer/inspect/inspect.store.ts';
import { installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { openedWith } from '../file-look/sample.ts';

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const closed = (kind: 'password-required' | 'wrong-password'): InspectionResult => ({
  opened: false,
  failure: { kind, format: 'pkcs12', detail: null },
});

let portal: FakePortal;
let answer: (password: string | null) => InspectionResult;

beforeEach(() => {
  answer = (password) =>
    password === null
      ? closed('password-required')
      : password === 'river'
        ? openedWith()
        : closed('wrong-password');
  portal = installPortal({
    'files.open': ({ name, bytes }) => ok({ fileId, name, size: bytes.byteLength }),
    'files.close': () => ok(undefined),
    'files.inspect': ({ password }) => ok(answer(password)),
    'app.copy': () => ok(undefined),
  });
});
afterEach(() => {
  cleanup();
  act(closeInspected);
});

async function open(name = 'mail.p12'): Promise<void> {
  render(<InspectPage />);
  await act(() => lookInside(new File([new Uint8Array(6204)], name)));
}
async function typePassword(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  await waitFor(() => expect(inspectedFile.store.getState()).toMatchObject({ busy: false }));
}

describe('Inspect', () => {
  it('begins with what it takes and how to begin', () => {
    render(<InspectPage />);
    expect(screen.getByRole('button', { name: 'Choose File' })).toBeTruthy();
    expect(
      screen.getByText(/\.p12 \.pfx \.pem \.cer \.crt \.der \.p7b, up to 10 MB/u),
    ).toBeTruthy();
  });

  it('opens a file that needs no password at once', async () => {
    answer = () => openedWith({ format: 'pem' });
    await open('chain.pem');
    expect(screen.getByRole('heading', { name: 'chain.pem' })).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('asks for the password, keeps what was typed when it is wrong, and opens with the right one', async () => {
    await open();
    await typePassword('lake');
    expect(screen.getByText('The password does not open this file')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('lake');
    await typePassword('river');
    expect(screen.getByRole('article', { name: 'Ines Declercq' })).toBeTruthy();
    expect(JSON.stringify(inspectedFile.store.getState())).not.toContain('river');
  });

  it('shows the chain from the person to the root, and the fields of the step that is pressed', async () => {
    answer = () => openedWith();
    await open();
    const chain = screen.getByRole('region', { name: 'Chain, from you to the root' });
    expect(within(chain).getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(within(chain).getByRole('button', { name: /Root 2019/u }));
    const card = screen.getByRole('article', { name: 'Halden & Voss Root 2019' });
    expect(within(card).getByText('Vouches for other certificates')).toBeTruthy();
  });

  it('says what the certificate does and what it does not do', async () => {
    answer = () => openedWith();
    await open();
    expect(screen.getByText('Opens encrypted mail')).toBeTruthy();
    expect(screen.getByText('Does not sign mail')).toBeTruthy();
    expect(screen.getByText('One private key, and it fits.')).toBeTruthy();
  });

  it('copies a field without the spaces between its groups', async () => {
    answer = () => openedWith();
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Copy Serial number' }));
    await waitFor(() =>
      expect(portal.called.at(-1)).toEqual({
        name: 'app.copy',
        input: { text: '5E910B7A44C218D306F1' },
      }),
    );
  });

  it('asks for no password where none would help', async () => {
    answer = () => ({
      opened: false,
      failure: { kind: 'not-pkcs12', format: 'zip', detail: null },
    });
    await open('mail.zip');
    expect(screen.getByRole('alert').textContent).toContain('This is a ZIP archive');
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('lets main forget the file when it is closed', async () => {
    answer = () => openedWith();
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Close the file' }));
    expect(portal.called).toContainEqual({ name: 'files.close', input: { fileId } });
    expect(screen.getByRole('heading', { name: 'Inspect' })).toBeTruthy();
  });
});
