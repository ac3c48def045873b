import type { ReactElement, ReactNode } from 'react';
import { State } from './State.tsx';
import type { Tone } from './State.tsx';
import type { IconName } from './icon-paths.ts';
import css from './StatusStrip.module.css';

/** One thing that the strip at the foot of the window has to say. */
export type StripLine = {
  id: string;
  icon: IconName;
  tone: Tone;
  /** The word or two that stand in front. */
  name: string;
  words: ReactNode;
  /** True for what changes all the time, such as progress: it is shown and not read out. */
  isQuiet?: boolean;
  /** A link at the end. */
  action?: ReactNode;
};

/** The foot of the window. There is none while there is nothing to say. */
export function StatusStrip({
  label,
  lines,
  end,
}: {
  label: string;
  lines: readonly StripLine[];
  end?: ReactNode;
}): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <footer className={css['strips']} aria-label={label} data-strip-lines={lines.length}>
      <output className={css['lines']}>
        {lines.map((line, place) => (
          <div key={line.id} className={css['strip']}>
            <State icon={line.icon} tone={line.tone}>
              <b>{line.name}</b>
            </State>
            <span className={css['words']} aria-live={line.isQuiet ? 'off' : undefined}>
              {line.words}
            </span>
            <span className={css['end']}>
              {line.action}
              {place === 0 && end}
            </span>
          </div>
        ))}
      </output>
    </footer>
  );
}
