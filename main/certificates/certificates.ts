import type { CertificateList, CertificateType } from '../../preload/contract/certificates.ts';
import type { Cache } from '../cache.ts';
import { failure, isAway } from '../failure.ts';
import type { Emit } from '../ipc/connect.ts';
import type { CurrentSession, SignedIn } from '../session/signed-in.ts';
import { createSingleFlight } from '../single-flight.ts';

/** The certificates that the portal holds for whoever is signed in. */
export type Certificates = {
  list: (refresh: boolean) => Promise<CertificateList>;
  /** A list that is not older than this session, fetched if need be; never a stale one. */
  fresh: () => Promise<CertificateList>;
  /** Largest file that the portal takes, in bytes; null when it does not say. */
  maxFileBytes: () => number | null;
  /** SHA-256 fingerprints of what is uploaded already, as far as is known without asking. */
  fingerprints: () => string[];
  /** Fetches a list that is known and not fresh again, quietly: the portal has come back. */
  freshen: () => void;
  forget: () => void;
};

export type CertificatesOptions = {
  session: CurrentSession;
  cache: Cache;
  emit: Emit;
  /** Told of every list that a caller gets, fetched or known. */
  onList?: (list: CertificateList) => void;
};

/** @throws Failure `not-found` when the portal has no such type any more */
export const typeOf = (types: readonly CertificateType[], id: string): CertificateType => {
  const type = types.find((one) => one.id === id);
  if (type === undefined) throw failure('not-found', { reason: 'certificate-type' });
  return type;
};

/** Keeps the list as it was last known; every change goes to the page and to the disk. */
export function createCertificates(options: CertificatesOptions): Certificates {
  const { session, cache, emit, onList } = options;
  let current: CertificateList | null = null;
  let maxFileBytes: number | null = null;
  const flight = createSingleFlight<CertificateList>();

  function known(): CertificateList | null {
    const cached = current ?? cache.certificates();
    if (current === null && cached !== null) current = { ...cached, stale: true };
    return current;
  }

  async function fetchList({ portal, signal }: SignedIn): Promise<CertificateList> {
    const [types, allowance] = await Promise.all([
      portal.certificateTypes(),
      portal.allowance().catch(() => null),
    ]);
    if (allowance?.certificatesEnabled === false)
      throw failure('not-supported', { reason: 'certificates' });
    const certificates = await portal.certificates(types);
    maxFileBytes = allowance?.maxFileBytes ?? null;
    if (signal.aborted) throw failure('cancelled');
    const list = { certificates, types, fetchedAt: portal.now(), stale: false };
    current = list;
    cache.keepCertificates(list);
    emit('certificates.changed', list);
    onList?.(list);
    return list;
  }

  const fetchOnce = (signedIn: SignedIn): Promise<CertificateList> =>
    flight.join(() => fetchList(signedIn));

  function age(): CertificateList | null {
    const last = known();
    if (last === null || last.stale) return last;
    current = { ...last, stale: true };
    emit('certificates.changed', current);
    return current;
  }

  function freshen(): void {
    const signedIn = session.signedIn();
    if (signedIn !== null && known()?.stale === true) fetchOnce(signedIn).catch(() => undefined);
  }

  return {
    freshen,
    list: async (refresh) => {
      const signedIn = session.require();
      const last = known();
      if (!refresh && last !== null) {
        // What is known is shown at once; what is new comes as an event.
        freshen();
        onList?.(last);
        return last;
      }
      try {
        return await fetchOnce(signedIn);
      } catch (cause) {
        const aged = isAway(cause) ? age() : null;
        if (aged === null) throw cause;
        return aged;
      }
    },
    fresh: async () => {
      const signedIn = session.require();
      const last = known();
      return last !== null && !last.stale ? last : fetchOnce(signedIn);
    },
    maxFileBytes: () => maxFileBytes,
    fingerprints: () => (known()?.certificates ?? []).map((one) => one.thumbprintSha256),
    forget: () => {
      current = null;
      maxFileBytes = null;
      flight.forget();
    },
  };
}
