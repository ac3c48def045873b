import type { ReactElement } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { formatLocale, t } from '../text/text.ts';
import { DeviceRow } from './DeviceRow.tsx';
import { choose, openDevice, useDevicesView } from './devices-view.store.ts';
import { useGrowingRows } from './use-growing-rows.ts';
import type { ShownDevices } from './use-shown-devices.ts';
import css from './DeviceList.module.css';

/** From this many devices on, only the rows in sight are in the page. */
const many = 200;
/** Heights of the drawn list, in px; the style sheet knows the same. */
const layout = { rowHeight: 57, headingHeight: 29 };

/**
 * The rows in their groups. A press shows the device, in a narrow window as a page of its own; while several
 * are being chosen it ticks the device. `asOf` is when the list was last known, where the portal can't be asked now.
 */
export function DeviceRows({
  shown,
  asOf,
  isNarrow,
}: {
  shown: ShownDevices;
  asOf: number | null;
  isNarrow: boolean;
}): ReactElement {
  const { isSeveral } = useDevicesView();
  const { groups, onScroll } = useGrowingRows(shown);
  const list = (
    <ListBox
      className={css['box'] ?? ''}
      aria-label={t('devices.title')}
      items={groups}
      onScroll={onScroll}
      dependencies={[isSeveral, asOf, formatLocale()]}
      {...(isSeveral
        ? { selectionMode: 'multiple' as const }
        : isNarrow
          ? { selectionMode: 'none' as const, onAction: (key) => openDevice(String(key)) }
          : {
              selectionMode: 'single' as const,
              selectionBehavior: 'replace' as const,
              disallowEmptySelection: true,
            })}
      selectedKeys={shown.chosen.map(({ id }) => id)}
      onSelectionChange={(keys) =>
        choose(
          keys === 'all'
            ? shown.groups.flatMap(({ devices }) => devices.map(({ id }) => id))
            : [...keys].map(String),
        )
      }
    >
      {(group) => (
        <ListBoxSection id={group.id}>
          <Header className={css['group'] ?? ''}>{t(`devices.group.${group.id}`)}</Header>
          <Collection items={group.devices} dependencies={[isSeveral, asOf, group, formatLocale()]}>
            {(device) => (
              <ListBoxItem
                id={device.id}
                textValue={device.name}
                className={css['row'] ?? ''}
                data-old={device.inactive || asOf !== null}
                data-first={device === group.devices[0]}
              >
                {({ isSelected }) => (
                  <DeviceRow
                    device={device}
                    asOf={asOf}
                    tick={isSeveral ? { isOn: isSelected } : null}
                  />
                )}
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
  return shown.count < many ? (
    list
  ) : (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      {list}
    </Virtualizer>
  );
}
