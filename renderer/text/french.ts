import { joined } from './catalogue.ts';

/** The French messages of the page, by the keys of the English ones. */
export const french = joined(
  import.meta.glob<Record<string, string>>(
    ['../../assets/text/fr/*.json', '!../../assets/text/fr/system.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
