import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import css from './DeviceDrawing.module.css';

/** The strokes of each kind of device on a 64 x 64 grid. */
export const deviceShapes = {
  iphone: (
    <>
      <rect className={css['fill']} x="19.5" y="6" width="25" height="52" rx="6.5" />
      <path d="M28.5 11.2h7" strokeWidth="2.6" strokeLinecap="round" />
      <path className={css['thin']} d="M27.5 54h9" />
      <path d="M46 20v8M18 18v3M18 24v6" />
    </>
  ),
  'android-phone': (
    <>
      <rect className={css['fill']} x="19.5" y="6" width="25" height="52" rx="3.5" />
      <circle className={css['dot']} cx="32" cy="11.5" r="1.7" />
      <path className={css['thin']} d="M27 53.5h10" />
      <path d="M46 17v5M46 26v9" />
    </>
  ),
  ipad: (
    <>
      <rect className={css['fill']} x="12" y="7" width="40" height="50" rx="5" />
      <rect className={css['thin']} x="15.5" y="10.5" width="33" height="43" rx="2" />
      <path className={css['thin']} d="M28 51.5h8" />
      <path d="M44 5.8h5" />
    </>
  ),
  'android-tablet': (
    <>
      <path className={css['fill']} d="M10 14h44l4 4v28l-4 4H10l-4-4V18z" />
      <rect className={css['thin']} x="11" y="18.5" width="42" height="27" />
      <circle className={css['dot']} cx="8.6" cy="32" r="1.2" />
      <path d="M6 22h-2v-6h5M58 22h2v-6h-5M6 42h-2v6h5M58 42h2v6h-5" />
    </>
  ),
  macbook: (
    <>
      <path className={css['fill']} d="M11 43V17a4 4 0 0 1 4-4h34a4 4 0 0 1 4 4v26" />
      <path d="M28 13v2.5h8V13" />
      <path className={css['thin']} d="M14.5 40h35" />
      <path className={css['fill']} d="M4 43.5h56v2a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5z" />
      <path d="M26.5 43.5c0 1.8.8 2.3 2 2.3h7c1.2 0 2-.5 2-2.3" />
    </>
  ),
  'windows-laptop': (
    <>
      <path className={css['fill']} d="M11 42V12.5h42V42" />
      <path className={css['thin']} d="M11 37.5h42" />
      <path
        className={classNames(css['thin'], css['detail'])}
        d="M25.5 39.2h2v2h-2zM30.9 39.2h2v2h-2zM36.3 39.2h2v2h-2z"
      />
      <path className={css['fill']} d="M11 42h42l7 7.5v1.5H4v-1.5z" />
      <path className={css['thin']} d="M26 47h12" />
    </>
  ),
  chromebook: (
    <>
      <path className={css['fill']} d="M12 41V16a3 3 0 0 1 3-3h34a3 3 0 0 1 3 3v25" />
      <circle className={classNames(css['thin'], css['detail'])} cx="17.5" cy="36.5" r="1.6" />
      <path className={css['thin']} d="M28 36.5h8" strokeLinecap="round" />
      <path
        className={css['fill']}
        d="M7 43.5h50a3 3 0 0 1 3 3v1a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-1a3 3 0 0 1 3-3z"
      />
      <path d="M15 41v2.5M20 41v2.5M44 41v2.5M49 41v2.5" />
    </>
  ),
  desktop: (
    <>
      <rect className={css['fill']} x="7" y="9" width="50" height="33" rx="2.5" />
      <path className={css['thin']} d="M7 37h50" />
      <path d="M27 42v8M37 42v8M20 52.5h24" />
    </>
  ),
} satisfies Record<string, ReactElement>;
