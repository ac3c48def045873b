import type { PortalBridge } from '../../preload/contract.ts';

declare global {
  interface Window {
    readonly portal: PortalBridge;
    /** What an injected attempt leaves when it has run. */
    marks: string[];
    mark: (name: string) => void;
  }
  /** Something that moved without anybody's doing (Layout Instability, W3C). */
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  }
  var LayoutShift: { prototype: LayoutShift; new (): LayoutShift };
  /** Addresses that main has asked the system to open. */
  var opened: string[];
}
