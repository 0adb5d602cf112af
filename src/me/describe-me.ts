import { Injectable } from '@nestjs/common';
import { DescribeCaller, PreferencesStore, presentPreferences } from '../accounts';
import { OwnAgreements } from '../agreements';
import { DescribeFeed, DescribeFlows } from '../disclosure';
import { DescribeOrganization, Organizations } from '../organizations';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { IdentityView } from './identity.view';
import type { MeView } from './me.view';
import {
  presentAgreement,
  presentDirection,
  presentFeed,
  presentKey,
  presentOrganization,
  presentTeam,
} from './present-me';
import { secondFactorMissing, whatIsMissing } from './rules/missing';

const CERTS: readonly string[] = ['national-cert', 'sectoral-cert'];

/** Tells a caller what it may know of itself: everything here is the viewer's own, or lies between it and another. */
@Injectable()
export class DescribeMe {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly organizationState: DescribeOrganization,
    private readonly caller: DescribeCaller,
    private readonly preferences: PreferencesStore,
    private readonly ownAgreements: OwnAgreements,
    private readonly feed: DescribeFeed,
    private readonly flows: DescribeFlows,
  ) {}

  async run(): Promise<MeView> {
    const who = await this.who();
    const unenrolled = this.caller.lacksSecondFactor() ? [secondFactorMissing()] : [];
    // A found password must not be enough to learn what is exchanged with whom.
    if (this.caller.mustEnrolFirst())
      return { ...who, agreements: null, directions: null, feed: null, missing: unenrolled };
    const { agreements, directions } = await this.ownAgreements.run();
    const flows = await this.flows.of(
      directions.map(({ agreementId, direction, counterpart }) => ({
        ...{ agreementId, direction, counterpartId: counterpart.id },
      })),
    );
    const key = await this.caller.apiKey();
    const { organization } = who;
    const operates = agreements.some(({ roles }) => roles.includes('operating_cert'));
    const missing = whatIsMissing({
      at: this.transaction.at.getTime(),
      handle: organization.handle,
      exchanges: CERTS.includes(organization.kind) || operates,
      parent: organization.parent,
      namespace: organization.namespace,
      verifiedContacts: organization.contacts.verified,
      agreements,
      directions,
      key: key && {
        expiresAt: key.expires_at.toISOString(),
        expiresSoon: key.expires_soon,
        replaced: key.replaced_by !== null,
      },
      staffing: key ? null : await this.caller.staffing(),
    });
    return {
      ...who,
      agreements: agreements.map(presentAgreement),
      directions: directions.map((direction, nth) => presentDirection(direction, flows[nth]!)),
      feed: presentFeed(await this.feed.state(), who.person !== null),
      missing: [...unenrolled, ...missing],
    };
  }

  /** Only who it is: what every page wants to know, without what lies between the team and others. */
  async identity(): Promise<IdentityView> {
    const { organizationId, personId, roles } = this.transaction.viewer;
    const organization = await this.organizations.byId(organizationId);
    const { parentId } = organization;
    const parent = parentId === null ? null : (await this.organizations.byId(parentId)).handle;
    return {
      at: this.transaction.at.toISOString(),
      organization: presentTeam(organization, parent),
      person: await this.caller.person(),
      preferences: personId ? presentPreferences(await this.preferences.own()) : null,
      roles,
    };
  }

  private async who() {
    const identity = await this.identity();
    const state = await this.organizationState.state(this.transaction.viewer.organizationId);
    const key = await this.caller.apiKey();
    return {
      ...identity,
      organization: presentOrganization(identity.organization, state),
      api_key: key && presentKey(key),
    };
  }
}
