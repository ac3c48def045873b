import type { WorldTools } from './isolated-world.ts';

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

  window.addEventListener('keydown', (event) => {
    const { key, code, repeat, shiftKey: shift, ctrlKey, altKey: alt, metaKey: meta } = event;
    // what is merely typed is no accelerator, and may be a password
    if (key.length === 1 && !ctrlKey && !alt && !meta) return;
    const input = { key, code, isAutoRepeat: repeat, shift, control: ctrlKey, alt, meta };
    // whether the page claims the key is known only after its own listeners
    setTimeout(() => tools.post({ kind: 'key', claimed: event.defaultPrevented, input }));
  });

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
