import { describeCorpus } from './support/corpus-suite.ts';

describeCorpus(false);
