import { toAppUrl } from '../core/addresses.ts';
import type { Protocol } from '../devtools/protocol.ts';
import type { WebContents } from '../modules/web-contents.ts';
import type { Frame } from './frame-tree.ts';

const TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

function resourceTypeOf(type: string, isMainFrame: boolean): string {
  if (type === 'Document') return isMainFrame ? 'mainFrame' : 'subFrame';
  return TYPES[type] ?? 'other';
}

/** Whether the app's `webRequest.onBeforeRequest` listener cancels a request that Chromium has paused. */
export async function judgeRequest(
  contents: WebContents,
  { request, resourceType, requestId }: Protocol.Fetch.requestPausedPayload,
  frame: Frame | undefined,
): Promise<boolean> {
  const { webRequest } = contents.session;
  return webRequest.cancels({
    id: Number(requestId.replaceAll(/\D/g, '')),
    url: toAppUrl(request.url),
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    frame: frame?.publicFrame ?? null,
    resourceType: resourceTypeOf(resourceType, frame?.parentId === undefined),
    referrer: toAppUrl(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
  });
}
