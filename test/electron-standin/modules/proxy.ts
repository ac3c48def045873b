function bypasses(host: string, list: string): boolean {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/^\*?\.?/, ''))
    .filter((entry) => entry !== '')
    .some((entry) => host === entry || host.endsWith(`.${entry}`) || entry === '*');
}

function named(env: NodeJS.ProcessEnv, name: string): string {
  return env[name] ?? env[name.toUpperCase()] ?? '';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\]$)/.test(host);
}

/**
 * The proxy for an address in the words of a PAC file (`DIRECT`, `PROXY host:port`, `SOCKS5 host:port`), as Chromium on
 * Linux finds it: `--proxy-server` (`forced`), else http_proxy, https_proxy, all_proxy and no_proxy. Loopback is direct.
 */
export function proxyFor(url: string, env: NodeJS.ProcessEnv, forced?: string): string {
  const { hostname, protocol } = new URL(url);
  if (isLoopback(hostname)) return 'DIRECT';
  const scheme = protocol.replace(':', '');
  const chosen = forced ?? (named(env, `${scheme}_proxy`) || named(env, 'all_proxy'));
  if (chosen === '' || bypasses(hostname, named(env, 'no_proxy'))) return 'DIRECT';
  const proxy = new URL(chosen.includes('://') ? chosen : `http://${chosen}`);
  const kind = proxy.protocol.startsWith('socks') ? 'SOCKS5' : 'PROXY';
  const port = proxy.port === '' ? (kind === 'PROXY' ? '80' : '1080') : proxy.port;
  return `${kind} ${proxy.hostname}:${port}`;
}
