import { useId } from 'react';
import type { ReactElement } from 'react';

/** The cuts of a key under a lens. */
export function LensDrawing({ className }: { className: string | undefined }): ReactElement {
  const id = useId();
  return (
    <svg className={className} viewBox="0 0 200 200" aria-hidden="true">
      <clipPath id={id}>
        <circle cx="82" cy="82" r="78" />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <path d="M-10 64H22L46 88H74L92 70H112L130 88H176M-10 134H180" />
        <path opacity="0.5" d="M-10 112H180M-10 120H180" />
      </g>
      <circle cx="82" cy="82" r="78" />
      <path d="M138 138 194 194M131 143 187 199" />
    </svg>
  );
}
