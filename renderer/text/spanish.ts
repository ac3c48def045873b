import { joined } from './catalogue.ts';

/** The Spanish messages of the page, by the keys of the English ones. */
export const spanish = joined(
  import.meta.glob<Record<string, string>>(
    ['../../assets/text/es/*.json', '!../../assets/text/es/system.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
