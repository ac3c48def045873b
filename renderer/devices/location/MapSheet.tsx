import { useId, useMemo } from 'react';
import type { ReactElement } from 'react';
import { number } from '../../text/format.ts';
import { nearestCity } from './nearest-city.ts';
import type { Place } from './nearest-city.ts';
import { drawSheet, placeOn, pxPerKm } from './sheet.ts';
import type { View } from './sheet.ts';
import type { Offset } from './use-drag.ts';
import type { World } from './world.ts';
import css from './Map.module.css';

/** The lines along a coast, as a chart has them: how far out, px, and how strong. */
const waves = [
  [44, 0.35],
  [32, 0.55],
  [21, 0.8],
  [11, 1],
] as const;

/** A map of land, borders and cities with one device on it, drawn from what is shipped with the app. */
export function MapSheet({
  world,
  view,
  device,
  accuracyMeters,
  offset,
}: {
  world: World;
  view: View;
  device: Place;
  accuracyMeters: number | null;
  /** How far the sheet is shifted while it is dragged. */
  offset: Offset;
}): ReactElement {
  const land = useId();
  const sheet = useMemo(() => drawSheet(world, view, device), [world, view, device]);
  const { width, height } = view;
  const [x, y] = placeOn(view, device);
  const ring = ((accuracyMeters ?? 0) / 1000) * pxPerKm(view, device.latitude);
  const gap = Math.max(ring, 8) + 8;
  const { px, km } = sheet.scale;
  const foot = height - 26;
  // The scale stands at the foot.
  const clear = sheet.parallels.filter(({ at }) => at < foot - 26);
  const city = nearestCity(device);
  const isNamed = sheet.labels.every(({ city: labelled }) => labelled !== city);
  const [cityX, cityY] = city === null ? [NaN, NaN] : placeOn(view, city);

  return (
    <svg className={css['sheet']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <path id={land} d={sheet.land} />
      </defs>
      <rect className={css['sea']} width={width} height={height} />
      <g transform={`translate(${offset.x} ${offset.y})`}>
        {waves.map(([away, strength]) => (
          <g key={away}>
            <use href={`#${land}`} className={css['wave']} strokeWidth={away} opacity={strength} />
            <use href={`#${land}`} className={css['seaGap']} strokeWidth={away - 1.6} />
          </g>
        ))}
        <use href={`#${land}`} className={css['land']} />
        <path className={css['coast']} d={sheet.coast} />
        <path
          className={css['grid']}
          d={[
            ...sheet.meridians.map(({ at }) => `M${at} 0V${height}`),
            ...sheet.parallels.map(({ at }) => `M0 ${at}H${width}`),
          ].join('')}
        />
        <path className={css['border']} d={sheet.borders} />
        {sheet.labels.map(({ city, x, y, isLeft }) => (
          <g key={`${city.name} ${city.country}`} data-rank={city.rank}>
            {city.rank === 1 ? (
              <circle className={css['town']} cx={x} cy={y} r="1.8" />
            ) : (
              <rect className={css['city']} x={x - 2.5} y={y - 2.5} width="5" height="5" />
            )}
            <text x={isLeft ? x - 7 : x + 7} y={y + 4} textAnchor={isLeft ? 'end' : 'start'}>
              {city.name}
            </text>
          </g>
        ))}
        <path
          className={css['cross']}
          d={`M${x} 0V${y - gap}M${x} ${y + gap}V${height}M0 ${y}H${x - gap}M${x + gap} ${y}H${width}`}
        />
        {ring > 6 && <circle className={css['ring']} cx={x} cy={y} r={ring} />}
        <circle className={css['dot']} cx={x} cy={y} r="4.5" />
        {city && isNamed && Math.hypot(cityX - x, cityY - y) < gap + 8 && (
          <text className={css['here']} x={x + gap + 1} y={y - 9}>
            {city.name}
          </text>
        )}
        {sheet.meridians.map(({ at, words }) => (
          <text key={words} className={css['figure']} x={at + 5} y={height - 5}>
            {words}
          </text>
        ))}
        {clear.map(({ at, words }) => (
          <text key={words} className={css['figure']} x="12" y={at - 4}>
            {words}
          </text>
        ))}
      </g>
      <rect className={css['plate']} x="12" y={foot - 22} width={px + 24} height="32" rx="4" />
      <path className={css['scale']} d={`M20 ${foot - 5}v5h${px}v-5`} />
      <text className={css['figure']} data-scale x={20 + px} y={foot - 8} textAnchor="end">
        {km < 1 ? `${number(km * 1000)} m` : `${number(km)} km`}
      </text>
    </svg>
  );
}
