import { type ExecutionContext, Injectable } from '@nestjs/common';

type Settle = (context: ExecutionContext) => Promise<void>;

/**
 * Other names that things have in paths. They are turned into ids once, in the request's transaction and before
 * anything looks at the path's parameters.
 */
@Injectable()
export class PathNames {
  private readonly settlers: Settle[] = [];

  add(settle: Settle): void {
    this.settlers.push(settle);
  }

  /** @throws Refusal for a name that cannot be one */
  async settle(context: ExecutionContext): Promise<void> {
    for (const settle of this.settlers) await settle(context);
  }
}
