import { registerHooks } from 'node:module';

const FACADE = 'stand-in:electron';
const NAMES = new Set(['electron', 'electron/main', 'electron/common', 'electron/utility']);

/**
 * Lets `electron` mean the `electron` object that the module at `moduleUrl` exports, for import and require
 * alike; `names` are its keys, which become named exports.
 */
export function redirectElectron(moduleUrl: string, names: readonly string[]): void {
  const source = `import { electron } from ${JSON.stringify(moduleUrl)};
export default electron;
export { electron as 'module.exports' };
export const { ${names.join(', ')} } = electron;`;
  registerHooks({
    resolve(specifier, context, next) {
      if (!NAMES.has(specifier)) return next(specifier, context);
      return { url: FACADE, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      if (url !== FACADE) return next(url, context);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
