import { versioned } from '../../platform/conditional/versioned';
import { ShowApiKey } from './show-api-key';

const key = {
  kind: 'api-key',
  named: ['id'],
  reader: ShowApiKey,
  read: (show: ShowApiKey, id: string) => show.run(id),
};

/** On the route that reads an API key. */
export const VersionedApiKey = versioned(key);
/** On routes that change an API key and answer something else. */
export const ConditionOnApiKey = versioned({ ...key, answersAnother: true });
