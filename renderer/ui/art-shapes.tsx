import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import css from './Art.module.css';

/** One drawing for each empty or failed state, 120 x 84, with one accent stroke. */
export const artShapes = {
  devices: (
    <>
      <rect className={css['fill']} x="6.5" y="22.5" width="66" height="42" rx="2" />
      <path d="M1 68.5h78" />
      <rect className={css['dashed']} x="86.5" y="18.5" width="27" height="52" rx="5" />
      <path className={css['accent']} d="M100 38v13M93.5 44.5h13" />
    </>
  ),
  certificates: (
    <>
      <g transform="translate(-22)">
        <path className={css['dashed']} d="M22.5 8.5h56l18 18v50h-74z" />
        <path className={css['thin']} d="M36 32h32M36 42h44" />
        <circle className={classNames(css['accent'], css['fill'])} cx="80" cy="60" r="11" />
        <path className={css['accent']} d="m75 60 4 4 7-8M74 70v13l6-4 6 4V70" />
      </g>
    </>
  ),
  offline: (
    <>
      <path className={css['fill']} d="M8.5 60V18.5h56V60M2 64.5h69" />
      <path className={css['dashed']} d="M76 40h14" />
      <path d="M96 33.5h18v30H96z" />
      <path className={css['accent']} d="m78 34 10 12M88 34 78 46" />
    </>
  ),
  failed: (
    <>
      <g transform="translate(-10)">
        <path className={css['fill']} d="M10.5 22.5h44v44h-44z" />
        <path d="M18 34h20M18 42h28M18 50h14" />
        <path className={css['accent']} d="M66 44h16l-5-5M82 44l-5 5" />
        <path className={css['dashed']} d="M90.5 22.5h22v44h-22z" />
      </g>
    </>
  ),
  search: (
    <>
      <g transform="translate(-3)">
        <path className={css['dashed']} d="M4 18.5h80M4 38.5h60M4 58.5h72" />
        <circle className={css['fill']} cx="84" cy="42" r="19" />
        <path className={css['accent']} d="m98 56 16 16M76 42h16" />
      </g>
    </>
  ),
  done: (
    <>
      <path d="M12 68.5h96" />
      <path className={css['fill']} d="M30.5 68V24.5h30V68" />
      <path className={css['accent']} d="m72 44 9 9 18-20" />
    </>
  ),
  activity: (
    <>
      <path d="M9 16.5h14M9 41.5h14M9 66.5h14" />
      <path className={css['dashed']} d="M36 16.5h44M36 41.5h56M36 66.5h34" />
      <path className={css['accent']} d="m94 16 6 6 13-14" />
    </>
  ),
  locked: (
    <>
      <g transform="translate(-33)">
        <path className={css['fill']} d="M34 36h52v38H34z" />
        <path d="M44 36V26a16 16 0 0 1 32 0v10" />
        <path className={css['accent']} d="M60 53v8" />
        <circle className={css['accent']} cx="60" cy="50" r="3" />
      </g>
    </>
  ),
  clock: (
    <>
      <g transform="translate(-27)">
        <circle className={css['fill']} cx="60" cy="42" r="32" />
        <path className={css['accent']} d="M60 20v22l15 9" />
        <path d="M60 10v5M60 69v5M28 42h5M87 42h5" />
      </g>
    </>
  ),
} satisfies Record<string, ReactElement>;
