import { gzipSync } from 'node:zlib';
import type { BodyChange, Fault, Wire } from './faults.ts';

const json = { 'content-type': 'application/json' };

const reshapeBody: Record<BodyChange, (body: Buffer) => Buffer> = {
  truncated: (body) => body.subarray(0, Math.floor(body.length / 2)),
  malformed: (body) => Buffer.concat([Buffer.from('{"errors":null,,'), body.subarray(1)]),
  empty: () => Buffer.alloc(0),
  'wrong-charset': (body) => Buffer.from(body.toString('utf8'), 'utf16le'),
  'duplicated-key': (body) =>
    Buffer.concat([Buffer.from('{"result":{"searchResults":[]},'), body.subarray(1)]),
};

function ofJson(text: string): Buffer {
  return Buffer.from(`{"errors":null,"result":${text}}`);
}

function bomb(bytes: number): Buffer {
  return gzipSync(Buffer.alloc(bytes, ' '));
}

/**
 * The answer that a fault puts in the portal's place.
 * @returns null where the portal's own answer is needed
 */
export function replacement(fault: Fault): Wire | null {
  switch (fault.kind) {
    case 'answer': {
      const isText = typeof fault.body === 'string';
      const text = isText ? String(fault.body) : JSON.stringify(fault.body ?? null);
      const headers = { ...(isText ? {} : json), ...fault.headers };
      return { status: fault.status, headers, body: Buffer.from(text) };
    }
    case 'html-login': {
      const page = '<!doctype html><title>Sign in</title><form><input type="password"></form>';
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) };
    }
    case 'huge': {
      const body = ofJson(JSON.stringify('x'.repeat(fault.bytes)));
      return { status: 200, headers: json, body };
    }
    case 'gzip-bomb':
      return {
        status: 200,
        headers: { ...json, 'content-encoding': 'gzip' },
        body: bomb(fault.bytes),
      };
    case 'deep':
      return {
        status: 200,
        headers: json,
        body: ofJson('['.repeat(fault.levels) + ']'.repeat(fault.levels)),
      };
    case 'redirect':
      return { status: fault.status, headers: { location: fault.to }, body: Buffer.alloc(0) };
    default:
      return null;
  }
}

/** What a fault makes of the portal's own answer. */
export function reshape(wire: Wire, fault: Fault): Wire {
  switch (fault.kind) {
    case 'body':
      return { ...wire, body: reshapeBody[fault.change](wire.body) };
    case 'json': {
      const parsed: unknown = JSON.parse(wire.body.toString('utf8'));
      return { ...wire, body: Buffer.from(JSON.stringify(fault.change(parsed))) };
    }
    case 'content-type':
      return { ...wire, headers: { ...wire.headers, 'content-type': fault.type } };
    case 'clock': {
      const date = new Date(Date.now() + fault.skewMs).toUTCString();
      return { ...wire, headers: { ...wire.headers, date } };
    }
    default:
      return wire;
  }
}
