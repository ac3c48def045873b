import type { WebRequest } from 'electron';
import { guarded } from '../core/guard.ts';

/** What an `onBeforeRequest` listener is told; the fields of Electron's details. */
export type RequestDetails = {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly webContentsId: number;
  readonly webContents: object;
  readonly frame: object | null;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
};
type Verdict = { cancel?: boolean; redirectURL?: string };
type Listener = (details: RequestDetails, callback: (verdict: Verdict) => void) => void;
type Filter = { urls: string[]; excludeUrls?: string[]; types?: string[] };

/** `session.webRequest`, with what the rest of the stand-in asks it. */
export type StandinWebRequest = Pick<WebRequest, never> & {
  onBeforeRequest(filter: Filter | Listener | null, listener?: Listener | null): void;
  /** Whether there is a listener, and requests have to be paused. */
  readonly listens: boolean;
  /** Whether the listener cancels this request. */
  cancels(details: RequestDetails): Promise<boolean>;
};

/** A match pattern of the web (`*://*.example.com/*`, `<all_urls>`) as a regular expression. */
function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i');
}

function matches(filter: Filter | undefined, { url, resourceType }: RequestDetails): boolean {
  if (filter === undefined) return true;
  const { urls, excludeUrls = [], types } = filter;
  return (
    (urls.length === 0 || urls.some((pattern) => patternOf(pattern).test(url))) &&
    !excludeUrls.some((pattern) => patternOf(pattern).test(url)) &&
    (types === undefined || types.includes(resourceType))
  );
}

/** Makes the `webRequest` of a session; `onChange` is called when there is a new listener, or none any more. */
export function makeWebRequest(onChange: () => void): StandinWebRequest {
  let wanted: Filter | undefined;
  let current: Listener | undefined;
  return guarded('webRequest', {
    onBeforeRequest(filter: Filter | Listener | null, listener?: Listener | null) {
      wanted = typeof filter === 'function' || filter === null ? undefined : filter;
      current = (typeof filter === 'function' ? filter : listener) ?? undefined;
      onChange();
    },
    get listens() {
      return current !== undefined;
    },
    async cancels(details: RequestDetails) {
      const listener = current;
      // data: never reaches Electron's webRequest
      if (listener === undefined || details.url.startsWith('data:')) return false;
      if (!matches(wanted, details)) return false;
      const { cancel, redirectURL } = await new Promise<Verdict>((resolve) => {
        listener(details, resolve);
      });
      if (redirectURL !== undefined) throw new Error('stand-in: redirectURL is not implemented');
      return cancel === true;
    },
  });
}
