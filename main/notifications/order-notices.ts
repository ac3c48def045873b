import type { Preferences } from '../../preload/contract/app.ts';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { Command } from '../../preload/contract/devices.ts';
import type { Clock } from '../clock.ts';
import type { Listener } from '../ipc/overhear.ts';
import type { NotificationWish, Notifications } from './notifications.ts';
import { endOf, groupWish, orderWish, uploadWish } from './order-words.ts';

/** Tells a person who looks elsewhere that what they ordered has come to its end. */
export type OrderNotices = {
  /**
   * A command has moved; told once, when it has ended. The name of its device is for one that the portal may no
   * longer list.
   */
  commandMoved: (command: Command, deviceName?: string) => void;
  listener: Listener;
  /** Somebody else is signed in, or nobody. */
  forget: () => void;
};

type Named = { id: string; name: string };

export type OrderNoticesOptions = {
  notifications: Pick<Notifications, 'show'>;
  /** Where the person may have switched them off. */
  settings: { get: () => { preferences: Pick<Preferences, 'notifyOrders'> } };
  isWindowFocused: () => boolean;
  /** For names. */
  cache: {
    devices: () => { devices: readonly Named[] } | null;
    certificates: () => { types: readonly Named[] } | null;
  };
  clock: Pick<Clock, 'sleep'>;
};

/** What ends within this time is told together, ms. */
const gathering = 1_500;

/** One notification for each command and upload, or one for several that end at about the same time. */
export function createOrderNotices(options: OrderNoticesOptions): OrderNotices {
  const { notifications, settings, isWindowFocused, cache, clock } = options;
  const told = new Set<string>();
  let waiting: NotificationWish[] = [];
  let turn = new AbortController();

  function show(): void {
    const wishes = waiting;
    waiting = [];
    // Whoever has come back meanwhile sees it in the window.
    if (isWindowFocused()) return;
    const [first] = wishes;
    if (first !== undefined) notifications.show(wishes.length === 1 ? first : groupWish(wishes));
  }

  function add(id: string, wish: NotificationWish): void {
    if (told.has(id)) return;
    told.add(id);
    if (!settings.get().preferences.notifyOrders || isWindowFocused()) return;
    waiting.push(wish);
    if (waiting.length > 1) return;
    const { signal } = turn;
    clock
      .sleep(gathering, signal)
      .then(show)
      .catch(() => undefined);
  }

  function commandMoved(command: Command, deviceName?: string): void {
    const end = endOf(command.state);
    if (end === null || command.requestedBy === 'admin') return;
    const device = cache.devices()?.devices.find(({ id }) => id === command.deviceId);
    add(command.id, orderWish(command, end, device?.name ?? deviceName));
  }

  function uploadMoved(upload: Upload): void {
    if (upload.state !== 'done' && upload.state !== 'failed') return;
    const type = cache.certificates()?.types.find(({ id }) => id === upload.typeId);
    add(upload.id, uploadWish(upload, type?.name));
  }

  return {
    commandMoved,
    listener: {
      'command.changed': ({ command, device }) => commandMoved(command, device.name),
      'upload.changed': uploadMoved,
    },
    forget: () => {
      turn.abort();
      turn = new AbortController();
      waiting = [];
      told.clear();
    },
  };
}
