import type { AppUpdater } from 'electron-updater';
import { z } from 'zod';
import type { UpdateHttp } from './update-http.ts';

/** As much of electron-updater as the app needs. */
export type Updater = {
  /** The version that the feed offers, null when it is not newer. Rejects when the feed can't be asked or believed. */
  check: () => Promise<string | null>;
  /** Downloads what `check` has found and holds it against its checksum, on Windows and macOS also against its signature. */
  download: (onProgress: (percent: number) => void) => Promise<void>;
  /** Ends the app, puts the new version in its place and starts it. */
  install: () => void;
};

/** A SHA-512 in base64. */
const sha512 = z.base64().length(88);

/** electron-updater would be content with less: no checksum on the file itself, or a SHA-256. */
const offer = z.object({
  version: z.string().min(1).max(64),
  files: z
    .array(z.object({ url: z.string().max(2048), sha512 }))
    .min(1)
    .max(16),
});

/**
 * Sets electron-updater up: one generic feed, nothing by itself, no version that is older.
 *
 * @param updater electron-updater's object for this platform
 * @param url of the feed's folder, `https:`
 * @param begin called before each turn of requests
 */
export function setUpUpdater(
  updater: AppUpdater,
  { url, http, begin }: { url: string; http: UpdateHttp; begin: () => Promise<void> },
): Updater {
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // The way that electron-updater's own tests go; the second would be a number that tells installations apart.
  Object.assign(updater, {
    httpExecutor: http,
    stagingUserIdPromise: { value: Promise.resolve('') },
  });
  updater.isUserWithinRollout = () => true;
  updater.setFeedURL({ provider: 'generic', url, useMultipleRangeRequest: false });
  return {
    check: async () => {
      await begin();
      const found = await updater.checkForUpdates();
      if (found === null) throw new Error('electron-updater does not know this kind of package');
      if (!found.isUpdateAvailable) return null;
      return offer.parse(found.updateInfo).version;
    },
    download: async (onProgress) => {
      await begin();
      const listener = ({ percent }: { percent: number }): void => onProgress(percent);
      updater.on('download-progress', listener);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', listener);
      }
    },
    install: () => updater.quitAndInstall(false, true),
  };
}
