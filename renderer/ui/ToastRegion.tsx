import type { ReactElement } from 'react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { toasts } from './toast.ts';
import css from './Toast.module.css';

/** The corner in which notices appear. One for the whole app. */
export function ToastRegion({
  label,
  closeLabel,
}: {
  label: string;
  closeLabel: string;
}): ReactElement {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className={css['region'] ?? ''}>
      {({ toast }) => (
        <Toast toast={toast} className={css['toast'] ?? ''} data-tone={toast.content.tone}>
          <Icon name={toast.content.icon} />
          <ToastContent className={css['words'] ?? ''}>
            <Text slot="title" className={css['title'] ?? ''}>
              {toast.content.title}
            </Text>
            {toast.content.sentence && (
              <Text slot="description" className={css['sentence'] ?? ''}>
                {toast.content.sentence}
              </Text>
            )}
          </ToastContent>
          <Button slot="close" look="quiet" size="small" icon="close" aria-label={closeLabel} />
        </Toast>
      )}
    </AriaToastRegion>
  );
}
