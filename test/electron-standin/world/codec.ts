/** Structured clone as text, the same in Node and in a page. */
export type Codec = {
  /** `value` as JSON text; throws a DataCloneError on what structured clone refuses. */
  encode: (value: unknown) => string;
  /** The value that `encode` was given, its aliases and cycles kept. */
  decode: (text: string) => unknown;
};

/**
 * Makes the codec by which values travel between main process and page: JSON in which everything
 * beyond null, booleans, strings and plain numbers is an array that begins with a tag. Of an object that is the
 * number of its shape, its keys, which are written once for all objects that have them: lists of thousands travel.
 * Its source text is sent into the page, so it refers to nothing outside itself. Follows "structured serialize"
 * of the HTML standard.
 */
export function makeCodec(): Codec {
  /** The keys so far; `number` is -1 until an object ends here. */
  type Shape = { number: number; next: Map<string, Shape> };

  const { getPrototypeOf, keys: keysOf, prototype: objectPrototype } = Object;
  const inNode = typeof Buffer === 'function';
  const views: Record<string, new (bytes: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errors: Record<string, new (message: string) => Error> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };

  const refuse = (): never => {
    const error = new Error('An object could not be cloned.');
    error.name = 'DataCloneError';
    throw error;
  };
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object';
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');

  const toBase64 = (bytes: Uint8Array): string =>
    inNode
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      : bytes.toBase64();
  const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
    inNode ? new Uint8Array(Buffer.from(base64, 'base64')) : Uint8Array.fromBase64(base64);

  /** Anything but an array and a plain object; null for what is to travel as one. */
  const encodeSpecial = (value: object, encodeAny: (item: unknown) => unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      const name = tagOf(value);
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return ['v', name in views ? name : 'Uint8Array', toBase64(bytes)];
    }
    if (value instanceof Date) return ['d', value.getTime()];
    if (value instanceof RegExp) return ['x', value.source, value.flags];
    if (value instanceof Map) {
      return ['m', [...value].map(([key, item]) => [encodeAny(key), encodeAny(item)])];
    }
    if (value instanceof Set) return ['s', [...value].map(encodeAny)];
    if (value instanceof ArrayBuffer) return ['ab', toBase64(new Uint8Array(value))];
    if (value instanceof Error) {
      return ['e', value.name, value.message, value.stack ?? '', encodeAny(value.cause)];
    }
    const tag = tagOf(value);
    if (['Boolean', 'Number', 'String'].includes(tag)) return ['w', encodeAny(value.valueOf())];
    const opaque = ['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator'].includes(tag);
    if (opaque || (!inNode && tag !== 'Object')) return refuse();
    return null;
  };
  const isPlain = (value: object): boolean => {
    const prototype: unknown = getPrototypeOf(value);
    return prototype === objectPrototype || prototype === null;
  };

  const encode = (root: unknown): string => {
    const seen = new Map<object, number>();
    const shapes: string[][] = [];
    const noKeys: Shape = { number: -1, next: new Map() };
    const encodeObject = (value: Record<string, unknown>): unknown[] => {
      const coded: unknown[] = [0];
      const keys = keysOf(value);
      let shape = noKeys;
      for (const key of keys) {
        let longer = shape.next.get(key);
        if (longer === undefined) {
          longer = { number: -1, next: new Map() };
          shape.next.set(key, longer);
        }
        shape = longer;
        coded.push(encodeAny(value[key]));
      }
      if (shape.number < 0) shape.number = shapes.push(keys) - 1;
      coded[0] = shape.number;
      return coded;
    };
    const encodeArray = (items: readonly unknown[]): unknown[] => {
      const coded: unknown[] = ['a'];
      for (const item of items) coded.push(encodeAny(item));
      return coded;
    };
    const encodeAny = (value: unknown): unknown => {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          if (Object.is(value, -0)) return ['n', '-0'];
          return Number.isFinite(value) ? value : ['n', String(value)];
        case 'undefined':
          return ['u'];
        case 'bigint':
          return ['b', String(value)];
        case 'object': {
          if (value === null) return value;
          const before = seen.get(value);
          if (before !== undefined) return ['r', before];
          seen.set(value, seen.size);
          if (Array.isArray(value)) return encodeArray(value);
          const special = isPlain(value) ? null : encodeSpecial(value, encodeAny);
          return special ?? (isRecord(value) ? encodeObject(value) : refuse());
        }
        default:
          return refuse();
      }
    };
    const coded = encodeAny(root);
    return JSON.stringify([shapes, coded]);
  };

  const ownKey = { configurable: true, enumerable: true, writable: true };
  const decodeError = (parts: unknown[]): Error => {
    const name = text(parts[1]);
    const error = new (errors[name] ?? Error)(text(parts[2]));
    const plain = { configurable: true, writable: true };
    if (error.name !== name) Object.defineProperty(error, 'name', { value: name, ...plain });
    Object.defineProperty(error, 'stack', { value: parts[3], ...plain });
    return error;
  };
  const decodeView = (name: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView =>
    new (views[name] ?? Uint8Array)(bytes.buffer);

  const decode = (source: string): unknown => {
    const seen: unknown[] = [];
    const keep = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    const [shapes, root] = list(JSON.parse(source));
    const shapeKeys = list(shapes).map((keys) => list(keys).map(text));
    const decodeObject = (keys: readonly string[], parts: readonly unknown[]): object => {
      const result: Record<string, unknown> = keep({});
      for (let at = 0; at < keys.length; at += 1) {
        const key = keys[at] ?? '';
        const value = decodeAny(parts[at + 1]);
        // not an assignment: a key of `__proto__` is an ordinary own key, as in structured clone
        if (key === '__proto__') Object.defineProperty(result, key, { value, ...ownKey });
        else result[key] = value;
      }
      return result;
    };
    const decodeAny = (coded: unknown): unknown => {
      if (!Array.isArray(coded)) return coded;
      const parts: unknown[] = coded;
      const tag = parts[0];
      if (typeof tag === 'number') return decodeObject(shapeKeys[tag] ?? [], parts);
      const body = parts[1];
      switch (tag) {
        case 'n':
          return Number(body);
        case 'b':
          return BigInt(text(body));
        case 'r':
          return seen[Number(body)];
        case 'v':
          return keep(decodeView(text(body), fromBase64(text(parts[2]))));
        case 'ab':
          return keep(fromBase64(text(body)).buffer);
        case 'd':
          return keep(new Date(Number(body ?? Number.NaN)));
        case 'x':
          return keep(new RegExp(text(body), text(parts[2])));
        case 'w':
          return keep(new Object(decodeAny(body)));
        case 'a': {
          const result: unknown[] = keep([]);
          for (let at = 1; at < parts.length; at += 1) result.push(decodeAny(parts[at]));
          return result;
        }
        case 'm': {
          const result = keep(new Map<unknown, unknown>());
          for (const pair of list(body)) {
            const [key, item] = list(pair);
            result.set(decodeAny(key), decodeAny(item));
          }
          return result;
        }
        case 's': {
          const result = keep(new Set<unknown>());
          for (const item of list(body)) result.add(decodeAny(item));
          return result;
        }
        case 'e': {
          const error = keep(decodeError(parts));
          const cause = decodeAny(parts[4]);
          if (cause !== undefined) error.cause = cause;
          return error;
        }
        default:
          return undefined;
      }
    };
    return decodeAny(root);
  };

  return { encode, decode };
}
