import { create } from 'zustand';
import type {
  Certificate,
  CertificateList,
  CertificateType,
} from '../../preload/contract/certificates.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call, on } from '../portal.ts';

/** The certificates as main knows them. `problem` is why the last try brought nothing newer. */
export type Certificates =
  | { status: 'loading' }
  | { status: 'ready'; list: CertificateList; problem: AppError | null; isRefreshing: boolean }
  | { status: 'failed'; problem: AppError; isRefreshing: boolean };

export const useCertificates = create<Certificates>(() => ({ status: 'loading' }));

let asked = 0;

/** Gets the list; `refresh` asks the portal again even when main has one. A list that is there stays meanwhile. */
export async function loadCertificates(refresh = false): Promise<void> {
  asked += 1;
  const mine = asked;
  const before = useCertificates.getState();
  if (before.status !== 'loading')
    useCertificates.setState({ ...before, isRefreshing: true }, true);
  const result = await call('certificates.list', { refresh });
  if (mine !== asked) return;
  if (result.ok) {
    showCertificates(result.value);
    return;
  }
  const problem = result.error;
  const now = useCertificates.getState();
  useCertificates.setState(
    now.status === 'ready'
      ? { ...now, problem, isRefreshing: false }
      : { status: 'failed', problem, isRefreshing: false },
    true,
  );
}

/** The certificates that the portal holds, as far as is known. */
export function knownCertificates(): readonly Certificate[] {
  const certificates = useCertificates.getState();
  return certificates.status === 'ready' ? certificates.list.certificates : [];
}

/** The types that the portal offers, as far as is known. */
export function offeredTypes(): readonly CertificateType[] {
  const certificates = useCertificates.getState();
  return certificates.status === 'ready' ? certificates.list.types : [];
}

/** Follows what main tells of the list; the function that comes back stops it. */
export function followList(): () => void {
  return on('certificates.changed', showCertificates);
}

/** Forgets the list. */
export function forgetList(): void {
  asked += 1;
  useCertificates.setState({ status: 'loading' }, true);
}

function showCertificates(list: CertificateList): void {
  useCertificates.setState({ status: 'ready', list, problem: null, isRefreshing: false }, true);
}
