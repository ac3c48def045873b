import type { CustomScheme, Protocol } from 'electron';
import { schemes, type SchemeHandler } from '../core/addresses.ts';
import { guarded } from '../core/guard.ts';
import { notImplemented } from '../core/guard.ts';
import { app } from './app.ts';

type ProtocolApi = Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/** Schemes of Chromium's own that can be taken over here; http and https can not. */
const BUILT_IN = new Set(['file']);

function handlerOf(scheme: string): SchemeHandler | undefined {
  return schemes.get(scheme)?.handler;
}

/** `protocol`, also as `session.protocol`. */
export const protocol: ProtocolApi = guarded('protocol', {
  registerSchemesAsPrivileged(list: CustomScheme[]) {
    if (app.lifecycle.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of list) {
      schemes.set(scheme, { privileges, handler: undefined });
    }
  },
  handle(scheme: string, handler: SchemeHandler) {
    if (!app.lifecycle.isReady) throw new Error('protocol.handle: the app is not ready');
    const known = schemes.get(scheme);
    if (known?.handler !== undefined) throw new Error(`Failed to register protocol: ${scheme}`);
    const standard = known?.privileges?.standard === true && known.privileges.secure === true;
    if (!standard && !BUILT_IN.has(scheme)) {
      throw notImplemented(
        `protocol.handle('${scheme}') without the privileges standard and secure`,
      );
    }
    schemes.set(scheme, { privileges: known?.privileges, handler });
  },
  unhandle(scheme: string) {
    const known = schemes.get(scheme);
    if (known?.handler === undefined) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    known.handler = undefined;
  },
  isProtocolHandled: (scheme: string) => handlerOf(scheme) !== undefined,
});
