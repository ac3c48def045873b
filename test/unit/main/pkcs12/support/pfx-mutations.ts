import { readElement } from '../../../../../main/pkcs12/asn1/read.ts';
import { der, integer, oid, sequence } from '../../../../../main/pkcs12/asn1/write.ts';
import type { Element } from '../../../../../main/pkcs12/asn1/read.ts';

/** A BER element that can be changed; what an OCTET STRING wraps is a child too, as in a PFX. */
type Node = {
  identifier: number;
  content: Uint8Array;
  children: Node[];
  written: Uint8Array | null;
};

/** Numbers from 0 up to `below`, the same for the same seed. */
type Dice = (below: number) => number;

/** Makes dice (mulberry32) from a number. */
export function diceFrom(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One of `choices`. */
export function oneOf<T>(dice: Dice, choices: readonly T[]): T {
  const choice = choices[dice(choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function nodeOf(element: Element): Node {
  const identifier = element.raw[0] ?? 0;
  const children = element.constructed ? element.children.map(nodeOf) : wrappedIn(element);
  return { identifier, content: element.content, children, written: null };
}

function wrappedIn({ tagClass, tagNumber, content }: Element): Node[] {
  if (tagClass !== 0 || tagNumber !== 4 || content[0] !== 0x30) return [];
  try {
    const inner = readElement(content);
    return inner.raw.length === content.length ? [nodeOf(inner)] : [];
  } catch {
    return [];
  }
}

function write(node: Node): Uint8Array {
  if (node.written !== null) return node.written;
  const { identifier, content, children } = node;
  return children.length > 0 ? der(identifier, ...children.map(write)) : der(identifier, content);
}

function all(node: Node): Node[] {
  return [node, ...node.children.flatMap(all)];
}

type Mutation = (node: Node, dice: Dice, others: readonly Node[]) => void;

function randomBytes(dice: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => dice(256));
}

function contentOf(node: Node): Uint8Array {
  return node.children.length > 0 ? Buffer.concat(node.children.map(write)) : node.content;
}

/** Lengths that say too much, too little, nothing, or the right thing in a roundabout way. */
const changeLength: Mutation = (node, dice) => {
  const content = contentOf(node);
  const length = content.length;
  const octets = oneOf(dice, [
    [Math.min(length + 1 + dice(4), 127)],
    [Math.max(0, Math.min(length, 127) - 1 - dice(4))],
    [0x80],
    [0x84, 0xff, 0xff, 0xff, 0xff],
    [0x88, 0, 0, 0, 0, 0, 0, length >> 8, length & 0xff],
    [0xff, ...Array.from({ length: 127 }, () => 0)],
    [0x82, (length >> 8) & 0xff, (length + dice(3) - 1) & 0xff],
  ]);
  node.written = Buffer.concat([Uint8Array.of(node.identifier, ...octets), content]);
};

const makeIndefinite: Mutation = (node) => {
  const start = Uint8Array.of(node.identifier | 0x20, 0x80);
  node.written = Buffer.concat([start, contentOf(node), new Uint8Array(2)]);
};

const changeTag: Mutation = (node, dice) => {
  node.identifier = oneOf(dice, [node.identifier ^ (1 << dice(8)), dice(256), 0x1f, 0xbf]);
};

const knownOids = [
  '1.2.840.113549.1.7.1',
  '1.2.840.113549.1.7.2',
  '1.2.840.113549.1.7.3',
  '1.2.840.113549.1.7.6',
  '1.2.840.113549.1.5.12',
  '1.2.840.113549.1.5.13',
  '1.2.840.113549.1.5.14',
  '1.3.6.1.4.1.11591.4.11',
  '1.2.840.113549.3.2',
  '1.2.840.113549.3.7',
  '2.16.840.1.101.3.4.1.42',
  '2.16.840.1.101.3.4.1.46',
  '1.2.840.113549.2.5',
  '2.16.840.1.101.3.4.2.10',
  '1.2.840.10045.2.1',
  '1.3.101.112',
  ...[1, 2, 3, 4, 5, 6].map((arc) => `1.2.840.113549.1.12.1.${arc}`),
  ...[1, 2, 3, 4, 5, 6, 9].map((arc) => `1.2.840.113549.1.12.10.1.${arc}`),
  '2.5.29.17',
  '1.2.3.4',
];

const changeOid: Mutation = (node, dice) => {
  node.written = oneOf(dice, [
    () => oid(oneOf(dice, knownOids)),
    () => oid(oneOf(dice, knownOids)),
    () => der(6),
    () => der(6, Uint8Array.of(0x80, 0x80)),
    () => der(6, new Uint8Array(3000).fill(0xff)),
  ])();
};

/** Counts of rounds among them: none, the most that is allowed and one more, and what no number holds. */
const changeInteger: Mutation = (node, dice) => {
  node.written = oneOf(dice, [
    () => integer(oneOf(dice, [0, 1, 2, 3, 9, 2048, 100_000, 10_000_001, 2 ** 31, 2 ** 53])),
    () => integer(2n ** BigInt(64 * (1 + dice(40)))),
    () => der(2),
    () => der(2, Uint8Array.of(0xff)),
    () => der(2, Uint8Array.of(0x80, 0, 0, 0)),
    () => der(2, randomBytes(dice, 1 + dice(2))),
  ])();
};

const nest: Mutation = (node, dice) => {
  const levels = oneOf(dice, [1, 2, 20, 70, 3000]);
  const identifier = oneOf(dice, [0x30, 0xa0, 0x24, 0x31]);
  let inner = write(node);
  for (let level = 0; level < levels; level++) inner = der(identifier, inner);
  node.written = inner;
};

const nestIndefinitely: Mutation = (node, dice) => {
  const levels = oneOf(dice, [2, 70, 5000]);
  const opening = new Uint8Array(levels * 2).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80));
  node.written = Buffer.concat([opening, write(node), new Uint8Array(levels * 2)]);
};

const changeContent: Mutation = (node, dice) => {
  const content = contentOf(node);
  const changed = oneOf(dice, [
    () => new Uint8Array(0),
    () => randomBytes(dice, 1 + dice(64)),
    () => content.slice(0, dice(content.length + 1)),
    () => Buffer.concat([content, randomBytes(dice, 1 + dice(16))]),
    () => new Uint8Array(65_536).fill(dice(256)),
    () => flipped(content, dice),
  ])();
  node.written = der(node.identifier, changed);
};

const exchange: Mutation = (node, dice, others) => {
  node.written = write(oneOf(dice, others));
};

const removeOrRepeat: Mutation = (node, dice) => {
  const count = oneOf(dice, [0, 2, 3, 300]);
  node.written = Buffer.concat(Array.from({ length: count }, () => write(node)));
};

const shuffle: Mutation = (node, dice) => {
  const rest = [...node.children];
  node.children = node.children.map(() => {
    const [taken] = rest.splice(dice(rest.length), 1);
    return taken ?? { identifier: 0x30, content: sequence(), children: [], written: null };
  });
};

function flipped(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let count = 1 + dice(4); count > 0 && copy.length > 0; count--) {
    const place = dice(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << dice(8));
  }
  return copy;
}

const anywhere: readonly Mutation[] = [
  changeLength,
  makeIndefinite,
  changeTag,
  nest,
  nestIndefinitely,
  changeContent,
  exchange,
  removeOrRepeat,
  shuffle,
];

function mutateOne(node: Node, dice: Dice, others: readonly Node[]): void {
  const numeric = { 2: changeInteger, 6: changeOid }[node.identifier];
  const mutation = numeric !== undefined && dice(2) === 0 ? numeric : oneOf(dice, anywhere);
  mutation(node, dice, others);
}

/** The bytes with one to three changes in their structure, and now and then in the bytes that come of it. */
export function mutatedPfx(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const root = nodeOf(readElement(bytes));
  const others = all(nodeOf(readElement(other)));
  for (let count = 1 + dice(3); count > 0; count--) {
    const nodes = all(root);
    const numbers = nodes.filter(({ identifier }) => identifier === 2);
    const chosen = dice(6) === 0 && numbers.length > 0 ? numbers : nodes;
    mutateOne(oneOf(dice, chosen), dice, others);
  }
  const mutated = write(root);
  if (dice(8) === 0) return flipped(mutated, dice);
  return dice(16) === 0 ? mutated.slice(0, dice(mutated.length)) : mutated;
}
