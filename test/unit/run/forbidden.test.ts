import { expect, it } from 'vitest';
import { forbidden, reasonsAgainst, searchForbidden } from '../../run/forbidden.ts';

/* The four greps of security.md 1.3, in every spelling that does the same, and what stands beside them. */
const bad = [
  "app.on('certificate-error', (event) => event.preventDefault())",
  'session.defaultSession.setCertificateVerifyProc(null)',
  'new Agent({ rejectUnauthorized: false })',
  "new Agent({ 'rejectUnauthorized': false })",
  'agent.options.rejectUnauthorized = false',
  'new Agent({ rejectUnauthorized: !1 })',
  "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'",
  '"start": "NODE_TLS_REJECT_UNAUTHORIZED=0 electron ."',
  'new Agent({ checkServerIdentity: () => undefined })',
  "app.commandLine.appendSwitch('ignore-certificate-errors')",
  "process.env['ELECTRON_DISABLE_SECURITY_WARNINGS'] = 'true'",
  "app.commandLine.appendArgument('--x')",
  'Exec=latchkey --no-sandbox %U',
  "app.commandLine.appendSwitch('disable-web-security')",
  '<div dangerouslySetInnerHTML={{ __html: name }} />',
  'element.innerHTML = name',
  "import '../test/electron-standin/module.ts'",
  "keytar.findCredentials('latchkey')",
  "app.setAsDefaultProtocolClient('latchkey')",
];

it.each(bad)('`%s` may not stand in the product', (line) => {
  expect(reasonsAgainst(line)).not.toEqual([]);
});

it('every pattern is there for one of them', () => {
  const idle = forbidden.filter(({ pattern }) => !bad.some((line) => pattern.test(line)));
  expect(idle.map(({ why }) => why)).toEqual([]);
});

it.each(['rejectUnauthorized: true,', 'the certificate is in error', 'element.textContent = name'])(
  '`%s` may',
  (line) => {
    expect(reasonsAgainst(line)).toEqual([]);
  },
);

it('nothing of it stands in the product', async () => {
  expect(await searchForbidden()).toEqual([]);
});
