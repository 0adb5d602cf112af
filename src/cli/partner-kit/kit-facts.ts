import type { ApiKey } from '../../accounts';
import type { TestItem } from '../../disclosure';
import type { MeView } from '../../me';
import type { ContactView } from '../../organizations';

/** Someone whom the partner's engineer may call about what comes, or does not. */
export interface Callable {
  handle: string;
  name: string;
  contacts: ContactView[];
}

/** All that a kit is written from. The key itself is not among it. */
export interface KitFacts {
  /** Address of the installation, without a slash at its end. */
  base: string;
  me: MeView;
  callables: Callable[];
  testItem: TestItem | null;
  key: ApiKey | null;
  /** How the operator is reached, in the operator's own words. */
  operator: string | null;
}
