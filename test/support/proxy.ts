import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A company's proxy: it tunnels whatever it is asked for to one port of this computer. */
export type Proxy = { port: number; tunnels: string[]; close: () => Promise<void> };

/**
 * @param target port that every tunnel ends at
 * @param refuse answer CONNECT with this status instead
 */
export async function startProxy(target: number, refuse?: number): Promise<Proxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => {
    response.writeHead(405).end();
  });
  server.on('connect', (request, client: Socket) => {
    tunnels.push(request.url ?? '');
    client.on('error', () => undefined);
    if (refuse !== undefined) {
      client.end(
        `HTTP/1.1 ${refuse} Refused\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    sockets.add(client);
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    tunnels,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
