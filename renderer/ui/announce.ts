import { create } from 'zustand';

type Announcement = { text: string; count: number };

/** What the two live regions say now; `count` makes the same words twice two announcements. */
export const useAnnouncements = create<{ polite: Announcement; assertive: Announcement }>(() => ({
  polite: { text: '', count: 0 },
  assertive: { text: '', count: 0 },
}));

/** Says something to a person who does not see the page. `assertive` breaks into what is being read. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const { count } = useAnnouncements.getState()[urgency];
  useAnnouncements.setState({ [urgency]: { text, count: count + 1 } });
}
