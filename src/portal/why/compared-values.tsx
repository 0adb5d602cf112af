import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import { inOrder } from './fact-order';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Nothing is not the word for it: a severity, for one, may be called none. */
const Nothing = ({ screen }: { screen: Screen }) => (
  <>
    <span aria-hidden="true">—</span>
    <span class="visually-hidden">{screen.t('why.nothing')}</span>
  </>
);

/** A value as it is in the decision: data, which is never translated. */
function Value({ screen, value }: { screen: Screen; value: unknown }) {
  const { t } = screen;
  if (value === null || value === undefined) return <Nothing screen={screen} />;
  if (typeof value === 'boolean') return <>{t(value ? 'frame.yes' : 'frame.no')}</>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <Nothing screen={screen} />;
    return (
      <>
        {(value as readonly unknown[]).map((one, index) => (
          <>
            {index > 0 && ' · '}
            <Value screen={screen} value={one} />
          </>
        ))}
      </>
    );
  }
  if (typeof value === 'object') return <ComparedValues screen={screen} values={value} />;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (INSTANT.test(text)) return <Instant screen={screen} at={text} />;
  return (
    <code>
      <UserText text={text} />
    </code>
  );
}

const wordFor = ({ t }: Screen, name: string): string => {
  const key = `compared.${name}`;
  return isMessage(key) ? t(key) : name;
};

/** What a rule compared with what: names in the reader's language, values as they are. */
export function ComparedValues({ screen, values }: { screen: Screen; values: object }) {
  const pairs = inOrder(values);
  if (pairs.length === 0) return null;
  return (
    <span class="compared-values">
      {pairs.map(([name, value], index) => (
        <>
          {index > 0 && ' · '}
          {wordFor(screen, name)}: <Value screen={screen} value={value} />
        </>
      ))}
    </span>
  );
}

export { Value as DataValue, wordFor };
