import { html } from 'hono/html';
import type { Hono } from 'hono';
import type { Mail, Portal } from './portal.ts';

const what: Record<Mail['subject'], { subject: string; text: string }> = {
  EMAIL_PIN: {
    subject: 'Confirm your new e-mail address',
    text: 'Type this code in Latchkey, under Account. It works for 15 minutes:',
  },
  PASSWORD_PIN: {
    subject: 'You have forgotten your password',
    text: 'Type this PIN in Latchkey, where it asks for a new password. It works for 15 minutes:',
  },
  REGISTRATION_PIN: {
    subject: 'Register another device',
    text: 'Type this PIN on the new device. It works once:',
  },
};

const style = `
  :root { color-scheme: light dark; font: 15px/22px system-ui, sans-serif; }
  main { max-width: 34rem; margin: 3rem auto; padding: 0 1.5rem; }
  h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
  h2 { font-size: 1rem; margin: 0; }
  p { margin: 0 0 .5rem; }
  article { border-top: 1px solid color-mix(in srgb, currentColor 22%, transparent); padding: 1rem 0; }
  .quiet { opacity: .72; }
  .pin { font: 600 1.35rem/2rem ui-monospace, monospace; letter-spacing: .12em; }
`;

function letter({ to, subject, pin, at }: Mail) {
  const words = what[subject];
  return html`<article>
    <h2>${words.subject}</h2>
    <p class="quiet">To ${to}, ${new Date(at).toLocaleTimeString()}</p>
    <p>${words.text}</p>
    <p class="pin">${pin}</p>
  </article>`;
}

/**
 * The page `/outbox`: the mails that a real portal would have sent, newest first. Without it nobody could confirm an
 * address or choose a new password in the demo. It is as open as the demo is: to this computer, and to no web page.
 */
export function mountOutbox(app: Hono, portal: Portal): void {
  app.get('/outbox', (context) => {
    const page = html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>Outbox of the demo portal</title>
          <link rel="stylesheet" href="/outbox.css" />
        </head>
        <body>
          <main>
            <h1>Outbox of the demo portal</h1>
            <p class="quiet">
              The demo sends nothing out. The mails that a real portal would have sent are here
              until it ends. Load this page again after asking for one.
            </p>
            ${
              portal.outbox.length === 0
                ? html`<p>There is no mail yet.</p>`
                : portal.outbox.map(letter)
            }
          </main>
        </body>
      </html>`;
    return context.html(page);
  });
  app.get('/outbox.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css' }));
}
