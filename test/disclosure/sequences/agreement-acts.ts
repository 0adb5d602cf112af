import type { PersonKey, World } from '../../cast';
import type { GivenTerms, Moment } from '../../cases/given-world';
import type { Act, Bounds, Hour, Partner } from './acts';
import { type Agreement, atHour, hourOrNull, type Model, type Step } from './model';

const iso = (at: Moment) => new Date(at).toISOString();
type Of<Name extends Act['do']> = Extract<Act, { do: Name }>;

/** Sends a change. @returns its answer, or null if the rules refuse it. @throws Error for every other answer */
export async function change(
  world: World,
  person: PersonKey,
  path: string,
  body: object = {},
): Promise<Record<string, never> | null> {
  const { status, text, body: answer } = await world.as(person).post(`/api/v1/${path}`).send(body);
  if (status === 201) return answer as Record<string, never>;
  // The rules of a capability are named after it; every other 422 says that what was sent makes no sense.
  if (status === 409 || (status === 422 && /"type":"(?!\/problems\/invalid)|"rule":"[a-z]+\//.test(text)))
    return null;
  throw new Error(`${person} ${path}: ${status} ${text}`);
}

/** What is done with agreements, over HTTP and in the model alike; each tells whether it was done. */
export class AgreementActs {
  constructor(
    private readonly world: World,
    private readonly model: Model,
  ) {}

  /** An instant as it is sent; what lies behind is taken for now. */
  private instant(hour: Hour | null): Moment {
    return Math.max(hourOrNull(hour) ?? this.model.now, this.model.now);
  }

  private later = (hour: Hour): Moment | null => (atHour(hour) > this.model.now ? atHour(hour) : null);

  private body(terms: GivenTerms, { drops, approves }: Bounds, partner: Partner): object {
    const [grant] = terms.grants;
    const { types, categories, sectors, severity, nexus, papCeiling, reachBack } = grant!;
    const plain = (value: object) =>
      Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
    const [from, to] = drops ? [partner, 'pkcert'] : ['pkcert', partner];
    return {
      grants: [
        {
          ...{ from, to, clause: 'art. 1', categories, sectors, nexus },
          information_types: types.map(([type, tlp_ceiling]) => ({ type, tlp_ceiling })),
          severity: typeof severity === 'object' ? plain(severity) : severity,
          pap_ceiling: papCeiling,
          ...(approves && { release_approval: [{ tlp: approves, needs: 'duty_officer' }] }),
          reach_back: typeof reachBack === 'number' ? iso(reachBack) : reachBack,
        },
      ],
      corrections: terms.corrections,
      ...(terms.expires !== null && { expires_at: iso(terms.expires) }),
    };
  }

  async draft({ partner, bounds, authority, enters, do: name }: Of<'draft' | 'agree'>): Promise<boolean> {
    if (bounds.expires !== null && this.later(bounds.expires) === null) return false;
    const terms = this.model.terms(partner, bounds);
    const reference = `PK-${this.model.agreements.length + 1}`;
    const both = ['signatory', 'operating_cert'];
    const parties = [
      { organization: 'pkcert', roles: both },
      { organization: partner, roles: both },
      ...(authority ? [{ organization: 'moitt', roles: ['approving_authority'] }] : []),
    ];
    const drafted = { reference, title: 'Of a sequence', kind: 'mou', parties };
    const body = { ...drafted, terms: this.body(terms, bounds, partner) };
    if (!(await change(this.world, 'pkcert-liaison', 'agreements', body))) return false;
    const { pkcert, moitt, [partner]: other } = this.model.organizations;
    const agreement: Agreement = {
      ...{ reference, partner, parties: [pkcert, other], authority: authority ? moitt : null },
      ...{ terms: [terms], ended: null, suspended: [], steps: stepsOf(authority) },
    };
    this.model.agreements.push(agreement);
    if (name === 'agree') await this.all(agreement, enters);
    return true;
  }

  async propose(
    agreement: Agreement,
    { bounds, enters, do: name }: Of<'propose' | 'amend'>,
  ): Promise<boolean> {
    if (bounds.expires !== null && this.later(bounds.expires) === null) return false;
    // What grants the direction again after it was dropped has no predecessor; the model knows of none that has gone.
    const dropped = agreement.terms.some(({ grants }) => grants[0]!.to === this.model.organizations.pkcert);
    if (dropped && !bounds.drops) return false;
    const terms = this.model.terms(agreement.partner, bounds);
    const body = this.body(terms, bounds, agreement.partner);
    if (!(await change(this.world, 'pkcert-liaison', `agreements/${agreement.reference}/terms`, body)))
      return false;
    agreement.terms.push(terms);
    agreement.steps = stepsOf(agreement.authority !== null);
    if (name === 'amend') await this.all(agreement, enters);
    return true;
  }

  private async all(agreement: Agreement, enters: Hour | null): Promise<void> {
    while (agreement.steps.length > 0 && (await this.step(agreement, enters)));
  }

  /** Takes the next step of the latest terms. */
  async step(agreement: Agreement, enters: Hour | null): Promise<boolean> {
    const [step] = agreement.steps;
    if (step === undefined) return false;
    const terms = agreement.terms.at(-1)!;
    const path = `agreements/${agreement.reference}/terms/${agreement.terms.length}`;
    const entered = this.instant(enters);
    const does: Record<Step, [PersonKey, string, object, () => void]> = {
      submission: ['pkcert-liaison', 'submission', {}, () => undefined],
      approvals: ['moitt-liaison', 'approvals', {}, () => (terms.approved = this.model.now)],
      'own signature': ['pkcert-liaison', 'signatures', {}, () => (terms.signed[0] = this.model.now)],
      'other signature': [
        `${agreement.partner}-liaison`,
        'signatures',
        {},
        () => (terms.signed[1] = this.model.now),
      ],
      'entry-into-force': [
        'pkcert-liaison',
        'entry-into-force',
        enters === null ? {} : { effective_at: iso(entered) },
        () => (terms.entered = entered),
      ],
    };
    const [person, name, body, done] = does[step];
    if (!(await change(this.world, person, `${path}/${name}`, body))) return false;
    agreement.steps.shift();
    done();
    return true;
  }

  /** The latest terms are rejected by the partner or withdrawn: nothing of them is ever shared under. */
  async drop(agreement: Agreement, { rejects }: Of<'drop'>): Promise<boolean> {
    const path = `agreements/${agreement.reference}/terms/${agreement.terms.length}`;
    const reason = { reason: 'Of a sequence.' };
    const done = rejects
      ? await change(this.world, `${agreement.partner}-liaison`, `${path}/rejections`, reason)
      : await change(this.world, 'pkcert-liaison', `${path}/withdrawal`, reason);
    if (!done) return false;
    agreement.steps = [];
    return true;
  }

  async suspend(agreement: Agreement, { from, until, direction, types }: Of<'suspend'>): Promise<boolean> {
    const starts = this.instant(from);
    const ends = until === null ? null : this.later(until);
    const way = { from: 'pkcert', to: agreement.partner };
    const { pkcert, [agreement.partner]: other } = this.model.organizations;
    const answer = (await change(
      this.world,
      'pkcert-liaison',
      `agreements/${agreement.reference}/suspensions`,
      {
        reason: 'Of a sequence.',
        ...(direction && { direction: way }),
        ...(types && { information_types: types }),
        ...(from !== null && { starts_at: iso(starts) }),
        ...(ends !== null && { ends_at: iso(ends) }),
      },
    )) as { pauses: { id: string; kind: string }[] } | null;
    if (!answer) return false;
    const known = this.model.pauses.map(({ id }) => id);
    const { id } = answer.pauses.find((one) => one.kind === 'suspension' && !known.includes(one.id))!;
    const stands = {
      from: starts,
      until: ends,
      direction: direction ? ([pkcert, other] as [string, string]) : null,
      types,
    };
    agreement.suspended.push(stands);
    this.model.pauses.push({ id, stands });
    return true;
  }

  async stop(partner: Partner): Promise<boolean> {
    const body = { to: partner, reason: 'Of a sequence.' };
    const answer = (await change(this.world, 'pkcert-duty-officer', 'stops', body)) as { id: string } | null;
    if (!answer) return false;
    const { pkcert: from, [partner]: to } = this.model.organizations;
    const stands = { from, to, at: this.model.now, until: null };
    this.model.stops.push(stands);
    this.model.pauses.push({ id: answer.id, stands });
    return true;
  }

  async resume({ id, stands }: Model['pauses'][number]): Promise<boolean> {
    const path = `pauses/${id}/resumption`;
    const reason = { reason: 'Of a sequence.' };
    if (!(await change(this.world, 'pkcert-duty-officer', path, reason))) return false;
    if (!(await change(this.world, 'pkcert-liaison', `${path}/confirmation`))) return false;
    stands.until = Math.min(stands.until ?? Infinity, this.model.now);
    return true;
  }

  async end(agreement: Agreement, { do: name, at }: Of<'notice' | 'end'>): Promise<boolean> {
    const ends = at === null ? this.model.now : this.later(at);
    if (ends === null) return false;
    const body = { reason: 'Of a sequence.', ...(at !== null && { effective_at: iso(ends) }) };
    if (!(await change(this.world, 'pkcert-liaison', `agreements/${agreement.reference}/${name}`, body)))
      return false;
    agreement.ended = ends;
    return true;
  }
}

const stepsOf = (authority: boolean): Step[] => [
  'submission',
  ...(authority ? (['approvals'] as const) : []),
  'own signature',
  'other signature',
  'entry-into-force',
];
