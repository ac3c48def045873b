import { EventEmitter } from 'node:events';

/** The class that `guardedEmitter` makes; without the event maps of Node's own type. */
type EmitterClass = new () => EventEmitter;

/** Names that the language or a test tool looks up on any object; to answer "undefined" is honest. */
const LOOKED_UP_ANYWHERE = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'inspect']);

/** The error of every part of Electron's interface that the stand-in lacks; `name` like `app.dock`. */
export function notImplemented(name: string): Error {
  return new Error(`stand-in: ${name} is not implemented`);
}

function guardOver(name: string, base: object): object {
  return new Proxy(base, {
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || LOOKED_UP_ANYWHERE.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}

/**
 * Makes every member that `api` does not have throw `stand-in: name.member is not implemented`.
 * The guard sits at the end of the prototype chain, so own members stay plain and can be replaced by tests.
 */
export function guarded<T extends object>(name: string, api: T): T {
  const end: unknown = Object.getPrototypeOf(api);
  Object.setPrototypeOf(api, guardOver(name, typeof end === 'object' && end !== null ? end : {}));
  return api;
}

/** A module of Electron that the stand-in lacks altogether: importing is fine, any use throws. */
export function absentModule(name: string): object {
  return guarded(name, {});
}

/** A class of Electron that the stand-in lacks altogether: importing is fine, `new` and statics throw. */
export function absentClass(name: string): object {
  const construct = (): never => {
    throw notImplemented(`new ${name}`);
  };
  // only a function can be the target of `new`
  return new Proxy(function absent() {}, {
    construct,
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || LOOKED_UP_ANYWHERE.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}

/** An EventEmitter to derive from, whose instances throw on members that no class of the chain has. */
export function guardedEmitter(name: string): EmitterClass {
  class GuardedEmitter extends EventEmitter {}
  Object.setPrototypeOf(GuardedEmitter.prototype, guardOver(name, EventEmitter.prototype));
  return GuardedEmitter;
}
