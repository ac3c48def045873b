import type { ReactElement } from 'react';
import { cutDepths, cutOutline, pathOf } from './bitting-cuts.ts';
import css from './Bitting.module.css';

/**
 * A private key set into its certificate: both cut from the fingerprint of the same public key. It supports
 * the sentence that they fit and never replaces it: about 2.3 bits a cut are no security check.
 */
export function KeyFit({ fingerprint }: { fingerprint: string }): ReactElement {
  const count = 12;
  const [pitch, step, gap, height, top] = [17, 3.2, 4, 22, 12];
  const width = count * pitch + 34;
  const cuts = cutOutline(cutDepths(fingerprint, count), { start: 20, pitch, step });
  const edge = top + gap;
  const lock = `M0 0H${width}V${top}L${pathOf(cuts.toReversed(), top)}L0 ${top}Z`;
  const key =
    `M0 ${edge}L${pathOf(cuts, edge)}L${width - 10} ${edge}` +
    `L${width} ${edge + height / 2 + 3}L${width - 10} ${edge + height + 6}H0Z`;
  return (
    <svg
      className={css['fit']}
      viewBox={`-1 -1 ${width + 2} ${edge + height + 9}`}
      width={width + 2}
      height={edge + height + 9}
      aria-hidden="true"
    >
      <path className={css['lock']} d={lock} />
      <path className={css['key']} d={key} />
    </svg>
  );
}

/** A whole key as a locksmith draws it: profile, pitch marks and cut code. */
export function KeyBlade({ fingerprint }: { fingerprint: string }): ReactElement {
  const count = 9;
  const [pitch, step, bow, half] = [26, 6, 70, 29];
  const [centre, middle] = [bow + 2, bow + 30];
  const start = centre + bow + 30;
  const depths = cutDepths(fingerprint, count);
  const cuts = cutOutline(depths, { start, pitch, step });
  const end = start + count * pitch + 28;
  const [top, foot] = [middle - half, middle + half];
  const shoulder = Number((centre + Math.sqrt(bow * bow - half * half)).toFixed(1));
  const marks = Array.from({ length: count + 1 }, (_, k) => `M${start + k * pitch} ${top - 27}v10`);
  return (
    <svg
      className={css['blade']}
      viewBox={`0 0 ${end + 4} ${middle + bow + 4}`}
      width={end + 4}
      height={middle + bow + 4}
      aria-hidden="true"
    >
      <path
        className={css['body']}
        d={`M${shoulder} ${top}L${pathOf(cuts, top)}L${end - 16} ${top}L${end} ${middle - 6}L${end - 12} ${foot}H${shoulder}A${bow} ${bow} 0 1 1 ${shoulder} ${top}Z`}
      />
      <circle className={css['hole']} cx={centre - 30} cy={middle} r="15" />
      <path
        className={css['thin']}
        d={`M${shoulder + 16} ${middle + 15}H${end - 10}M${shoulder + 16} ${middle + 20}H${end - 12}M${shoulder + 6} ${top}V${foot}`}
      />
      <path
        className={css['thin']}
        d={`M${start} ${top - 22}H${start + count * pitch}${marks.join('')}`}
      />
      {depths.map((depth, place) => {
        const x = start + (place + 0.5) * pitch;
        return (
          <g key={x}>
            <text className={css['figure']} x={x} y={foot + 24} textAnchor="middle">
              {depth}
            </text>
            <path className={css['drop']} d={`M${x} ${top + depth * step + 3}V${foot + 10}`} />
          </g>
        );
      })}
    </svg>
  );
}
