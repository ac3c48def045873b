// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CertificateType, Upload } from '../../../../../preload/contract/certificates.ts';
import type { InspectionResult } from '../../../../../preload/contract/inspection.ts';
import { loadCertificates } from '../../../../../renderer/certificates/certificates.store.ts';
import {
  followCertificates,
  forgetCertificates,
} from '../../../../../renderer/certificates/mirror.ts';
import { addToQueue, restoreQueue } from '../../../../../renderer/certificates/queue/queue.ts';
import { openQueue, useQueue } from '../../../../../renderer/certificates/queue/queue.store.ts';
import { QueueWindow } from '../../../../../renderer/certificates/queue/QueueWindow.tsx';
import { toasts } from '../../../../../renderer/ui/toast.ts';
import { installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { openedWith, sampleInspected } from '../../file-look/sample.ts';

const types: CertificateType[] = (['signing', 'encryption'] as const).map((purpose) => ({
  id: `t-${purpose}`,
  name: purpose === 'signing' ? 'Signing Certificate' : 'Encryption Certificate',
  purpose,
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
}));
/** What opens each file, by its name; a file with none is no PKCS#12 file. */
const passwords: Record<string, string> = {
  'sign.p12': 'river',
  'open.p12': 'river',
  'other.p12': 'lake',
};
const ids = new Map<string, string>();
const known = new Map<string, string>();

function look(fileId: string, password: string | null): InspectionResult {
  const name = [...ids].find(([, id]) => id === fileId)?.[0] ?? '';
  const right = passwords[name];
  if (right === undefined)
    return { opened: false, failure: { kind: 'not-pkcs12', format: 'pdf', detail: null } };
  if (password !== right) {
    const kind = password === null ? 'password-required' : 'wrong-password';
    return { opened: false, failure: { kind, format: 'pkcs12', detail: null } };
  }
  known.set(fileId, password);
  const keyUsage = name === 'open.p12' ? ['keyEncipherment'] : ['digitalSignature'];
  return openedWith({ certificates: [sampleInspected({ keyUsage })], chain: [0], checks: [] });
}

const uploadOf = (fileId: string, change: Partial<Upload> = {}): Upload => ({
  id: fileId.replace('00000000', '11111111'),
  fileId,
  isQueued: true,
  fileName: 'x.p12',
  typeId: 't-signing',
  state: 'waiting',
  sentBytes: 0,
  totalBytes: 10,
  certificateId: null,
  repushed: null,
  error: null,
  ...change,
});

/** A file that main takes in only when the test says so. */
let slow: { name: string; arrival: Promise<void> } | null = null;
let portal: FakePortal;
let stop: () => void;
beforeEach(async () => {
  ids.clear();
  known.clear();
  slow = null;
  portal = installPortal({
    'certificates.list': () => ok({ certificates: [], types, fetchedAt: 0, stale: false }),
    'files.open': async ({ name, bytes }) => {
      if (name === slow?.name) await slow.arrival;
      const fileId = `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
      ids.set(name, fileId);
      return ok({ fileId, name, size: bytes.byteLength });
    },
    'files.close': () => ok(undefined),
    'files.inspect': ({ fileId, password }) => ok(look(fileId, password)),
    'files.inspectWith': ({ fileId, passwordOf }) =>
      ok(look(fileId, known.get(passwordOf) ?? null)),
    'certificates.upload': ({ fileId }) => ok(uploadOf(fileId)),
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

const file = (name: string): File => new File([name], name);
const line = (name: string): HTMLElement => {
  const found = screen
    .getAllByRole('listitem')
    .find((each) => within(each).queryByText(name) !== null);
  if (!found) throw new Error(`no line for ${name}`);
  return found;
};
const inputOf = (name: string): unknown[] =>
  portal.called.filter((one) => one.name === name).map(({ input }) => input);

async function open(...names: string[]): Promise<void> {
  act(() => addToQueue(names.map(file)));
  render(<QueueWindow />);
  await screen.findByText(/needs? (?:its|their) password/u);
}
async function typePassword(text: string): Promise<void> {
  const field = screen.getByLabelText('Password');
  fireEvent.input(field, { target: { value: text } });
  await act(async () => {
    fireEvent.keyDown(field, { key: 'Enter' });
    await Promise.resolve();
  });
}

describe('several files at once', () => {
  it('are opened one after the other, and what is no PKCS#12 file is left out with the reason', async () => {
    await open('sign.p12', 'invoice.pdf', 'other.p12');
    expect(screen.getByText('2 need their password. Nothing has left this computer.')).toBeTruthy();
    expect(screen.getByText('1 file was left out')).toBeTruthy();
    expect(line('invoice.pdf').textContent).toContain('This is a PDF document');
    expect(inputOf('files.close')).toEqual([{ fileId: ids.get('invoice.pdf') }]);
  });

  it('share a password where it opens them, and main tries it, not the page', async () => {
    await open('sign.p12', 'open.p12', 'other.p12');
    await typePassword('river');
    await screen.findByText('2 ready, 1 needs its password. Nothing has left this computer.');
    const tried = inputOf('files.inspect').filter((input) =>
      JSON.stringify(input).includes('river'),
    );
    expect(tried).toHaveLength(1);
    expect(JSON.stringify(inputOf('files.inspectWith'))).not.toContain('river');
    // The next one that needs its own is shown, with an empty field.
    const next = screen.getByLabelText<HTMLInputElement>('Password');
    expect(next.value).toBe('');
    expect(openQueue()?.items.find(({ key }) => key === openQueue()?.selected)?.name).toBe(
      'other.p12',
    );
  });

  it('lead on to the next password though somebody types faster than they are looked into', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    slow = { name: 'other.p12', arrival: promise };
    await open('sign.p12', 'other.p12');
    await typePassword('river');
    await screen.findByText(/^1 ready/u);
    await act(async () => {
      resolve();
      await promise;
    });
    await screen.findByText('1 ready, 1 needs its password. Nothing has left this computer.');
    await waitFor(() => {
      const { selected, items } = openQueue() ?? {};
      expect(items?.find(({ key }) => key === selected)?.name).toBe('other.p12');
    });
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  });

  it('keep the field for a password that does not open them, and go on asking', async () => {
    await open('sign.p12', 'open.p12');
    await typePassword('pond');
    expect((await screen.findAllByText('The password does not open this file')).length).toBe(2);
    expect(screen.getByText(/^2 need their password/u)).toBeTruthy();
    await typePassword('river');
    await screen.findByText('2 ready. Nothing has left this computer.');
  });

  it('are asked for one by one where the person does not want to share a password', async () => {
    await open('sign.p12', 'open.p12');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Use the same password for the others' }));
    await typePassword('river');
    await screen.findByText('1 ready, 1 needs its password. Nothing has left this computer.');
    expect(
      inputOf('files.inspectWith').filter((input) =>
        JSON.stringify(input).includes(ids.get('open.p12') ?? '?'),
      ),
    ).toEqual([]);
  });

  it('get the type that fits what is inside', async () => {
    await open('sign.p12', 'open.p12');
    await typePassword('river');
    await screen.findByText('2 ready. Nothing has left this computer.');
    fireEvent.click(screen.getByRole('button', { name: 'Upload 2' }));
    await waitFor(() => expect(inputOf('certificates.upload')).toHaveLength(2));
    expect(inputOf('certificates.upload')).toMatchObject([
      { fileId: ids.get('sign.p12'), typeId: 't-signing' },
      { fileId: ids.get('open.p12'), typeId: 't-encryption' },
    ]);
  });

  it('stay with the reason when they were not uploaded, and can be tried again', async () => {
    await open('sign.p12', 'open.p12');
    await typePassword('river');
    await screen.findByText(/2 ready/u);
    fireEvent.click(screen.getByRole('button', { name: 'Upload 2' }));
    await waitFor(() => expect(inputOf('certificates.upload')).toHaveLength(2));
    const [first, second] = ['sign.p12', 'open.p12'].map((name) => ids.get(name) ?? '');
    act(() => {
      portal.tell(
        'upload.changed',
        uploadOf(first ?? '', { state: 'failed', error: { code: 'timeout' } }),
      );
      portal.tell(
        'upload.changed',
        uploadOf(second ?? '', { state: 'done', certificateId: 'c', repushed: 3 }),
      );
    });
    expect(screen.getByText('1 uploaded, 1 not uploaded.')).toBeTruthy();
    // The list says it of each, so no notice covers it.
    expect(toasts.visibleToasts).toHaveLength(0);
    fireEvent.click(within(line('open.p12')).getByRole('button', { name: /open\.p12/u }));
    expect(screen.getByText(/pushes the 3 configurations/u)).toBeTruthy();
    fireEvent.click(within(line('sign.p12')).getByRole('button', { name: /^sign\.p12/u }));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(inputOf('certificates.upload')).toHaveLength(3));
  });

  it('can each be stopped while they are on their way', async () => {
    await open('sign.p12', 'other.p12');
    await typePassword('river');
    await screen.findByText(/1 ready/u);
    fireEvent.click(screen.getByRole('button', { name: 'Upload 1' }));
    const cancel = await screen.findByRole('button', { name: 'Cancel upload of sign.p12' });
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    fireEvent.click(cancel);
    expect(inputOf('certificates.cancelUpload')).toHaveLength(1);
    act(() =>
      portal.tell('upload.changed', uploadOf(ids.get('sign.p12') ?? '', { state: 'cancelled' })),
    );
    expect(screen.getByText(/1 ready, 1 needs its password/u)).toBeTruthy();
  });

  it('are twenty at most; the rest is named', async () => {
    await open(...Array.from({ length: 22 }, (_, n) => (n === 0 ? 'sign.p12' : `${n}.pdf`)));
    await waitFor(() => expect(screen.getByText('21 files were left out')).toBeTruthy());
    expect(line('21.pdf').textContent).toContain('No more than 20 at a time');
  });

  it('are let go of when the list is closed', async () => {
    await open('sign.p12', 'other.p12');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(useQueue.getState().status).toBe('closed');
    expect(inputOf('files.close')).toEqual([...ids.values()].map((fileId) => ({ fileId })));
  });
});

describe('a reload of the page', () => {
  it('finds the files again that main holds, opened where main has their password', async () => {
    const fileId = '00000000-0000-4000-8000-000000000007';
    const stray = '00000000-0000-4000-8000-000000000008';
    const done = '00000000-0000-4000-8000-000000000009';
    ids.set('sign.p12', fileId);
    known.set(fileId, 'river');
    const held = { name: 'sign.p12', size: 10 };
    const sent = uploadOf(done, { state: 'done', fileName: 'gone.p12', repushed: 1 });
    act(() => portal.tell('upload.changed', sent));
    act(() =>
      restoreQueue({
        files: [
          { fileId, ...held, isQueued: true },
          { fileId: stray, name: 'stray.p12', size: 10, isQueued: false },
        ],
        uploads: [sent],
      }),
    );
    render(<QueueWindow />);
    expect(await screen.findByText('1 uploaded, 1 ready.')).toBeTruthy();
    expect(line('gone.p12').textContent).toContain('Uploaded');
    expect(inputOf('files.close')).toEqual([{ fileId: stray }]);
  });
});
