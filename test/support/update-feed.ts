import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:net';
import type { ThrowawayCa } from '../portal/throwaway-ca.ts';

type Answer = (response: ServerResponse) => void;

/** A server of updates, on loopback, whose files a test sets. */
export type UpdateFeed = {
  /** `https://localhost:port/` */
  url: string;
  /** The same on a server without TLS, `http://localhost:port/`. */
  plainUrl: string;
  /** What a path is answered with: a text, bytes, or whatever a function does. */
  set: (path: string, answer: string | Buffer | Answer) => void;
  /** The paths that were asked for, in order; those without TLS begin with `http:`. */
  asked: string[];
  /** Every header that came, by name. */
  headers: Set<string>;
  close: () => Promise<void>;
};

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

/** Starts a feed whose certificate the authority has issued for `localhost`. */
export async function startUpdateFeed(ca: ThrowawayCa): Promise<UpdateFeed> {
  const answers = new Map<string, string | Buffer | Answer>();
  const asked: string[] = [];
  const headers = new Set<string>();
  const serve =
    (prefix: string) =>
    (request: { url?: string | undefined; headers: object }, response: ServerResponse): void => {
      const [path = ''] = (request.url ?? '').split('?');
      asked.push(`${prefix}${path}`);
      for (const name of Object.keys(request.headers)) headers.add(name);
      const answer = answers.get(path);
      if (typeof answer === 'function') return answer(response);
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(answer);
    };
  const secure = createServer(ca.issue('localhost'), serve(''));
  const plain = createPlainServer(serve('http:'));
  for (const server of [secure, plain]) {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  }
  return {
    url: `https://localhost:${portOf(secure)}/`,
    plainUrl: `http://localhost:${portOf(plain)}/`,
    set: (path, answer) => answers.set(path, answer),
    asked,
    headers,
    close: async () => {
      for (const server of [secure, plain]) server.closeAllConnections();
      await Promise.all([secure, plain].map(ended));
    },
  };
}

/** The text of a feed file that offers one package, with its true checksum or with another. */
export function feedFile(
  version: string,
  file: { url: string; content: Buffer; sha512?: string },
): string {
  const digest = file.sha512 ?? createHash('sha512').update(file.content).digest('base64');
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${file.url}`,
    ...(digest === '' ? [] : [`    sha512: ${digest}`]),
    `    size: ${file.content.length}`,
    "releaseDate: '2026-11-22T12:00:00.000Z'",
    '',
  ].join('\n');
}
