export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
