import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { qrPath } from './qr-path.ts';
import css from './QrCode.module.css';

/** A QR code, dark on light in every theme, for cameras; nothing when the text is too long for one. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement | null {
  const code = useMemo(() => qrPath(text), [text]);
  if (code === null) return null;
  return (
    <figure className={css['code']} aria-label={label}>
      <svg viewBox={`0 0 ${code.size} ${code.size}`} shapeRendering="crispEdges" aria-hidden="true">
        <rect className={css['paper']} width={code.size} height={code.size} />
        <path className={css['ink']} d={code.path} />
      </svg>
    </figure>
  );
}
