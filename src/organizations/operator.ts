import type { DataSource } from 'typeorm';
import type { Clock } from '../platform/clock';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';

/** What the operator's commands stand on: the owner's connection, which no row-level security holds back. */
export interface Operator {
  /** A data source of the owner role that knows the entities. */
  owner: DataSource;
  clock: Clock;
}

/**
 * Runs an act of the operator at the machine in one transaction on the owner's connection. It is recorded like
 * any other act, in the house log of the organization it concerns, with nobody as the person.
 */
export function asOperator<T>(
  { owner, clock }: Operator,
  organizationId: string,
  work: (transaction: ViewerTransaction, record: SharingRecord) => Promise<T>,
): Promise<T> {
  const transaction = new ViewerTransaction(owner, clock);
  return transaction.run({ organizationId, roles: [] }, () =>
    work(transaction, new SharingRecord(transaction)),
  );
}
