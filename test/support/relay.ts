import { request as send } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startRawServer } from './raw-server.ts';
import type { RawServer } from './raw-server.ts';

/** What happens to one request on its way to the portal. */
export type Mishap =
  /** The line breaks before the portal has it. */
  | 'lost-request'
  /** The portal has it and answers; the line breaks before the answer. */
  | 'lost-answer'
  /** The portal has it; whoever stands in between says 502. */
  | 'bad-gateway'
  /** Somebody in between answers, whatever the portal would have said. */
  | { status: number; headers?: Record<string, string>; text?: string };

/** Stands between the app and a portal, on a real socket. */
export type Relay = RawServer & {
  /** The next `times` requests whose `METHOD /path` matches meet a mishap. */
  mishap: (which: RegExp, what: Mishap, times?: number) => void;
  /** Hangs up on everybody until it is called with false. */
  goDown: (down: boolean) => void;
  /** How many requests that match have reached the portal. */
  arrived: (which: RegExp) => number;
};

/** Starts a relay to the portal at `target`, a URL. */
export async function startRelay(target: string): Promise<Relay> {
  const mishaps: { which: RegExp; what: Mishap; times: number }[] = [];
  const arrivals: string[] = [];
  let isDown = false;

  function take(line: string): Mishap | null {
    const found = mishaps.find(({ which, times }) => times > 0 && which.test(line));
    if (found === undefined) return null;
    found.times -= 1;
    return found.what;
  }

  function forward(from: IncomingMessage, to: ServerResponse, what: Mishap | null): void {
    const { method, url } = from;
    // The demo portal answers only who asks for it by its own name.
    const headers = { ...from.headers, host: new URL(target).host };
    const onward = send(new URL(url ?? '/', target), { method, headers }, (answer) => {
      arrivals.push(`${method ?? ''} ${url ?? ''}`);
      if (what === 'lost-answer') {
        answer.resume().on('end', () => from.socket.destroy());
      } else if (what === 'bad-gateway') {
        answer.resume();
        to.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
      } else {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
      }
    });
    onward.on('error', () => to.destroy());
    from.on('error', () => onward.destroy());
    from.pipe(onward);
  }

  const server = await startRawServer((from, to) => {
    const what = take(`${from.method ?? ''} ${from.url ?? ''}`);
    if (isDown || what === 'lost-request') from.socket.destroy();
    else if (typeof what === 'object' && what !== null) {
      from.resume();
      to.writeHead(what.status, what.headers).end(what.text ?? '');
    } else forward(from, to, what);
  });
  return {
    ...server,
    mishap: (which, what, times = 1) => {
      mishaps.push({ which, what, times });
    },
    goDown: (down) => {
      isDown = down;
    },
    arrived: (which) => arrivals.filter((line) => which.test(line)).length,
  };
}
