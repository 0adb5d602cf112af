import { Client } from 'pg';

const sent = Client.prototype.query as unknown;

/** Every statement that is sent to the database meanwhile, as text. */
export async function statementsOf<T>(
  work: () => PromiseLike<T>,
): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = [];
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (
    this: Client,
    ...given: unknown[]
  ) {
    const [first] = given as [string | { text: string }];
    statements.push(typeof first === 'string' ? first : first.text);
    return (sent as (...all: unknown[]) => never).apply(this, given);
  });
  try {
    return { answer: await work(), statements };
  } finally {
    spy.mockRestore();
  }
}
