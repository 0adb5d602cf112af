import type { Client } from '../../src/cli/demo/http-client';
import { label } from '../advisories/advisory-world';
import { invented } from '../advisories/csaf/documents';
import { done, readTwice, type Visit } from './visit';
import { visitConsentRequests } from './visit-consent-requests';
import { visitDeadEnds } from './visit-dead-ends';
import { visitCooperation } from './visit-cooperation';
import { visitDutyOfficers } from './visit-duty-officers';
import { visitVictims } from './visit-victims';
import { visitApprovals, visitEmergencies, visitTellings } from './visit-tellings';
import { visitStandingRules } from './visit-standing-rules';
import { visitObligations } from './visit-obligations';

const LABELS = {
  tlp: 'GREEN',
  information_type: 'incident_summary',
  categories: ['fraud/phishing'],
  sectors: ['banking'],
  severity: 'high',
  audience: { include: ['cncert'] },
};
const reason = 'As the test wants it.';

/** What the story leaves out of agreements, incidents, reports and lists. */
export async function visitSharing(visit: Visit): Promise<void> {
  await visitIncidents(visit);
  await visitConsents(visit);
  await visitVictims(visit);
  await visitPassingOn(visit);
  await visitBulk(visit);
  await visitLists(visit);
  await visitDecisions(visit);
  await visitRequests(visit);
  await visitTellings(visit);
  await visitApprovals(visit);
  await visitEmergencies(visit);
  await visitStandingRules(visit);
  await visitObligations(visit);
  await visitDutyOfficers(visit);
  await visitCooperation(visit);
  await visitOverlay(visit);
  await visitAgreements(visit);
}

async function visitIncidents({ stage }: Visit): Promise<void> {
  const [analyst, releaser] = [stage.as('pkcert-analyst'), stage.as('pkcert-releaser')];
  const opened = { title: 'Own case', summary: 'Found by us.', handling: LABELS };
  const { id } = await done(analyst, 'POST', '/incidents', opened);
  await done(analyst, 'POST', `/incidents/${id}/notes`, { note: 'For ourselves.' });
  await done(releaser, 'POST', `/incidents/${id}/release?dry_run=true`, { version: 1 });
  await done(releaser, 'POST', `/incidents/${id}/release`, { version: 1 });
  await done(releaser, 'POST', `/incidents/${id}/withdrawal?dry_run=true`, { reason });
  await done(releaser, 'POST', `/incidents/${id}/withdrawal`, { reason });
  await done(analyst, 'GET', `/incidents/${id}/timeline?limit=2`);
  await done(analyst, 'GET', `/incidents/${id}`);
  await readTwice(analyst, `/incidents/${id}`);
}

/** The consent of the source of what another published: recorded, confirmed and revoked. */
async function visitConsents({ stage }: Visit): Promise<void> {
  const [liaison, releaser] = [stage.as('pkcert-liaison'), stage.as('pkcert-releaser')];
  const theirs = invented('2.0', label('GREEN'));
  const { advisory } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories/imports', theirs);
  const at = `/advisories/${advisory}/consents`;
  const lasts = {
    valid_until: new Date(Date.now() + 86_400_000).toISOString(),
    evidence_sha256: 'ab'.repeat(32),
  };
  const { id } = await done(liaison, 'POST', at, {
    source: 'Corvia CERT (invented)',
    to: 'partners',
    ...lasts,
  });
  await done(releaser, 'POST', `${at}/${id}/confirmation?dry_run=true`);
  await done(releaser, 'POST', `${at}/${id}/confirmation`);
  await done(liaison, 'GET', `${at}?limit=1`);
  await done(liaison, 'POST', `${at}/${id}/revocation?dry_run=true`, { reason });
  await done(liaison, 'POST', `${at}/${id}/revocation`, { reason });
}

/** Somebody new of CNCERT/CC, where nobody drafts or releases in the story. */
async function newcomer({ stage }: Visit, role: 'analyst' | 'releaser'): Promise<Client> {
  const [email, password] = [`a-${role}@cncert.example`, 'an invented pass phrase'];
  const person = { email, password, name: 'Somebody (invented)', roles: [role] };
  await done(stage.as('cncert-administrator'), 'POST', '/accounts', person);
  const session = await done(stage.anonymous, 'POST', '/sign-in', { email, password });
  return stage.anonymous.withCredential(session.access_token);
}

/** What CNCERT/CC gives to PKCERT is passed on to constituents, and no longer. */
async function visitPassingOn(visit: Visit): Promise<void> {
  const { stage } = visit;
  const title = 'Of CNCERT/CC';
  const handling = { ...LABELS, information_type: 'threat_report', audience: { include: ['pkcert'] } };
  const draft = { title, summary: 'Of a test.', handling };
  const { id } = await done(await newcomer(visit, 'analyst'), 'POST', '/advisories', draft);
  await done(await newcomer(visit, 'releaser'), 'POST', `/advisories/${id}/release`, { version: 1 });
  const releaser = stage.as('pkcert-releaser');
  type Listed = { items: { id: string; title: string }[] };
  const received = (await done(releaser, 'GET', '/advisories?limit=200')) as unknown as Listed;
  const item = received.items.find((one) => one.title === title)?.id;
  await visitConsentRequests(visit, item ?? '');
  const body = { item, to: ['banking', 'energy'] };
  await done(releaser, 'POST', '/passing-on?dry_run=true', body);
  await done(releaser, 'POST', '/passing-on', body);
  const { items } = (await done(releaser, 'GET', '/passing-on?limit=1')) as unknown as Listed;
  await done(releaser, 'POST', `/passing-on/${items[0]?.id}/end?dry_run=true`, { reason });
  await done(releaser, 'POST', `/passing-on/${items[0]?.id}/end`, { reason });
}

/** Many at once: one outcome for each, and one of them is refused. */
async function visitBulk({ stage }: Visit): Promise<void> {
  const [analyst, releaser] = [stage.as('pkcert-analyst'), stage.as('pkcert-releaser')];
  const handling = { ...LABELS, information_type: 'threat_report' };
  const { id } = await done(analyst, 'POST', '/advisories', {
    title: 'One of many',
    summary: 'Of a test.',
    handling,
  });
  const labels = { items: [{ id, base: 1 }], handling: { severity: 'low' } };
  await done(analyst, 'GET', `/advisories/${id}/findings`);
  await done(analyst, 'POST', '/advisories/bulk/handling', labels);
  const absent = '0b9e4c1a-0000-4000-8000-000000000000';
  const items = [id, absent].map((one) => ({ id: one, version: 2 }));
  await done(releaser, 'POST', '/advisories/bulk/releases', { items });
  await done(releaser, 'POST', '/advisories/bulk/withdrawals', { ids: [id], reason });
}

async function visitLists({ stage }: Visit): Promise<void> {
  const analyst = stage.as('pkcert-analyst');
  await done(analyst, 'GET', '/reports?status=received');
  await done(analyst, 'GET', '/incidents?scope=own&tlp=GREEN&category=fraud/phishing&limit=1');
  await done(analyst, 'GET', '/advisories?scope=own&limit=3');
  for (const [, id] of stage.items) await analyst.get(`/api/v1/advisories/${id}`);
  await readTwice(stage.systems('cncert'), '/advisories');
  await readTwice(stage.systems('cncert'), '/feed?limit=1');
  await done(stage.as('pkcert-liaison'), 'GET', '/pauses?open=false');
  const { items: [received] = [] } = (await done(stage.systems('cncert'), 'GET', '/advisories?limit=1')) as {
    items?: { id: string }[];
  };
  const liaison = stage.as('cncert-liaison');
  await done(liaison, 'POST', '/acknowledgements', { items: [received!.id, stage.items.get('report')!] });
  await done(liaison, 'GET', '/acknowledgements?side=made&limit=1');
  const auditor = stage.as('pkcert-auditor');
  const { items: logs = [] } = (await done(auditor, 'GET', '/logs')) as { items?: { id: string }[] };
  for (const log of logs) await done(auditor, 'GET', `/logs/${log.id}/pages?limit=2`);
}

async function visitDecisions({ stage }: Visit): Promise<void> {
  const auditor = stage.as('pkcert-auditor');
  const draft = { title: 'To be looked at first', summary: 'Of a test.', handling: LABELS };
  const { id } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories', draft);
  await done(auditor, 'GET', `/decisions/preview?item=${id}&limit=1`);
  await done(stage.as('pkcert-releaser'), 'POST', `/advisories/${id}/release`, { version: 1 });
  await done(stage.systems('cncert'), 'GET', '/advisories?limit=200');
  await done(auditor, 'GET', `/decisions/explain?item=${id}&team=cncert`);
  await done(auditor, 'GET', `/decisions/explain?item=${id}&team=public&version=1`);
  await done(auditor, 'GET', `/decisions/replay?item=${id}&team=cncert&at=${new Date().toISOString()}`);
}

/** What the law withholds, and one version that needs a second person. */
async function visitOverlay({ stage }: Visit): Promise<void> {
  const [liaison, second] = [stage.as('pkcert-liaison'), stage.as('pkcert-second-liaison')];
  const at = '/overlay/versions';
  const restrictions = [
    {
      clause: '§ 12(2)',
      direction: 'sending',
      information_types: ['vulnerability_unpublished'],
      countries: 'abroad',
      public: false,
    },
    {
      clause: '§ 14',
      direction: 'receiving',
      information_types: 'any',
      least_tlp: 'AMBER',
      countries: ['XD'],
    },
    { clause: '§ 15', direction: 'sending', information_types: ['malware_sample'], public: true },
  ];
  const withholding = { base: 0, law: 'Cyber Security Act 2024 (invented)', restrictions };
  await done(liaison, 'POST', `${at}?dry_run=true`, withholding);
  await done(liaison, 'POST', at, withholding);
  await done(liaison, 'POST', at, { ...withholding, base: 1, restrictions: [] });
  await done(second, 'POST', `${at}/2/confirmation?dry_run=true`);
  await done(second, 'POST', `${at}/2/confirmation`);
  await done(second, 'GET', `${at}?limit=1`);
  await done(second, 'GET', `${at}/1`);
}

/** What an end would do: counted, listed and as CSV. */
async function visitWhatIf(auditor: Client, agreement: string): Promise<void> {
  const ends = `step=end&agreement=${agreement}`;
  await done(auditor, 'GET', `/decisions/what-if?${ends}`);
  await done(auditor, 'GET', '/decisions/what-if?step=stop&to=cncert');
  await done(auditor, 'GET', `/decisions/what-if/items?${ends}&limit=1`);
  await done(auditor, 'GET', `/decisions/what-if/items?${ends}&team=corvia&change=loses`);
  await done(auditor, 'GET', `/decisions/what-if/csv?${ends}`);
}

/** What the story leaves out of requests: dry runs, reading twice, and a refusal that is told. */
async function visitRequests({ stage }: Visit): Promise<void> {
  const [asker, releaser] = [stage.as('cncert-liaison'), stage.as('pkcert-releaser')];
  const open_until = new Date(Date.now() + 86_400_000).toISOString();
  const asked = { to: 'pkcert', subject: 'Of a test', open_until };
  const { id } = await done(asker, 'POST', '/information-requests', asked);
  const at = `/information-requests/${id}`;
  const answer = { item: stage.items.get('phishing')! };
  await done(releaser, 'POST', `${at}/answers?dry_run=true`, answer);
  await done(releaser, 'POST', `${at}/answers`, answer);
  await done(asker, 'GET', at);
  await readTwice(releaser, at);
  await done(releaser, 'GET', '/information-requests?direction=received&state=open&limit=1');
  await done(asker, 'POST', `${at}/closing?dry_run=true`);
  await done(releaser, 'POST', `${at}/updates?dry_run=true`, { note: 'Somebody looks into it.' });
  await done(releaser, 'POST', `${at}/updates`, { note: 'Somebody looks into it.' });
  const why = { reason_code: 'resources', reason: 'Of a test.', tell_reason: true };
  await done(releaser, 'POST', `${at}/refusal?dry_run=true`, why);
  await done(releaser, 'POST', `${at}/refusal`, why);
  await done(asker, 'GET', at);
}

async function visitAgreements(visit: Visit): Promise<void> {
  const { stage } = visit;
  const liaison = stage.as('pkcert-liaison');
  await done(liaison, 'GET', '/agreements?state=in_force&limit=1');
  await readTwice(liaison, '/agreements/PK-CN-2026');
  await done(liaison, 'GET', '/agreements/PK-CN-2026/terms/1/canonical');
  await done(liaison, 'GET', '/agreement-templates');
  const at = '/agreements/PK-XC-2026';
  const suspension = { reason, direction: { from: 'pkcert', to: 'corvia' } };
  await visitWhatIf(stage.as('pkcert-auditor'), 'PK-XC-2026');
  await done(liaison, 'POST', `${at}/suspensions?dry_run=true`, suspension);
  await done(liaison, 'POST', `${at}/suspensions`, suspension);
  await done(liaison, 'GET', '/agreements/PK-XC-2026');
  const { items: [pause] = [] } = (await done(liaison, 'GET', '/pauses?open=true')) as {
    items?: { id: string }[];
  };
  await done(liaison, 'GET', `/pauses/${pause!.id}`);
  const ahead = { effective_at: new Date(Date.now() + 86_400_000).toISOString() };
  await done(liaison, 'POST', `${at}/notice?dry_run=true`, ahead);
  await done(liaison, 'POST', `${at}/notice`, ahead);
  await visitDeadEnds(visit);
  const ending = '/agreements/PK-ITU-2026/end';
  await done(stage.as('moitt-liaison'), 'POST', `${ending}?dry_run=true`, { reason });
  await done(stage.as('moitt-liaison'), 'POST', ending, { reason });
}
