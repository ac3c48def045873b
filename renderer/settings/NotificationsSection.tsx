import type { ReactElement } from 'react';
import { setPreferences } from '../app.store.ts';
import { t } from '../text/text.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Section } from '../ui/Section.tsx';
import css from './SettingsPage.module.css';

/** Whether the desktop tells of orders that have ended. */
export function NotificationsSection({ notifyOrders }: { notifyOrders: boolean }): ReactElement {
  return (
    <Section level="h2" title={t('settings.notifications')}>
      <div className={css['words']}>
        <Checkbox
          isSelected={notifyOrders}
          onChange={(chosen) => void setPreferences({ notifyOrders: chosen })}
          hint={t('settings.notify-orders.hint')}
        >
          {t('settings.notify-orders')}
        </Checkbox>
      </div>
    </Section>
  );
}
