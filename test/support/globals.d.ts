import type { PortalBridge } from '../../preload/contract.ts';

declare global {
  interface Window {
    readonly portal: PortalBridge;
    /** What an injected attempt leaves when it has run. */
    marks: string[];
    mark: (name: string) => void;
  }
  /** Addresses that main has asked the system to open. */
  var opened: string[];
}
