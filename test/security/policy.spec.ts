import { expect, test } from '../support/shared-app.ts';

/* Checklist 7: the policy holds against what an injected script would try, and the app itself never meets it. */
test('nothing that is injected runs', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    window.marks = [];
    window.mark = (name) => {
      window.marks.push(name);
    };
    const attempts: Record<string, () => unknown> = {
      'inline script': () => {
        const script = document.createElement('script');
        script.text = 'mark("inline script")';
        document.head.append(script);
      },
      'inline handler': () => {
        const image = document.createElement('img');
        image.setAttribute('onerror', 'mark("inline handler")');
        image.src = 'data:image/png;base64,AAAA';
        document.body.append(image);
      },
      'javascript: link': () => {
        const link = document.createElement('a');
        link.setAttribute('href', 'javascript:mark("javascript: link")');
        document.body.append(link);
        link.click();
      },
      innerHTML: () => {
        const host = document.createElement('div');
        Reflect.set(host, 'innerHTML', '<img src=x onerror=\'mark("innerHTML")\'>');
        document.body.append(host);
      },
      'data: script': () => {
        const script = document.createElement('script');
        script.src = 'data:text/javascript,mark("data: script")';
        document.head.append(script);
      },
      'blob worker': () => {
        const source = new Blob(['postMessage(1)'], { type: 'text/javascript' });
        const worker = new Worker(URL.createObjectURL(source));
        worker.addEventListener('message', () => window.mark('blob worker'));
      },
    };
    for (const attempt of Object.values(attempts)) {
      try {
        attempt();
      } catch {
        // Trusted Types throw at once; the others are blocked quietly.
      }
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 800);
    });
    return window.marks;
  });
  expect(ran).toEqual([]);
});

test('eval and new Function do not work in the page', async ({ app }) => {
  // DevTools' own evaluation is exempt from the policy, so the attempt is made from a timer.
  const outcome = await app.page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          const attempt = (run: () => unknown): string => {
            try {
              return String(run());
            } catch (error) {
              return error instanceof Error ? error.name : 'thrown';
            }
          };
          const names = ['Function', 'eval'] as const;
          resolve(names.map((name) => attempt(() => Reflect.apply(window[name], null, ['1']))));
        }, 0);
      }),
  );
  expect(outcome).toEqual(['EvalError', 'EvalError']);
});

test('the app itself never breaks its own policy, from the first byte on', async ({ app }) => {
  await app.page.addInitScript(() => {
    window.marks = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.marks.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await app.page.reload();
  await expect(app.page.getByRole('button', { name: 'Try the demo portal' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Try the demo portal' }).click();
  await expect(app.page.getByRole('heading', { name: 'My Devices' })).toBeVisible();
  await app.page.getByRole('link', { name: 'My Certificates' }).click();
  await app.page.getByRole('button', { name: 'Add Certificate' }).first().click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  expect(await app.page.evaluate(() => window.marks)).toEqual([]);
});
