import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { type ApiKeyView, presentApiKey } from './api-keys.dto';
import { ApiKeysStore } from './api-keys.store';

@Injectable()
export class ShowApiKey {
  constructor(private readonly store: ApiKeysStore) {}

  /** A key of the viewer's own organization. @throws Refusal 404 for any other */
  async run(id: string): Promise<ApiKeyView> {
    const key = isUuid(id) ? await this.store.find(id) : undefined;
    if (!key) throw Refusal.notFound();
    return presentApiKey(key);
  }
}
