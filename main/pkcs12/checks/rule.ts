import { visibleText } from '../x509/visible-text.ts';
import type { Check } from '../../../preload/contract/inspection.ts';
import type { CheckContext } from '../types.ts';
import type { Examined } from './examined.ts';

export type Level = Check['level'];

/** What one rule found: which of its sentences applies, the fact itself, and what the sentences name. */
export type Finding<Variant extends string> = {
  readonly variant: Variant;
  /** Language-neutral: `RSA 1024`, `keyEncipherment`. */
  readonly found: string;
  /** Values for the placeholders; dates as epoch ms. */
  readonly params?: Readonly<Record<string, string | number>>;
};

/** A rule with everything that is known of it without a file. */
export type Rule = {
  readonly id: string;
  readonly source: string;
  /** How serious each of its sentences is. */
  readonly variants: Readonly<Record<string, Level>>;
  /** Empty where the rule does not apply. */
  readonly check: (facts: Examined, context: CheckContext) => Check[];
};

type RuleDefinition<Variant extends string> = {
  readonly id: string;
  /** The document that asks for it: `RFC 8550 4.4.2`. */
  readonly source: string;
  readonly variants: Readonly<Record<Variant, Level>>;
  /** Looks at the facts; null where the rule does not apply. */
  readonly find: (facts: Examined, context: CheckContext) => Finding<Variant> | null;
};

const longestFact = 4096;

/** Makes a rule from its definition: the level follows from the variant, texts are made safe to show and cut. */
export function defineRule<Variant extends string>(definition: RuleDefinition<Variant>): Rule {
  const { id, source, variants, find } = definition;
  return {
    id,
    source,
    variants,
    check: (facts, context) => {
      const finding = find(facts, context);
      if (finding === null) return [];
      const { variant, found, params = {} } = finding;
      return [
        {
          id,
          level: variants[variant],
          variant,
          found: visibleText(found, longestFact),
          params: Object.fromEntries(
            Object.entries(params).map(([name, value]) => [name, shortened(value)]),
          ),
          source,
        },
      ];
    },
  };
}

function shortened(value: string | number): string | number {
  return typeof value === 'string' ? visibleText(value) : value;
}
