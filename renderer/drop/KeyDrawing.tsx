import type { ReactElement } from 'react';

/** A key drawn in one hairline; it runs off the edge of what it stands in. */
export function KeyDrawing({ className }: { className: string | undefined }): ReactElement {
  return (
    <svg className={className} viewBox="0 0 438 174" aria-hidden="true">
      <path d="M135.7 71L166 71L178 83L198 83L221 83L227 77L247 77L253 71L264 71L288 95L316 95L340 71L342 71L366 95L377 95L383 89L397 89L415 71L418 71L434 94L422 129H135.7A70 70 0 1 1 135.7 71Z" />
      <circle cx="42" cy="100" r="15" />
      <path opacity="0.5" d="M151.7 115H424M151.7 120H422M141.7 71V129" />
    </svg>
  );
}
