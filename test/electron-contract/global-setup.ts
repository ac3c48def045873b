import { adoptElectronRuntime } from '../run/electron-runtime.ts';

/** Says what the contract is tested on, and lets `electron` mean that. */
export default function setUp(): void {
  console.log(adoptElectronRuntime().sentence);
}
