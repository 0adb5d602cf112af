import { isFirstStart } from './first-start';
import { loadSettings, type Settings } from './platform/settings';
import { serve, stopOnSignal } from './serving';
import { whatToDo } from './platform/start-faults';

let settings: Settings | undefined;

async function main(): Promise<void> {
  settings = loadSettings();
  const serving = await serve(settings);
  stopOnSignal(serving);
  const next = (await isFirstStart(serving.database.ownerUrl))
    ? [
        'Nobody can sign in yet. Make the first administrator, in another terminal:',
        '  npm run accord -- organization create HANDLE --name "NAME" --kind national-cert --country CC --namespace https://…',
        '  npm run accord -- admin create --organization HANDLE --email EMAIL --name "NAME"',
        'To see what Accord does first: npm run demo',
      ]
    : [];
  const there = [
    `Accord serves at ${serving.url}`,
    `People sign in at ${serving.url}/portal; the web API is described at ${serving.url}/api.`,
  ];
  console.log([...there, ...next, 'Stop with Ctrl-C.'].join('\n'));
}

main().catch((error: unknown) => {
  console.error(whatToDo(error, settings));
  process.exit(1);
});
