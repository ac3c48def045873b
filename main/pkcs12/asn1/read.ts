import { Pkcs12Error, malformed } from '../errors.ts';

/** X.690 8.1.2.2: universal, application, context-specific, private. */
export type TagClass = 0 | 1 | 2 | 3;

/** One BER element. `content` and `raw` are views into the bytes it was read from, not copies. */
export type Element = {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly constructed: boolean;
  /** What is between the header and the end; without the end-of-contents octets of an indefinite length. */
  readonly content: Uint8Array;
  /** The whole element with its header, as it stands in the file. */
  readonly raw: Uint8Array;
  /** Levels above this one. */
  readonly depth: number;
  /** Parsed when first asked for; empty for a primitive element. Throws `Pkcs12Error`. */
  readonly children: readonly Element[];
};

export type ReadLimits = {
  /** Deepest nesting that is followed. */
  readonly maxDepth: number;
};

const defaultLimits: ReadLimits = { maxDepth: 64 };
const maxChildren = 20_000;

/**
 * Reads the first BER element of `bytes` (X.690): definite, non-minimal and indefinite lengths. What follows
 * it is left alone; `raw.length` says how far it went. Throws `Pkcs12Error`: `truncated` where the bytes end
 * before the outermost element does, `malformed`, or `nesting-too-deep`.
 */
export function readElement(bytes: Uint8Array, limits: ReadLimits = defaultLimits): Element {
  return readAt(bytes, 0, 0, limits);
}

/** Reads elements side by side until `bytes` ends. Throws as {@link readElement} does. */
export function readElements(
  bytes: Uint8Array,
  depth = 0,
  limits: ReadLimits = defaultLimits,
): Element[] {
  const elements: Element[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const element = readAt(bytes, offset, depth, limits);
    elements.push(element);
    if (elements.length > maxChildren) throw malformed('element count');
    offset += element.raw.length;
  }
  return elements;
}

type Header = {
  readonly tagClass: TagClass;
  readonly tagNumber: number;
  readonly constructed: boolean;
  readonly headerLength: number;
  /** `null` for the indefinite form. */
  readonly length: number | null;
};

const tagClasses = [0, 1, 2, 3] as const;

function byteAt(bytes: Uint8Array, offset: number, depth: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw overrun(depth);
  return byte;
}

function overrun(depth: number): Pkcs12Error {
  return depth === 0 ? new Pkcs12Error('truncated') : malformed('length');
}

function readHeader(bytes: Uint8Array, start: number, depth: number): Header {
  const first = byteAt(bytes, start, depth);
  let offset = start + 1;
  let tagNumber = first & 0x1f;
  if (tagNumber === 0x1f) {
    tagNumber = 0;
    for (let more = true; more;) {
      const byte = byteAt(bytes, offset++, depth);
      tagNumber = tagNumber * 128 + (byte & 0x7f);
      if (tagNumber > 0x7fff_ffff) throw malformed('tag');
      more = (byte & 0x80) !== 0;
    }
  }
  const lengthByte = byteAt(bytes, offset++, depth);
  let length: number | null = lengthByte;
  if (lengthByte === 0x80) {
    length = null;
  } else if (lengthByte > 0x80) {
    length = 0;
    // Leading zeros are allowed (BER), so the count of octets says nothing about the value.
    for (let index = lengthByte & 0x7f; index > 0; index--) {
      length = length * 256 + byteAt(bytes, offset++, depth);
      if (length > 0xffff_ffff) throw malformed('length');
    }
  }
  const constructed = (first & 0x20) !== 0;
  const tagClass = tagClasses[first >> 6] ?? 0;
  return { tagClass, tagNumber, constructed, headerLength: offset - start, length };
}

function readAt(bytes: Uint8Array, start: number, depth: number, limits: ReadLimits): Element {
  if (depth > limits.maxDepth) throw new Pkcs12Error('nesting-too-deep', String(limits.maxDepth));
  const header = readHeader(bytes, start, depth);
  const contentStart = start + header.headerLength;
  if (header.length === null) {
    if (!header.constructed) throw malformed('length');
    const contentEnd = findEndOfContents(bytes, contentStart, depth, limits);
    return element(header, bytes, start, contentEnd, contentEnd + 2, depth, limits);
  }
  const end = contentStart + header.length;
  if (end > bytes.length) throw overrun(depth);
  return element(header, bytes, start, end, end, depth, limits);
}

function findEndOfContents(
  bytes: Uint8Array,
  start: number,
  depth: number,
  limits: ReadLimits,
): number {
  if (depth + 1 > limits.maxDepth) {
    throw new Pkcs12Error('nesting-too-deep', String(limits.maxDepth));
  }
  let offset = start;
  while (!(byteAt(bytes, offset, depth) === 0 && byteAt(bytes, offset + 1, depth) === 0)) {
    const header = readHeader(bytes, offset, depth);
    const contentStart = offset + header.headerLength;
    offset =
      header.length === null
        ? findEndOfContents(bytes, contentStart, depth + 1, limits) + 2
        : contentStart + header.length;
  }
  return offset;
}

function element(
  header: Header,
  bytes: Uint8Array,
  start: number,
  contentEnd: number,
  end: number,
  depth: number,
  limits: ReadLimits,
): Element {
  const content = bytes.subarray(start + header.headerLength, contentEnd);
  let children: readonly Element[] | null = null;
  return {
    tagClass: header.tagClass,
    tagNumber: header.tagNumber,
    constructed: header.constructed,
    content,
    raw: bytes.subarray(start, end),
    depth,
    get children() {
      children ??= header.constructed ? readElements(content, depth + 1, limits) : [];
      return children;
    },
  };
}
