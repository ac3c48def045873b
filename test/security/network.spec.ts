import { listen } from '../support/listener.ts';
import { expect, test } from '../support/shared-app.ts';

/* Checklist 1: the page loads nothing remote, and reaches nobody. */
test('the page cannot reach the network in any way that a page has', async ({ app }) => {
  const listener = await listen();
  await app.page.evaluate(async (port) => {
    const address = `http://127.0.0.1:${port}`;
    const quiet = async (attempt: () => unknown): Promise<void> => {
      try {
        await attempt();
      } catch {
        // A refusal is what this test hopes for.
      }
    };
    const add = (name: string, attributes: Record<string, string>): void => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
    };
    await quiet(() => fetch(address));
    await quiet(() => fetch(address, { mode: 'no-cors' }));
    await quiet(() => navigator.sendBeacon(address, 'x'));
    await quiet(() => new WebSocket(`ws://127.0.0.1:${port}`));
    await quiet(() => new EventSource(address));
    await quiet(() => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.send();
    });
    await quiet(() => add('img', { src: `${address}/a.png` }));
    await quiet(() => add('link', { rel: 'stylesheet', href: `${address}/a.css` }));
    await quiet(() => add('link', { rel: 'preconnect', href: address }));
    await quiet(() => add('link', { rel: 'prefetch', href: `${address}/b` }));
    await quiet(() => add('link', { rel: 'preload', as: 'image', href: `${address}/c` }));
    await quiet(() => add('iframe', { src: address }));
    await quiet(() => add('object', { data: address }));
    await quiet(() => add('embed', { src: address }));
    await quiet(() => add('video', { src: `${address}/d.mp4`, autoplay: '' }));
    await quiet(() => add('div', { style: `background:url(${address}/e.png)` }));
    await quiet(() => new Worker(`${address}/w.js`));
    await quiet(() => import(/* @vite-ignore */ `${address}/m.js`));
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
  }, listener.port);
  expect(listener.connections()).toBe(0);
  await listener.close();
});
