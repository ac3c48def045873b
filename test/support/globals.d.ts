declare global {
  interface Window {
    readonly portal: import('../../preload/contract.ts').PortalBridge;
    /** What an injected attempt leaves when it has run. */
    marks: string[];
    mark: (name: string) => void;
  }
  /** Addresses that main has asked the system to open. */
  var opened: string[];
}

export {};
