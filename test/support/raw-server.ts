import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A certificate with its key, both PEM. */
type ServerCertificate = { key: string; cert: string };

/** A server on a real socket, for answers that no good portal gives. */
export type RawServer = {
  /** `http://127.0.0.1:port` or `https://localhost:port` */
  origin: string;
  port: number;
  /** Every request that came in: method, path and headers. */
  requests: { method: string; path: string; headers: IncomingMessage['headers'] }[];
  close: () => Promise<void>;
};

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

/** Starts a server that answers every request with `respond`. */
export async function startRawServer(
  respond: Respond,
  certificate?: ServerCertificate,
): Promise<RawServer> {
  const requests: RawServer['requests'] = [];
  const listener: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, headers });
    respond(request, response);
  };
  const server: Server =
    certificate === undefined
      ? createHttpServer(listener)
      : createHttpsServer(certificate, listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server.address());
  return {
    port,
    origin: certificate === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Answers with the vendor's envelope. */
export function sendJson(response: ServerResponse, result: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errors: null, result }));
}
