import type { DownloadItem } from 'electron';
import { contents } from '../core/registry.ts';
import { guardedEmitter } from '../core/guard.ts';
import { makeEvent } from '../core/standin-event.ts';
import { toAppUrl } from '../core/addresses.ts';
import { trace } from '../core/trace.ts';
import { chromium } from '../devtools/chromium.ts';
import type { Protocol } from '../devtools/protocol.ts';

type ItemApi = Pick<DownloadItem, 'cancel' | 'getFilename' | 'getURL'>;

/** As much of Electron's DownloadItem as a download that is only ever refused needs. */
class StandinDownload extends guardedEmitter('DownloadItem') implements ItemApi {
  readonly #begun: Protocol.Browser.downloadWillBeginPayload;

  constructor(begun: Protocol.Browser.downloadWillBeginPayload) {
    super();
    this.#begun = begun;
  }
  getURL(): string {
    return toAppUrl(this.#begun.url);
  }
  getFilename(): string {
    return this.#begun.suggestedFilename;
  }
  cancel(): void {
    const { guid } = this.#begun;
    chromium().pipe.session().send('Browser.cancelDownload', { guid }).catch(trace);
  }
}

/** Lets the app refuse downloads by the session's `will-download`; one that is let through goes to `folder`. */
export async function followDownloads(session: NodeJS.EventEmitter, folder: string): Promise<void> {
  const root = chromium().pipe.session();
  root.on('Browser.downloadWillBegin', (begun) => {
    const event = makeEvent({});
    const item = new StandinDownload(begun);
    const [page] = contents.values();
    session.emit('will-download', event, item, page);
    if (event.defaultPrevented) item.cancel();
  });
  await root.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
