/** What the isolated world of a page tells the main process. */
export type WorldMessage =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'preload-error'; error: unknown }
  | { kind: 'context-menu'; params: ContextMenuFacts }
  | { kind: 'title'; title: string }
  | { kind: 'key'; input: KeyFacts; claimed: boolean }
  | { kind: 'bounds'; bounds: { x: number; y: number; width: number; height: number } };

/** What a halted page asks, to be answered before it goes on. */
export type WorldQuestion =
  | { kind: 'sync'; channel: string; args: unknown[] }
  | { kind: 'open'; url: string; name: string; features: string };

/** What the main process tells the isolated world. */
export type MainMessage =
  | { kind: 'reply'; id: number; value: unknown }
  | { kind: 'failure'; id: number; error: Error }
  | { kind: 'event'; channel: string; args: unknown[] };

/** What a page knows of a right click; CSS pixels from the top left corner of the page. */
export type ContextMenuFacts = {
  x: number;
  y: number;
  linkURL: string;
  linkText: string;
  selectionText: string;
  isEditable: boolean;
  inputFieldType: string;
};

/** A key that goes down, in the words of Electron's `Input` object. */
export type KeyFacts = {
  key: string;
  code: string;
  isAutoRepeat: boolean;
  shift: boolean;
  control: boolean;
  alt: boolean;
  meta: boolean;
};

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

/** Whether a decoded value is a message of our own isolated world (nobody else can reach the binding). */
export function isWorldMessage(value: unknown): value is WorldMessage {
  const kinds: unknown[] = [
    'send',
    'invoke',
    'preload-error',
    'context-menu',
    'title',
    'key',
    'bounds',
  ];
  return kinds.includes(kindOf(value));
}

/** Whether a decoded value is a question of our own isolated world. */
export function isWorldQuestion(value: unknown): value is WorldQuestion {
  return ['sync', 'open'].includes(String(kindOf(value)));
}
