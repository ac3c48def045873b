import { useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { announce } from '../../ui/announce.ts';

/** An order on its way out of a dialog. */
export type Order = {
  isBusy: boolean;
  error: AppError | null;
  give: (send: () => Promise<AppError | null>) => Promise<void>;
};

/**
 * Sends an order and closes its dialog. A person who has changed their mind, in main's own dialog or when asked for
 * the password, has said so already: `cancelled` closes without a word. `said` is announced once it is requested.
 */
export function useOrder(said: string, onClose: () => void): Order {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    isBusy,
    error,
    give: async (send) => {
      if (isBusy) return;
      setIsBusy(true);
      setError(null);
      const failed = await send();
      setIsBusy(false);
      if (failed !== null && failed.code !== 'cancelled') return setError(failed);
      if (failed === null) announce(said);
      return onClose();
    },
  };
}
