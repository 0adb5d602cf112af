import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** One of the viewer's items that a team sees; or one that it passes on, by the id that it knows the item as. */
export interface Seen {
  team: string;
  itemId: string;
  versionId: string;
  version: number;
  kind: string;
}

/** An item of somebody else's that the viewer's own team sees. */
export interface Received {
  originator: string;
  itemId: string;
}

/** Who sees what at an instant, under the facts as they are in this transaction. */
@Injectable()
export class SightStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * What others see of the viewer's items: everybody, and the teams to which it grants something. And what its own
   * constituents see by its passing on.
   */
  seen(at: Date): Promise<Seen[]> {
    return this.transaction.query(
      `SELECT o.handle AS team, v.id AS "versionId", v.item_id AS "itemId", v.number AS version, i.kind
       FROM organization o
       CROSS JOIN LATERAL app.sight_of(o.id, $1) s
       JOIN item_version v ON v.id = s.item_version_id AND v.owner_id = app.viewer_org()
       JOIN item i ON i.id = v.item_id
       WHERE o.id = app.public_team() OR o.id IN (SELECT g.to_id FROM exchange_grant g WHERE g.from_id = app.viewer_org())
       UNION ALL
       SELECT c.handle, n.id, k.external_id, n.number, i.kind
       FROM organization c
       CROSS JOIN LATERAL app.sight_of(c.id, $1) s
       JOIN exchange_grant g ON g.id = s.grant_id AND g.to_id = app.viewer_org()
       JOIN item i ON i.id = s.item_id
       JOIN variant k ON k.item_id = s.item_id AND k.team_id = app.viewer_org()
       CROSS JOIN LATERAL (SELECT w.id, w.number FROM variant_version w
         WHERE w.variant_id = k.id AND w.item_version_id = s.item_version_id ORDER BY w.number DESC LIMIT 1) n
       WHERE c.parent_id = app.viewer_org() AND EXISTS (SELECT 1 FROM passing_on p WHERE p.constituent_id = c.id)
       ORDER BY team, "itemId"`,
      [at],
    );
  }

  /** What the viewer's team sees of others under agreements, by the channel of the request: the rest is withheld from it. */
  received(at: Date): Promise<Received[]> {
    return this.transaction.query(
      `SELECT o.handle AS originator, s.item_id AS "itemId"
       FROM app.sight_of(app.viewer_org(), $1, by_channel => app.channel(), for_purpose => app.purpose()) s
       JOIN exchange_grant g ON g.id = s.grant_id
       JOIN organization o ON o.id = g.from_id ORDER BY o.handle`,
      [at],
    );
  }

  /** Runs `change` and takes all of it back, whatever it wrote. What it throws is thrown. */
  async takenBack<T>(change: () => Promise<T>): Promise<T> {
    await this.transaction.query('SAVEPOINT dry_run');
    const result = await change();
    await this.transaction.query('ROLLBACK TO SAVEPOINT dry_run');
    return result;
  }
}
