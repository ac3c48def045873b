import type { WorldTools } from './isolated-world.ts';
import type { KeyMessage } from './messages.ts';

/**
 * Runs in the isolated world: tells the main process of right clicks, key presses, titles and sizes,
 * which in Electron the browser process sees by itself. Its source text is sent into the page, so it refers to nothing
 * outside itself.
 */
export function observePage(tools: WorldTools): void {
  const textFields = ['text', 'search', 'url', 'tel', 'email', 'password', 'number'];
  const kindOfField = (element: Element): string => {
    if (element instanceof HTMLInputElement && textFields.includes(element.type)) {
      return element.type === 'password' ? 'password' : 'plainText';
    }
    return element instanceof HTMLTextAreaElement ? 'plainText' : 'none';
  };
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href]');
    const editable = event.target instanceof HTMLElement && event.target.isContentEditable;
    const inputFieldType = kindOfField(event.target);
    tools.post({
      kind: 'context-menu',
      params: {
        x: Math.round(event.clientX),
        y: Math.round(event.clientY),
        linkURL: link instanceof HTMLAnchorElement ? link.href : '',
        linkText: link?.textContent ?? '',
        selectionText: String(getSelection()),
        isEditable: editable || inputFieldType !== 'none',
        inputFieldType,
      },
    });
  });

  const tellKey = (type: 'keyDown' | 'keyUp') => (event: KeyboardEvent) => {
    const message = (claimed: boolean): KeyMessage => ({
      kind: 'key',
      claimed,
      input: {
        type,
        key: event.key,
        code: event.code,
        isAutoRepeat: event.repeat,
        shift: event.shiftKey,
        control: event.ctrlKey,
        alt: event.altKey,
        meta: event.metaKey,
      },
    });
    // whether the page claims the key is known only after its own listeners
    setTimeout(() => tools.post(message(event.defaultPrevented)));
  };
  window.addEventListener('keydown', tellKey('keyDown'));
  window.addEventListener('keyup', tellKey('keyUp'));

  let title = '';
  const tellTitle = () => {
    if (window !== window.top || document.title === title) return;
    title = document.title;
    tools.post({ kind: 'title', title });
  };
  new MutationObserver(tellTitle).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });

  const tellBounds = () =>
    tools.post({
      kind: 'bounds',
      bounds: { x: screenX, y: screenY, width: innerWidth, height: innerHeight },
    });
  window.addEventListener('resize', tellBounds);
}
