import { createServer } from 'node:http';

/** What arrived at the witness: what must never be sent there. */
type Sighting = {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  body: string;
};

/** A foreign host that writes down everything that reaches it, to prove that nothing does. */
export type Witness = { url: string; seen: () => Sighting[]; close: () => Promise<void> };

/** Starts a witness; it answers everything with an empty, successful envelope. */
export async function startWitness(): Promise<Witness> {
  const seen: Sighting[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (bytes: Buffer) => {
      body += bytes.toString('latin1');
    });
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      seen.push({ method, path, headers, body });
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end('{"errors":null,"result":1}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen: () => [...seen],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
