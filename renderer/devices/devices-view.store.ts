import { create } from 'zustand';

export type Filter = 'all' | 'active' | 'inactive';
export type Order = 'last-check-in' | 'name';

/** How the person looks at the list: what is chosen, searched, filtered; kept while other pages are shown. */
export const useDevicesView = create<{
  chosen: readonly string[];
  /** Whether a press adds to what is chosen instead of opening a device. */
  isSeveral: boolean;
  /** In a narrow window list and detail are pages; this is the one that is shown. */
  page: 'list' | 'detail';
  /** The device whose place is shown instead of list and detail. */
  located: string | null;
  /** The device whose lost-device guide is shown instead of list and detail. */
  lost: string | null;
  query: string;
  filter: Filter;
  order: Order;
}>(() => ({
  chosen: [],
  isSeveral: false,
  page: 'list',
  located: null,
  lost: null,
  query: '',
  filter: 'all',
  order: 'last-check-in',
}));

/** Chooses devices by id, as the list's selection stands. */
export function choose(chosen: readonly string[]): void {
  useDevicesView.setState(({ isSeveral }) => ({ chosen, page: isSeveral ? 'list' : 'detail' }));
}

/** Begins or ends choosing several devices; ending it lets go of all but the first. */
export function chooseSeveral(isSeveral: boolean): void {
  useDevicesView.setState(({ chosen }) => ({
    isSeveral,
    chosen: isSeveral ? [] : chosen.slice(0, 1),
    page: 'list',
  }));
}

/** Opens one device; in a narrow window, now or later, it is a page of its own. */
export function openDevice(id: string): void {
  useDevicesView.setState({ chosen: [id], page: 'detail' });
}

/** Shows where a device is, as a page of its own. */
export function showLocation(id: string): void {
  useDevicesView.setState({ located: id });
}

/** Goes back from the place of a device to the device. */
export function leaveLocation(): void {
  useDevicesView.setState({ located: null });
}

/** Shows what to do about a lost device, as a page of its own. */
export function showLost(id: string): void {
  useDevicesView.setState({ lost: id, located: null });
}

/** Goes back from the guide to the device. */
export function leaveLost(): void {
  useDevicesView.setState({ lost: null });
}

/** Goes back from the device to the list, in a narrow window. */
export function backToList(): void {
  useDevicesView.setState({ page: 'list' });
}

/** Searches as the person types. */
export function search(query: string): void {
  useDevicesView.setState({ query });
}

/** Shows active devices, inactive ones, or all. */
export function filterBy(filter: Filter): void {
  useDevicesView.setState({ filter });
}

/** Puts the list into another order. */
export function orderBy(order: Order): void {
  useDevicesView.setState({ order });
}

/** Takes search and filter away. */
export function showAll(): void {
  useDevicesView.setState({ query: '', filter: 'all' });
}

/** Forgets what was chosen and searched, because nobody is signed in. */
export function forgetView(): void {
  useDevicesView.setState(useDevicesView.getInitialState());
}
