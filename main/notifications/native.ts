import { Notification } from 'electron';
import type { NativeNotifications } from './notifications.ts';

/** The notifications of the desktop, through Electron. */
export const nativeNotifications: NativeNotifications = {
  isSupported: () => Notification.isSupported(),
  show: (words, { clicked, closed }) => {
    const notification = new Notification(words);
    notification.on('click', clicked);
    notification.on('close', closed);
    notification.show();
    return () => notification.close();
  },
};
