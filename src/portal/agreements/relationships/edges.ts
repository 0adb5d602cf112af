import type { components } from '../../../../docs/openapi';
import { TLP_ORDER, type Tlp } from '../../frame/tlp';
import type { Standing } from '../../screen/screen';
import type { Agreement } from '../agreement';
import { foremostTerms } from '../agreement';

export type EdgeState = 'open' | 'paused' | 'ended' | 'coming';

type Flowed = components['schemas']['MyFlowView'];

/** One direction of exchange between the reader's organization and another, under one agreement. */
export interface Edge {
  readonly direction: 'give' | 'receive';
  readonly counterpart: string;
  readonly name: string;
  readonly agreement: string;
  readonly clause: string;
  /** The narrowest label that may go; undefined where nothing is granted. */
  readonly ceiling: Tlp | undefined;
  readonly state: EdgeState;
  readonly until: string | null;
  /** What became known of late; undefined where terms are not in force. */
  readonly flowed?: Flowed;
}

type Types = readonly { readonly tlp_ceiling: Tlp }[];

/** Of several types the widest reach: the narrowest label that any of them lets go. */
const ceilingOf = (types: Types): Tlp | undefined =>
  types
    .map(({ tlp_ceiling: tlp }) => tlp)
    .toSorted((one, other) => TLP_ORDER.indexOf(other) - TLP_ORDER.indexOf(one))[0];

const liveEdges = ({ directions }: Standing): Edge[] =>
  (directions ?? []).map((one) => ({
    direction: one.direction,
    counterpart: one.counterpart,
    name: one.counterpart_name,
    agreement: one.agreement,
    clause: one.clause,
    ceiling: ceilingOf(one.information_types),
    state: one.paused ? 'paused' : 'open',
    until: one.until,
    flowed: one.flowed,
  }));

/** What an agreement that is not in force would let go, or did. */
function otherEdges(own: string, agreement: Agreement): Edge[] {
  const { state, parties, reference } = agreement;
  const grants = foremostTerms(agreement)?.grants ?? [];
  return grants.flatMap((grant): Edge[] => {
    if (grant.from !== own && grant.to !== own) return [];
    const counterpart = grant.from === own ? grant.to : grant.from;
    return [
      {
        direction: grant.from === own ? 'give' : 'receive',
        counterpart,
        name: parties.find(({ organization }) => organization === counterpart)?.name ?? counterpart,
        agreement: reference,
        clause: grant.clause,
        ceiling: ceilingOf(grant.information_types),
        state: state.ended || state.expired ? 'ended' : 'coming',
        until: state.ends_at,
      },
    ];
  });
}

/** The edges of the reader's relationships, those to one counterpart together. */
export function edgesOf(own: string, standing: Standing, notInForce: readonly Agreement[]): Edge[] {
  const edges = [...liveEdges(standing), ...notInForce.flatMap((agreement) => otherEdges(own, agreement))];
  const order = ({ counterpart, agreement, direction }: Edge) => `${counterpart} ${agreement} ${direction}`;
  return edges.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Edges by counterpart, in order. */
export const byCounterpart = (edges: readonly Edge[]): [string, Edge[]][] => [
  ...Map.groupBy(edges, ({ counterpart }) => counterpart),
];
