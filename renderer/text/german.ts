import { joined } from './catalogue.ts';

/** The German messages of the page, by the keys of the English ones. */
export const german = joined(
  import.meta.glob<Record<string, string>>(
    ['../../assets/text/de/*.json', '!../../assets/text/de/system.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
