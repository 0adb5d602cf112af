import type { ComponentChildren } from 'preact';
import { Page } from '../frame/page';
import { PapLabel, TLP_ORDER, TlpLabel } from '../frame/tlp';
import type { MessageKey } from '../messages/catalogue';
import type { Screen } from '../screen/screen';

const PAP_ORDER = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
const ROLES = ['duty-officer', 'analyst', 'releaser', 'liaison', 'auditor', 'administrator'] as const;
/** What the keys do; Ctrl+Enter is of portal.js, the others are of browsers. */
const KEYS = [
  ['Tab', 'help.key_tab'],
  ['Enter', 'help.key_enter'],
  ['Ctrl + Enter', 'help.key_send'],
  ['Esc', 'help.key_escape'],
  ['Ctrl + P', 'help.key_print'],
] as const satisfies readonly (readonly [string, MessageKey])[];

const Explained = ({ term, children }: { term: ComponentChildren; children: ComponentChildren }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);

/** What the labels mean, what each role does here, and the keys: for people without training, signed in or not. */
export function HelpPage({ screen }: { screen: Screen }) {
  const { t, me } = screen;
  const own = ROLES.filter((role) => me?.roles.includes(role));
  const others = ROLES.filter((role) => !me?.roles.includes(role));
  return (
    <Page screen={screen} title={t('help.title')}>
      <section aria-labelledby="roles">
        <h2 id="roles">{t('help.roles')}</h2>
        <dl class="explained">
          {[...own, ...others].map((role) => (
            <Explained term={t(`help.role_${role}`)}>{t(`help.does_${role}`)}</Explained>
          ))}
        </dl>
      </section>
      <section aria-labelledby="tlp">
        <h2 id="tlp">{t('help.tlp')}</h2>
        <p>{t('help.tlpIs')}</p>
        <dl class="explained">
          {TLP_ORDER.toReversed().map((label) => (
            <Explained term={<TlpLabel label={label} />}>{t(`help.tlp_${label}`)}</Explained>
          ))}
        </dl>
        <p>{t('help.tlpNever')}</p>
      </section>
      <section aria-labelledby="pap">
        <h2 id="pap">{t('help.pap')}</h2>
        <p>{t('help.papIs')}</p>
        <dl class="explained">
          {PAP_ORDER.toReversed().map((label) => (
            <Explained term={<PapLabel label={label} />}>{t(`help.pap_${label}`)}</Explained>
          ))}
        </dl>
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{t('help.keys')}</h2>
        <dl class="explained">
          {KEYS.map(([key, does]) => (
            <Explained term={<kbd dir="ltr">{key}</kbd>}>{t(does)}</Explained>
          ))}
        </dl>
      </section>
    </Page>
  );
}
