import { trace } from '../core/trace.ts';
import type { DevtoolsSession } from '../devtools/pipe.ts';
import { nativeTheme } from '../modules/native-theme.ts';
import type { WebContents } from '../modules/web-contents.ts';
import { BINDING_NAME, WORLD_NAME, worldSources } from '../world/source.ts';

/**
 * Prepares a page that Chromium still holds: preload, binding, interception, permissions, theme. Then lets it go.
 * `preload` is the text of the preload script.
 */
export async function setUpPage(
  devtools: DevtoolsSession,
  contents: WebContents,
  preload: string,
  inSubFrames: boolean,
): Promise<void> {
  const { main, isolated } = worldSources(preload, inSubFrames);
  const { themeSource } = nativeTheme;
  // all at once: Chromium keeps their order, and letting the page go is the last
  const commands = [
    devtools.send('Page.enable'),
    devtools.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    devtools.send('Runtime.addBinding', {
      name: BINDING_NAME,
      executionContextName: WORLD_NAME,
    }),
    devtools.send('Runtime.enable'),
    devtools.send('Inspector.enable'),
    devtools.send('Log.enable'),
    devtools.send('Debugger.enable'),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolated,
      worldName: WORLD_NAME,
    }),
    devtools.send('Fetch.enable', { patterns: contents.fetchPatterns() }),
    contents.session.applyTo(contents, contents.getURL()),
    ...(themeSource === 'system'
      ? []
      : [
          devtools.send('Emulation.setEmulatedMedia', {
            features: [{ name: 'prefers-color-scheme', value: themeSource }],
          }),
        ]),
    devtools.send('Runtime.runIfWaitingForDebugger'),
  ];
  for (const result of await Promise.allSettled<unknown>(commands)) {
    if (result.status === 'rejected') trace('setting up a page', result.reason);
  }
}
