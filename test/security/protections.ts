/** A protection, the one edit that undoes it, and the test that has to turn red. */
export type Protection = {
  /** Its place in the security checklist: 1 to 20, or a section of security.md. */
  item: string;
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  test: string;
  /** Part of the title of the test. */
  title: string;
};

const entry = (
  item: string,
  file: string,
  [find, replace]: readonly [string, string],
  test: string,
  title: string,
): Protection => ({ item, file, find, replace, test, title });

const policy = 'main/window/security-policy.ts';
const policyTest = 'test/unit/main/window/security-policy.test.ts';
const preferences = 'the window’s preferences are the strict ones';
const hardening = 'main/window/security.ts';
const hardeningTest = 'test/security/hardening.spec.ts';
const sessions = 'every session, of whatever kind';
const pages = 'every page, of whatever window';
const scheme = 'main/window/scheme.ts';
const schemeTest = 'test/unit/main/window/scheme.test.ts';
const start = 'main/index.ts';
const startTest = 'test/unit/main/index.test.ts';
const sender = 'main/ipc/trusted-sender.ts';
const senderTest = 'test/unit/main/ipc/trusted-sender.test.ts';
const dispatch = 'main/ipc/dispatch.ts';
const dispatchTest = 'test/unit/main/ipc/dispatch.test.ts';
const http = 'main/portal/http.ts';
const httpTest = 'test/unit/main/portal/http.test.ts';
const keychain = 'main/keychain/keychain.ts';
const keychainTest = 'test/unit/main/keychain/keychain.test.ts';
const noPolicy = ["].join('; ');", "].filter(() => false).join('; ');"] as const;
const stopped = (what: string): string => `refused('${what}');\n    event.preventDefault();`;
const off = (name: string): [string, string] => [`${name}: false,`, `${name}: true,`];
const on = (name: string): [string, string] => [`${name}: true,`, `${name}: false,`];

/** What `npm run undo` goes through. */
export const protections: readonly Protection[] = [
  entry('1', policy, ["connect-src 'none'", 'connect-src *'], policyTest, 'the page’s policy'),
  entry('1', hardening, ['callback({ cancel });', 'callback({});'], hardeningTest, sessions),
  entry(
    '1',
    'main/portal/address.ts',
    ["url.protocol === 'http:' && isLoopback(url.hostname)", "url.protocol === 'http:'"],
    'test/unit/main/portal/address.test.ts',
    'http://',
  ),
  entry('2', policy, off('nodeIntegration'), policyTest, preferences),
  entry('3', policy, on('contextIsolation'), policyTest, preferences),
  entry('4', policy, on('sandbox'), policyTest, preferences),
  entry('4', start, ['app.enableSandbox();', ''], startTest, 'takes the lock'),
  entry('5', hardening, ['callback(false);', 'callback(true);'], hardeningTest, sessions),
  entry(
    '5',
    hardening,
    ['setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)'],
    hardeningTest,
    sessions,
  ),
  entry(
    '5',
    hardening,
    ['setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'],
    hardeningTest,
    sessions,
  ),
  entry(
    '5',
    hardening,
    ['callback(false);', 'callback(true);'],
    'test/security/permissions.spec.ts',
    'every permission',
  ),
  entry('6', policy, on('webSecurity'), policyTest, preferences),
  entry(
    '7',
    policy,
    ["script-src 'self'", "script-src 'self' 'unsafe-inline'"],
    policyTest,
    'the page’s policy',
  ),
  entry('7', policy, noPolicy, 'test/security/policy.spec.ts', 'nothing that is injected runs'),
  entry('7', policy, noPolicy, 'test/security/policy.spec.ts', 'eval and new Function'),
  entry(
    '1',
    policy,
    noPolicy,
    'test/security/network.spec.ts',
    'the page cannot reach the network',
  ),
  entry(
    '7',
    policy,
    ["style-src 'self' 'nonce-${nonce}'", "style-src 'self'"],
    'test/security/policy.spec.ts',
    'the app itself never breaks its own policy',
  ),
  entry('8', policy, off('allowRunningInsecureContent'), policyTest, preferences),
  entry('9', policy, off('experimentalFeatures'), policyTest, preferences),
  entry('11', policy, off('webviewTag'), policyTest, preferences),
  entry('12', hardening, [stopped('webview'), "refused('webview');"], hardeningTest, pages),
  entry('13', policy, off('navigateOnDragDrop'), policyTest, preferences),
  entry('13', hardening, [stopped('navigation'), "refused('x');"], hardeningTest, pages),
  entry('13', hardening, [stopped('frame navigation'), "refused('x');"], hardeningTest, pages),
  entry('13', hardening, [stopped('redirect'), "refused('x');"], hardeningTest, pages),
  entry('14', hardening, ["action: 'deny'", "action: 'allow'"], hardeningTest, pages),
  entry(
    '15',
    'preload/contract/app.ts',
    ["z.enum(['portal', 'help', 'default-portal'])", 'z.string()'],
    'test/security/navigation.spec.ts',
    'nothing that the page sends as a link is opened',
  ),
  entry('17', sender, ['sender === own &&', ''], senderTest, 'another window'),
  entry('17', sender, ['frame.parent === null &&', ''], senderTest, 'a frame inside the page'),
  entry('17', sender, ['frame.origin === pageOrigin &&', ''], senderTest, 'another origin'),
  entry(
    '17',
    'main/ipc/connect.ts',
    ['isTrustedSender(event.senderFrame, event.sender, own())', 'isTrustedSender !== undefined'],
    'test/security/ipc-sender.spec.ts',
    'another window that carries the same preload',
  ),
  entry('18', scheme, ["part === '..'", 'part === null'], schemeTest, 'refuses app://portal/%2e'),
  entry('18', scheme, ['/[%\\\\\\0:]/u', '/[\\0]/u'], schemeTest, 'refuses app://portal/..%5c'),
  entry(
    '18',
    scheme,
    ['if (!file.startsWith(home + sep)) return refuse(404);', ''],
    schemeTest,
    'refuses a link',
  ),
  entry(
    '18',
    scheme,
    ["if (request.method !== 'GET') return refuse(405);", ''],
    schemeTest,
    'refuses every method',
  ),
  entry(
    '18',
    start,
    ['supportFetchAPI: true', 'supportFetchAPI: true, bypassCSP: true'],
    startTest,
    'gives the page’s scheme',
  ),
  entry(
    '19',
    'electron-builder.yml',
    ['runAsNode: false', 'runAsNode: true'],
    'test/unit/run/fuses.test.ts',
    'every fuse',
  ),
  entry(
    '20',
    'preload/index.ts',
    ['const bridge: PortalBridge = {', 'const bridge: any = {\n  ipcRenderer,'],
    'test/security/bridge.spec.ts',
    'the bridge is two functions',
  ),
  entry(
    '20',
    'preload/index.ts',
    ['|| listening >= maxListeners', ''],
    'test/security/bridge.spec.ts',
    'a page that leaks listeners',
  ),
  entry(
    '1.2',
    keychain,
    ['answer.value === null && expected', 'false'],
    keychainTest,
    'is locked, not empty',
  ),
  entry('1.2', keychain, ['queue = turn;', ''], keychainTest, 'is asked one thing at a time'),
  entry(
    '1.2',
    keychain,
    ["if (stuck !== null) return { state: 'locked' };", ''],
    keychainTest,
    'that waits for a prompt for ever',
  ),
  entry(
    '1.3',
    'main/window/security.ts',
    [
      '/**\n * Puts all of it',
      "app.on('certificate-error', () => undefined);\n/**\n * Puts all of it",
    ],
    'test/unit/run/forbidden.test.ts',
    'nothing of it stands in the product',
  ),
  entry(
    '2.1',
    dispatch,
    ["if (!parsed.success) return refusal('invalid-input');", ''],
    dispatchTest,
    'runs no handler on anything',
  ),
  entry('2.1', dispatch, ['output.parse(value)', 'value'], dispatchTest, 'keeps an answer'),
  entry('2.1', dispatch, ["if (!take()) return refusal('busy');", ''], dispatchTest, 'says busy'),
  entry(
    '2.1',
    dispatch,
    ['Object.hasOwn(calls, name)', '(name as string) in calls'],
    dispatchTest,
    'refuses "constructor" as a name',
  ),
  entry(
    '2.1',
    'main/ipc/budget.ts',
    ['if (parts > maxParts || depth > maxDepth) return false;', ''],
    'test/unit/main/ipc/budget.test.ts',
    'refuses a cyclic value',
  ),
  entry(
    '2.1',
    'main/devices/destructive.ts',
    ['isUnderWay || ', ''],
    'test/security/hostile-page.spec.ts',
    'a hundred wipes in a loop',
  ),
  entry(
    '2.1',
    'main/devices/destructive.ts',
    ['const pause = 5_000;', 'const pause = 0;'],
    'test/unit/main/devices/device-orders.test.ts',
    'has five seconds in between',
  ),
  entry('2.2', http, ['maxRedirects: 0,', 'maxRedirects: 5,'], httpTest, 'does not follow'),
  entry('2.2', http, ['maxContentLength: maxAnswerBytes,', ''], httpTest, 'compression bomb'),
  entry(
    '2.2',
    http,
    ['AbortSignal.timeout(request.deadline ??', 'AbortSignal.timeout(900_000,'],
    httpTest,
    'drips bytes without an end',
  ),
  entry(
    '2.2',
    http,
    ["if (url.origin !== request.origin) throw failure('invalid-input', { field: 'path' });", ''],
    httpTest,
    'never leaves the origin',
  ),
  entry(
    '2.2',
    'main/portal/wire/text.ts',
    [".replaceAll(invisible, '')", ''],
    'test/unit/main/portal/wire/text.test.ts',
    'is shown as',
  ),
  entry(
    '2.3',
    'main/portal/trust.ts',
    ["...store.getCACertificates('default'), ...system", "...store.getCACertificates('default')"],
    'test/unit/main/portal/trust.test.ts',
    'are trusted beside the bundled ones',
  ),
  entry(
    '2.4',
    'main/pkcs12/limits.ts',
    ['iterations > limits.maxIterations', 'false'],
    'test/unit/main/pkcs12/mac.test.ts',
    'or for more than ten million rounds',
  ),
  entry(
    '2.4',
    'main/inspector/inspection-queue.ts',
    ["setTimeout(() => stop('timeout')", 'setTimeout(() => undefined'],
    'test/unit/main/inspector/inspector.test.ts',
    'says that a file takes too long',
  ),
  entry(
    '2.5',
    'main/redaction.ts',
    ['clean = clean.replaceAll(pattern, word);', 'clean = `${clean}${pattern.source === word}`;'],
    'test/unit/main/log.test.ts',
    'has no token in it',
  ),
];
