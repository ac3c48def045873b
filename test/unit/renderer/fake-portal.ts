import type {
  CallName,
  Input,
  Output,
  Payload,
  PortalBridge,
  Topic,
} from '../../../preload/contract.ts';
import type { AppError, ErrorCode, Result } from '../../../preload/contract/errors.ts';

type Answers = {
  [N in CallName]?: (input: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

/** A `window.portal` for a test: the answers that it gives, the calls that were made, and news to tell. */
export type FakePortal = {
  called: { name: CallName; input: unknown }[];
  tell: <T extends Topic>(topic: T, payload: Payload<T>) => void;
};

type Listeners = { [T in Topic]: Set<(payload: Payload<T>) => void> };

/** Puts a bridge on `window`; a call without an answer is an `internal` error. */
export function installPortal(answers: Answers): FakePortal {
  const called: FakePortal['called'] = [];
  const listeners: Listeners = {
    'session.changed': new Set(),
    'session.idle': new Set(),
    'reachability.changed': new Set(),
    'clock.skewed': new Set(),
    'preferences.changed': new Set(),
    'devices.changed': new Set(),
    'device.changed': new Set(),
    'command.changed': new Set(),
    'certificates.changed': new Set(),
    'upload.changed': new Set(),
    'notice.raised': new Set(),
    'route.opened': new Set(),
    'activity.changed': new Set(),
    'file.opened': new Set(),
    'menu.chosen': new Set(),
    'updates.changed': new Set(),
  };
  const bridge: PortalBridge = {
    call: async (name, input) => {
      called.push({ name, input });
      const answer = answers[name];
      return answer ? await answer(input) : { ok: false, error: { code: 'internal' } };
    },
    on: <T extends Topic>(topic: T, listener: (payload: Payload<T>) => void) => {
      const group: Listeners[T] = listeners[topic];
      group.add(listener);
      return () => void group.delete(listener);
    },
  };
  Object.defineProperty(window, 'portal', { value: bridge, configurable: true });
  return {
    called,
    tell: <T extends Topic>(topic: T, payload: Payload<T>) => {
      const group: Listeners[T] = listeners[topic];
      for (const listener of group) listener(payload);
    },
  };
}

/** An answer that worked. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** An answer that did not. */
export function failed(code: ErrorCode, facts: Omit<AppError, 'code'> = {}): Result<never> {
  return { ok: false, error: { code, ...facts } };
}
