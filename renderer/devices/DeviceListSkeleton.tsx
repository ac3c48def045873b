import type { ReactElement } from 'react';
import { t } from '../text/text.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import type from '../styles/type.module.css';
import css from './DeviceList.module.css';
import page from './DevicesPage.module.css';

const rows = [
  [62, 84, 64],
  [74, 70, 52],
  [48, 88, 60],
  [58, 64, 44],
  [66, 76, 58],
  [52, 68, 48],
] as const;

/** The list while it is read, in the geometry of its rows: nothing jumps when the devices come. */
export function DeviceListSkeleton(): ReactElement {
  return (
    <div className={page['split']}>
      <section className={css['list']} aria-busy="true" aria-label={t('devices.loading')}>
        <header className={css['head']}>
          <h1 className={type['head']}>{t('devices.title')}</h1>
          <Skeleton width="100%" height={32} />
          <div className={css['headTabs']}>
            <Skeleton width={150} />
          </div>
        </header>
        <div className={css['group']} />
        <ul className={css['late']}>
          {rows.map(([name, what, when]) => (
            <li key={name} className={css['row']} data-first={name === rows[0][0]}>
              <Skeleton width={30} height={36} />
              <div className={css['bones']}>
                <Skeleton width={`${name}%`} />
                <Skeleton width={`${what}%`} />
              </div>
              <div className={css['bones']}>
                <Skeleton width={when} />
                <Skeleton width={72} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <div className={page['rest']} />
    </div>
  );
}
