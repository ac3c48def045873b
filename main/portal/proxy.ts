import type { AxiosProxyConfig } from 'axios';
import { failure } from '../failure.ts';

/** The answer of Chromium's `resolveProxy` for a URL: `PROXY host:8080; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>;

/**
 * Reads a PAC answer (https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file)
 * and takes the first entry that can be used.
 *
 * @returns false to go without a proxy
 * @throws Failure `not-supported` (`socks-proxy`) when all entries are SOCKS
 */
export function readProxy(answer: string): AxiosProxyConfig | false {
  for (const entry of answer.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/u);
    if (kind === 'DIRECT' || kind === '') return false;
    const url = URL.parse(`http://${address}`);
    if (url === null || !['PROXY', 'HTTP', 'HTTPS'].includes(kind)) continue;
    const protocol = kind === 'HTTPS' ? 'https' : 'http';
    const port = url.port === '' ? (protocol === 'https' ? 443 : 80) : Number(url.port);
    return { protocol, host: url.hostname, port };
  }
  throw failure('not-supported', { reason: 'socks-proxy' });
}
