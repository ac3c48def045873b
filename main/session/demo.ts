import { failure } from '../failure.ts';

/** A demo portal that is listening, and the account to sign in with. */
export type RunningDemo = {
  url: string;
  username: string;
  password: string;
  close: () => Promise<void> | void;
};

/** The demo portal, started when it is first asked for and kept until the app quits. */
export type Demo = {
  running: () => Promise<RunningDemo>;
  /** The person has chosen another password there. */
  passwordIs: (password: string) => void;
  close: () => Promise<void>;
};

/**
 * @param start starts a portal on a free port of the loopback interface
 */
export function createDemo(start: () => Promise<RunningDemo>): Demo {
  let started: Promise<RunningDemo> | null = null;
  let isClosed = false;
  let chosen: string | null = null;
  return {
    running: () => {
      if (isClosed) return Promise.reject(failure('cancelled'));
      // A start that failed is not kept: the next press may find a free port.
      started ??= start().catch((cause: unknown) => {
        started = null;
        throw cause;
      });
      return started.then((demo) => (chosen === null ? demo : { ...demo, password: chosen }));
    },
    passwordIs: (password) => {
      chosen = password;
    },
    close: async () => {
      isClosed = true;
      const demo = await started?.catch(() => null);
      await demo?.close();
    },
  };
}
