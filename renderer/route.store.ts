import { create } from 'zustand';

export type PageId =
  | 'sign-in'
  | 'devices'
  | 'certificates'
  | 'inspect'
  | 'activity'
  | 'account'
  | 'settings'
  | 'help';

/** Which page the window shows. */
export const useRoute = create<{ page: PageId }>(() => ({ page: 'devices' }));

/** Shows another page. */
export function go(page: PageId): void {
  useRoute.setState({ page });
}

/** Forgets where the person was: the next session begins at My Devices, whoever signs in. */
export function forgetRoute(): void {
  useRoute.setState(useRoute.getInitialState());
}
