import { X509Certificate } from 'node:crypto';
import { Agent } from 'node:https';
import type { AgentOptions } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { ShownCertificate } from '../../preload/contract/errors.ts';
import { cleanText } from './wire/text.ts';

/** Connections that remember what certificate each host has shown last, whether or not it was trusted. */
export type LookingAgent = {
  agent: Agent;
  /** @param host `portal.example:8443`, as in a URL; null where no handshake got that far */
  shownBy: (host: string) => ShownCertificate | null;
};

/** Hosts that are remembered; a person uses one portal, or a few. */
const hostsKept = 16;

/** The name that people know: `Acme Portal, Acme Ltd`; else the whole name. */
function nameOf(distinguished: string): string {
  const part = (key: string): string[] =>
    distinguished
      .split('\n')
      .filter((line) => line.startsWith(`${key}=`))
      .map((line) => line.slice(key.length + 1));
  const name = [...part('CN'), ...part('O')].join(', ');
  return cleanText(name === '' ? distinguished : name, 512);
}

/** What of a certificate is shown to a person (RFC 5280 4.1.2); dates in epoch ms. */
export function describeCertificate(certificate: X509Certificate): ShownCertificate {
  const { subject, issuer, validFromDate, validToDate, fingerprint256 } = certificate;
  return {
    subject: nameOf(subject ?? ''),
    issuer: nameOf(issuer ?? ''),
    validFrom: validFromDate.getTime(),
    validUntil: validToDate.getTime(),
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** Null for what Node itself can't read: then nobody can. */
function read(raw: Uint8Array | undefined): ShownCertificate | null {
  try {
    return raw === undefined ? null : describeCertificate(new X509Certificate(raw));
  } catch {
    return null;
  }
}

/**
 * An HTTPS agent that looks at the certificate before Node judges it: once it has been refused, the socket no longer
 * tells. The judgement stays Node's own.
 */
export function createLookingAgent(options: AgentOptions = {}): LookingAgent {
  const shown = new Map<string, Uint8Array>();

  function look(socket: TLSSocket, host: string): void {
    // Not `getPeerX509Certificate`: asked this early, it leaves Node without the names to compare the host with.
    const { raw } = socket.getPeerCertificate();
    if (!(raw instanceof Uint8Array)) return;
    if (shown.size >= hostsKept) shown.clear();
    shown.set(host, raw);
  }

  const agent = new Agent(options);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (to, connected) => {
    const socket = connect(to, connected);
    if (socket instanceof TLSSocket) {
      const port = to.port === undefined || Number(to.port) === 443 ? '' : `:${to.port}`;
      const host = `${to.host ?? ''}${port}`;
      // Before Node's own listener, which destroys the socket of a certificate that is not trusted.
      socket.prependListener('secure', () => look(socket, host));
    }
    return socket;
  };
  return { agent, shownBy: (host) => read(shown.get(host)) };
}
