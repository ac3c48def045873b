import { joined } from './catalogue.ts';

/** The Japanese messages of the page, by the keys of the English ones. */
export const japanese = joined(
  import.meta.glob<Record<string, string>>(
    ['../../assets/text/ja/*.json', '!../../assets/text/ja/system.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
