import { createServer } from 'node:net';

/** A port on loopback that counts who knocks. */
export type Listener = { port: number; connections: () => number; close: () => Promise<void> };

/** Listens, answers nothing, counts connections: a page that may not use the network makes none. */
export async function listen(): Promise<Listener> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
