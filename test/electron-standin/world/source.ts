import { randomBytes } from 'node:crypto';
import { makeBridge } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { isolatedWorld } from './isolated-world.ts';
import { mainWorld } from './main-world.ts';
import { observePage } from './observers.ts';

/** The name of the world that preload scripts run in, Electron's own. */
export const WORLD_NAME = 'Electron Isolated Context';

/** The binding by which the isolated world, and nobody else, reaches the main process. */
export const BINDING_NAME = 'standinPost';

/** The function of the isolated world that takes messages of the main process, piece by piece. */
export const RECEIVER_NAME = 'standinReceive';

/** The function in which a page halts for a synchronous answer. */
export const HALT_NAME = 'standinHalt';

/** The two scripts that run in every new document, one for each world. */
export type WorldSources = { main: string; isolated: string };

function processFacts(): object {
  const { arch, argv, execPath, pid, platform, resourcesPath, version, versions } = process;
  return { arch, argv, execPath, pid, platform, resourcesPath, version, versions: { ...versions } };
}

/**
 * Writes the scripts of one window. `preload` is the text of the app's preload script (CommonJS), empty if there
 * is none; with `inSubFrames` it also runs in the page's frames (nodeIntegrationInSubFrames).
 */
export function worldSources(preload: string, inSubFrames: boolean): WorldSources {
  const token = JSON.stringify(randomBytes(12).toString('hex'));
  const elsewhere = inSubFrames ? '' : 'if (window !== window.top) return;';
  const main = `(() => { ${elsewhere}
(${mainWorld.toString()})((${makeBridge.toString()})(${token}, 'M', 'I'));
})();`;
  const isolated = `(() => {
const binding = globalThis.${BINDING_NAME};
delete globalThis.${BINDING_NAME};
${elsewhere}
const codec = (${makeCodec.toString()})();
const tools = {
  halt: function ${HALT_NAME}(box) { debugger; return box.answer; },
  post: (message) => binding(codec.encode(message)),
  receive: () => {},
};
let received = '';
globalThis.${RECEIVER_NAME} = (piece, isLast) => {
  received += piece;
  if (!isLast) return;
  const text = received;
  received = '';
  tools.receive(text);
};
(${observePage.toString()})(tools);
(${isolatedWorld.toString()})(
  (${makeBridge.toString()})(${token}, 'I', 'M'), codec, tools, ${JSON.stringify(processFacts())},
  function (require, process, module, exports, global, setImmediate) {
${preload}
  });
})();`;
  return { main, isolated };
}
