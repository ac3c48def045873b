import type { BrowserWindow, BrowserWindowConstructorOptions, ForkOptions } from 'electron';

type Said = { heard: [name: string, value: unknown][]; code: number; pid: string };

declare global {
  /** What the sample app's main process offers to the tests. */
  var contract: {
    log: [name: string, ...facts: unknown[]][];
    prevented: Set<string>;
    here: string;
    note(name: string, event?: null, ...facts: unknown[]): void;
    open(
      options?: BrowserWindowConstructorOptions,
      url?: string,
    ): { window: BrowserWindow; loaded: Promise<void> };
    converse(messages: unknown[], options?: ForkOptions, endAfter?: number): Promise<Said>;
  };
  interface Window {
    /** What the sample app's preload exposes. */
    readonly bridge: {
      invoke(channel: string, ...args: unknown[]): Promise<unknown>;
      send(channel: string, ...args: unknown[]): void;
      onHeard(listener: (value: unknown) => void): () => void;
      pathOf(file: File): string;
      add(a: number, b: number): number;
      fail(): void;
      nested: { list: number[]; versions: string };
    };
  }
}
