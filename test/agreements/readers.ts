import { everyone, expectedRefusal, type World } from '../cast';

/** Organizations of the cast that read an agreement; nobody else can tell it from one that there is not, nor lists it. */
export async function readersOf(world: World, reference: string): Promise<string[]> {
  const found = new Set<string>();
  for (const asker of everyone) {
    const ask = async (wanted: string) => {
      const { status, text } = await asker.ask(world).get(`/api/v1/agreements/${wanted}`);
      return { status, text };
    };
    const [here, absent] = [await ask(reference), await ask('PK-ABSENT')];
    if (here.status === 200) found.add(asker.organization);
    else expect(here).toEqual({ ...absent, status: expectedRefusal(asker, ['person', 'api-key']) ?? 404 });
    const list = await asker.ask(world).get('/api/v1/agreements');
    expect(list.text.includes(`"${reference}"`)).toBe(here.status === 200);
  }
  return [...found].sort();
}
