import { whatToDo } from '../../src/platform/start-faults';

const settings = {
  databaseUrl: 'postgres://accord_app:x@db/accord',
  migrationDatabaseUrl: 'postgres://accord_owner:x@db/accord',
  jobsDatabaseUrl: 'postgres://accord_jobs:x@db/accord',
};
const fault = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

test.each<[string, unknown, string]>([
  [
    'a port that is taken',
    fault('EADDRINUSE', 'listen EADDRINUSE', { port: 3000, address: '127.0.0.1' }),
    'Port 3000 of 127.0.0.1 is taken. Set PORT to another',
  ],
  ['a port of the system', fault('EACCES', 'listen EACCES', { port: 80 }), 'Set PORT to one above 1023'],
  [
    'a wrong password, with the setting that has it',
    fault('28P01', 'password authentication failed for user "accord_jobs"'),
    'Set the password in JOBS_DATABASE_URL right',
  ],
  ['a role of no setting', fault('28P01', 'failed for user "x"'), 'DATABASE_URL, MIGRATION_DATABASE_URL or'],
  ['a database that is not there', fault('3D000', 'database "n" does not exist'), 'no such database'],
  ['a server that does not answer', fault('ECONNREFUSED', 'connect ECONNREFUSED'), 'does not answer'],
  [
    'anything else, in its own words',
    new Error('The settings cannot be used'),
    'The settings cannot be used',
  ],
  ['what is no error', 'odd', 'odd'],
])('the start says what to do about %s', (_, error, said) => {
  expect(whatToDo(error, settings)).toContain(said);
});
