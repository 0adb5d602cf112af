import { type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { PathNames } from '../../platform/path-names';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { readReference } from '../items/rules/item-reference';

const ITEMS = 'accord:items';

/** On controllers whose paths name items of a kind by `id`: a short reference is as good there. */
export const NamesItems = (kind: 'advisory' | 'incident') => SetMetadata(ITEMS, kind);

/** The reference in its stored form. @throws Refusal 422 for a wrong check character, whether or not it was ever given */
export function checkedReference(typed: string, field: string): string | undefined {
  const read = readReference(typed);
  if (read.is === 'mistyped')
    throw Refusal.invalid({
      field,
      rule: 'check-character',
      message: 'is mistyped or misheard: its last character does not fit the others',
    });
  return read.is === 'reference' ? read.reference : undefined;
}

/** Turns a short reference in a path into the id that its reader knows the item by. */
@Injectable()
export class ItemsByReference {
  constructor(
    private readonly transaction: ViewerTransaction,
    names: PathNames,
  ) {
    names.add((context) => this.settle(context));
  }

  /** What refers to nothing that the reader may name stays as it is, and is then answered like any absent id. */
  private async settle(context: ExecutionContext): Promise<void> {
    const kind = Reflect.getMetadata(ITEMS, context.getClass()) as string | undefined;
    const { params } = context.switchToHttp().getRequest<Request>();
    const typed = params['id'];
    if (kind === undefined || typeof typed !== 'string') return;
    const reference = checkedReference(typed, 'id');
    if (reference === undefined) return;
    const found = await this.transaction.one<{ id: string | null }>('SELECT app.referred_id($1, $2) AS id', [
      reference,
      kind,
    ]);
    params['id'] = found?.id ?? reference;
  }
}
