import { randomUUID } from 'node:crypto';
import type { OrganizationKey, PersonKey, World } from '../cast';
import { expected, LABELS, Sharing } from '../disclosure/sharing-world';
import { work } from '../incidents/case-work';

/** Who may come across a word: members of these organizations, or whoever is known. */
export type Confidants = readonly OrganizationKey[] | 'known callers';

/** A world in which every text that somebody writes has a word of its own, with those whom it is for. */
export class Confidences {
  readonly words = new Map<string, { what: string; to: Confidants }>();

  private constructor(readonly sharing: Sharing) {}

  static async written(sharing: Sharing): Promise<Confidences> {
    const one = new Confidences(sharing);
    await one.people();
    await one.agreements();
    await one.reportsAndCases();
    await one.advisories();
    await one.tellings();
    await one.pauses();
    sharing.world.clock.advance(1000);
    return one;
  }

  private get world(): World {
    return this.sharing.world;
  }

  /** A text with a word that only these may come across. */
  private text(what: string, ...to: OrganizationKey[]): string {
    const word = `canary${randomUUID().replaceAll('-', '')}`;
    this.words.set(word, { what, to });
    return word;
  }

  private post(person: PersonKey, path: string, body: object = {}) {
    return expected(201, this.world.as(person).post(`/api/v1/${path}`).send(body)) as Promise<{ id: string }>;
  }

  private async people(): Promise<void> {
    const administrator = 'pkcert-administrator';
    const person = (what: string) => ({
      email: `${this.text(`the e-mail of ${what}`, 'pkcert')}@pkcert.example`,
      name: this.text(`the name of ${what}`, 'pkcert'),
      roles: ['analyst'],
    });
    const { id } = await this.post(administrator, 'accounts', {
      ...person('somebody'),
      password: 'correct horse battery staple',
    });
    await this.post(administrator, 'invitations', person('somebody invited'));
    await this.post(administrator, `accounts/${id}/departure`, {
      reason: this.text('why somebody left', 'pkcert'),
    });
    const expires_at = new Date(this.world.clock.now().getTime() + 30 * 86_400_000).toISOString();
    await this.post(administrator, 'api-keys', {
      name: this.text('the name of a key', 'pkcert'),
      expires_at,
    });
    // What an organization says of itself is for whoever is known, and not for everybody.
    const known = (what: string) => {
      const word = this.text(what);
      this.words.set(word, { what, to: 'known callers' });
      return word;
    };
    await this.post(administrator, 'organizations/pkcert/contacts', {
      ...{ role: 'duty', name: known('the name of a contact'), hours: known('the hours of a contact') },
      email: `${known('the e-mail of a contact')}@pkcert.example`,
    });
    const profile = {
      ...{ base: 0, name: 'PKCERT (demonstration)', disclaimers: known('a disclaimer') },
      contact: { team_members: known('the members of the team'), address: known('an address') },
    };
    await expected(
      200,
      this.world.as(administrator).put('/api/v1/organizations/pkcert/profile').send(profile),
    );
  }

  private async agreements(): Promise<void> {
    for (const partner of ['cncert', 'corvia'] as const) {
      const between = (what: string) => this.text(`${what} with ${partner}`, 'pkcert', partner);
      const reference = partner === 'cncert' ? 'PK-CN' : 'PK-XC';
      const both = ['signatory', 'operating_cert'];
      const grant = { from: 'pkcert', to: partner, clause: between('a clause'), reach_back: 'none' };
      const types = [
        { type: 'threat_report', tlp_ceiling: 'GREEN' },
        { type: 'incident_summary', tlp_ceiling: 'GREEN' },
      ];
      await this.post('pkcert-liaison', 'agreements', {
        ...{ reference, title: between('the title'), kind: 'mou' },
        parties: [
          { organization: 'pkcert', roles: both },
          { organization: partner, roles: both },
        ],
        terms: { grants: [{ ...grant, information_types: types, categories: 'any', sectors: 'any' }] },
      });
      const path = `agreements/${reference}/terms/1`;
      const reason = (what: string) => ({ reason: between(`the reason of ${what}`) });
      await this.post('pkcert-liaison', `${path}/submission`, reason('the submission'));
      await this.post('pkcert-liaison', `${path}/signatures`, reason('a signature'));
      await this.post(`${partner}-liaison`, `${path}/signatures`, reason('the other signature'));
      await this.post('pkcert-liaison', `${path}/entry-into-force`, reason('the entry into force'));
    }
  }

  private async reportsAndCases(): Promise<void> {
    const desk = work(this.world);
    const both = (what: string) => this.text(what, 'banking', 'pkcert');
    const report = (await desk.file({
      title: both('the title of a report'),
      description: both('the text of a report'),
    })) as { id: string };
    await desk.answer(report, 'in-work', both('an answer'));
    const own = (what: string) => this.text(what, 'pkcert');
    const handling = { ...LABELS, information_type: 'incident_summary' };
    const id = await desk.open({
      ...{ title: own('the title of a case'), summary: own('the summary of a case') },
      ...{ details: own('the details of a case'), handling },
    });
    await desk.note(id, own('a note'));
  }

  private advisory(what: string, to: OrganizationKey[], audience: object): object {
    const text = (part: string) => this.text(`${part} of ${what}`, 'pkcert', ...to);
    return {
      ...{ title: text('the title'), summary: text('the summary'), details: text('the details') },
      recommendation: text('the recommendation'),
      references: [{ summary: text('a reference'), url: `https://supplier.example/${text('an address')}` }],
      handling: { ...LABELS, audience },
    };
  }

  private async advisories(): Promise<void> {
    const draft = (body: object) => this.post('pkcert-analyst', 'advisories', body);
    await draft(this.advisory('a draft', [], { include: 'partners' }));
    const shared = await draft(this.advisory('what is shared', ['cncert'], { include: ['cncert'] }));
    await expected(201, this.sharing.release(shared.id));
    const withdrawn = await draft(this.advisory('what is withdrawn', [], { include: 'partners' }));
    await expected(201, this.sharing.release(withdrawn.id));
    this.world.clock.advance(1000);
    await this.post('pkcert-releaser', `advisories/${withdrawn.id}/withdrawal`, {
      reason: this.text('why it was withdrawn', 'pkcert'),
    });
  }

  /** What was told stays with who told it: whom it was told to knows, and whoever was picked by mistake learns nothing. */
  private async tellings(): Promise<void> {
    for (const to of ['cncert', 'dunmere']) {
      const said = { to, how: 'call', told_at: this.world.clock.now().toISOString() };
      const { id } = await this.post('pkcert-duty-officer', 'tellings', {
        ...{ ...said, tlp: 'AMBER', about: this.text('what was told', 'pkcert') },
        person_name: this.text('who was told', 'pkcert'),
      });
      const text = this.text('what was wrong in what was recorded', 'pkcert');
      await this.post('pkcert-liaison', `tellings/${id}/corrections`, { text, not_told: true });
      const draft = await this.post(
        'pkcert-analyst',
        'advisories',
        this.advisory('a draft that is told', [], { include: 'partners' }),
      );
      await this.post('pkcert-duty-officer', 'tellings', { ...said, item: draft.id });
    }
  }

  /** What is shared with CNCERT/CC goes on: its own exchange is suspended from tomorrow on. */
  private async pauses(): Promise<void> {
    const own = (what: string) => ({ reason: this.text(what, 'pkcert') });
    const { id } = await this.post('pkcert-duty-officer', 'stops', {
      to: 'corvia',
      ...own('the grounds of a stop'),
    });
    await this.post('pkcert-duty-officer', `pauses/${id}/resumption`, own('why a stop should end'));
    const starts_at = new Date(this.world.clock.now().getTime() + 86_400_000).toISOString();
    const reason = this.text('the grounds of a suspension', 'pkcert', 'cncert');
    await this.post('pkcert-liaison', 'agreements/PK-CN/suspensions', { starts_at, reason });
    const [pause] = await this.world.owner.query<{ id: string }[]>(
      "SELECT id FROM exchange_pause WHERE kind = 'suspension'",
    );
    await this.post('pkcert-duty-officer', `pauses/${pause!.id}/resumption`, {
      reason: this.text('why a suspension should end', 'pkcert', 'cncert'),
    });
  }
}
