/** One end of the passage between the page's own world and the preload's isolated world. */
export type Bridge = {
  /** Calls the other world's handler `operation`; throws what it throws. */
  call(operation: string, ...args: unknown[]): unknown;
  /** What the other world may call here. */
  readonly handlers: Record<string, (...args: never[]) => unknown>;
};

/**
 * Makes one end of the bridge. The two worlds of a page talk by synchronous CustomEvents whose name only
 * they know; Chromium clones `detail` between worlds, and functions and promises travel as handles.
 * Everything it uses is taken when the document is made, before the page could replace it. Its source text is
 * sent into the page, so it refers to nothing outside itself. `here` and `there` name the two ends.
 */
export function makeBridge(token: string, here: string, there: string): Bridge {
  type Callable = (...args: unknown[]) => unknown;
  type Settle = { resolve: (value: unknown) => void; reject: (reason: unknown) => void };
  type Parcel = { isWrapped: boolean; value: unknown };
  type Answer = Parcel & { ok: boolean };

  const { apply, getPrototypeOf, ownKeys } = Reflect;
  const { defineProperty, setPrototypeOf, prototype: objectPrototype } = Object;
  const { isArray } = Array;
  const method = (holder: object | undefined, name: string) => {
    const found: unknown = holder === undefined ? undefined : Reflect.get(holder, name);
    if (typeof found !== 'function') throw new Error(`stand-in: the page has no ${name}`);
    return (self: unknown, ...args: unknown[]): unknown => apply(found, self, args);
  };
  const dispatchEvent = method(EventTarget.prototype, 'dispatchEvent');
  const stopImmediatePropagation = method(Event.prototype, 'stopImmediatePropagation');
  const getHandle = method(WeakMap.prototype, 'get');
  const setHandle = method(WeakMap.prototype, 'set');
  const then = method(Promise.prototype, 'then');
  const detail = Reflect.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail');
  const readDetail = method(detail, 'get');
  const CustomEventOfTheStart = CustomEvent;
  const PromiseOfTheStart = Promise;
  const target = window;
  const tag = `$${token}`;

  const functions: Record<number, Callable> = {};
  const proxies: Record<number, Callable> = {};
  const waiting: Record<number, Settle> = {};
  const handlers: Record<string, Callable> = {};
  // the page may put accessors on Object.prototype
  for (const table of [functions, proxies, waiting, handlers]) setPrototypeOf(table, null);
  const handles = new WeakMap<object, number>();
  let issued = 0;
  let lastAnswer: Answer | undefined;

  const put = (object: object, key: string | number, value: unknown): void => {
    defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  };
  const isPlain = (value: unknown): value is Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || isArray(value)) return false;
    const prototype = getPrototypeOf(value);
    return (
      prototype === objectPrototype || prototype === null || getPrototypeOf(prototype) === null
    );
  };
  const refuse = (): never => {
    throw new TypeError('An object could not be cloned.');
  };

  /** Whether anything in there must be wrapped; if not, Chromium's own clone is all that a value needs. */
  const hasHandles = (value: unknown): boolean => {
    if (typeof value === 'function') return true;
    if (typeof value === 'symbol') return refuse();
    if (typeof value !== 'object' || value === null) return false;
    if (isArray(value)) {
      for (let at = 0; at < value.length; at += 1) if (hasHandles(value[at])) return true;
      return false;
    }
    if (!isPlain(value)) return value instanceof PromiseOfTheStart;
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      if (typeof key === 'string' && hasHandles(value[key])) return true;
    }
    return false;
  };
  const handleOf = (value: object, callable: Callable): number => {
    const known = getHandle(handles, value);
    if (typeof known === 'number') return known;
    issued += 1;
    setHandle(handles, value, issued);
    functions[issued] = callable;
    return issued;
  };
  const pack = (value: unknown): Parcel => {
    const isWrapped = hasHandles(value);
    return { isWrapped, value: isWrapped ? wrap(value) : value };
  };
  const unpack = ({ isWrapped, value }: Parcel): unknown => (isWrapped ? unwrap(value) : value);
  const wrap = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return { [tag]: 'function', id: handleOf(value, (...args) => apply(value, undefined, args)) };
    }
    if (typeof value === 'symbol') return refuse();
    if (value instanceof PromiseOfTheStart) {
      issued += 1;
      const id = issued;
      const settle = (ok: boolean) => (result: unknown) =>
        void post({ operation: 'settle', id, ok, ...pack(result) });
      then(value, settle(true), settle(false));
      return { [tag]: 'promise', id };
    }
    if (isArray(value)) {
      const copy: unknown[] = [];
      for (let at = 0; at < value.length; at += 1) put(copy, at, wrap(value[at]));
      return copy;
    }
    if (!isPlain(value)) return value;
    const copy = {};
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      if (typeof key === 'string') put(copy, key, wrap(value[key]));
    }
    return copy;
  };
  const unwrap = (value: unknown): unknown => {
    if (isArray(value)) {
      const copy: unknown[] = [];
      for (let at = 0; at < value.length; at += 1) put(copy, at, unwrap(value[at]));
      return copy;
    }
    if (!isPlain(value)) return value;
    const id = Number(value['id']);
    if (value[tag] === 'function') {
      return (proxies[id] ??= (...args) => request({ operation: 'apply', id, ...pack(args) }));
    }
    if (value[tag] === 'promise') {
      return new PromiseOfTheStart((resolve, reject) => {
        waiting[id] = { resolve, reject };
      });
    }
    const copy = {};
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      if (typeof key === 'string') put(copy, key, unwrap(value[key]));
    }
    return copy;
  };

  const fire = (detail: unknown): void => {
    dispatchEvent(target, new CustomEventOfTheStart(token + there, { detail }));
  };
  const post = (message: object): Answer | undefined => {
    lastAnswer = undefined;
    fire(message);
    const answer = lastAnswer;
    lastAnswer = undefined;
    return answer;
  };
  const request = (message: object): unknown => {
    const answer = post(message) ?? refuse();
    if (!answer.ok) throw unpack(answer);
    return unpack(answer);
  };

  const parcelOf = (message: Record<string, unknown>): Parcel => ({
    isWrapped: message['isWrapped'] === true,
    value: message['value'],
  });
  const run = (message: Record<string, unknown>): unknown => {
    const args = unpack(parcelOf(message));
    const name = message['operation'] === 'apply' ? '' : String(message['operation']);
    const callable = name === '' ? functions[Number(message['id'])] : handlers[name];
    if (callable === undefined || !isArray(args)) return refuse();
    return apply(callable, undefined, args);
  };
  const receive = (event: Event): void => {
    stopImmediatePropagation(event);
    const message = readDetail(event);
    if (!isPlain(message)) return;
    if (message['operation'] === 'answer') {
      lastAnswer = { ok: message['ok'] === true, ...parcelOf(message) };
      return;
    }
    if (message['operation'] === 'settle') {
      const id = Number(message['id']);
      const settle = waiting[id];
      delete waiting[id];
      const value = unpack(parcelOf(message));
      if (message['ok'] === true) settle?.resolve(value);
      else settle?.reject(value);
      return;
    }
    try {
      fire({ operation: 'answer', ok: true, ...pack(run(message)) });
    } catch (error) {
      fire({ operation: 'answer', ok: false, ...pack(error) });
    }
  };
  target.addEventListener(token + here, receive, true);
  return {
    handlers,
    call: (operation, ...args) => request({ operation, ...pack(args) }),
  };
}
