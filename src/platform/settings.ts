import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keptSecret } from './kept-secret';
import { LOG_LEVELS, type LogLevel } from './log/levels';

type Environment = Readonly<Record<string, string | undefined>>;

const postgres = /^postgres(ql)?:\/\/.+/;
const aPort = { message: 'PORT must be a whole number from 0 to 65535' };
const aMetricsPort = 'METRICS_PORT must be a whole number from 0 to 65535';
const aHost = /^[0-9a-zA-Z.:-]+$/;
const aNetwork = /^[0-9a-fA-F.:]+(\/\d{1,3})?$/;
const count = (name: string) => `${name} must be a whole number of requests; 0 is no limit`;
const seconds = (name: string) => `${name} must be a whole number of seconds from 0 to 600`;
const aSecret = 'must hold at least 32 characters; with a database of your own it has no default';

/** What an installation can set. Each name is the variable's: databaseUrl is DATABASE_URL. */
export class Settings {
  /** PORT: where the web server listens, 3000 unless set; 0 lets the system choose. */
  @IsInt(aPort)
  @Min(0, aPort)
  @Max(65_535, aPort)
  readonly port: number;

  /** HOST: the address the web server listens on, 127.0.0.1 unless set. */
  @Matches(aHost, { message: 'HOST must be a host name or an IP address' })
  readonly host: string;

  /** DATABASE_URL: the database, as the application role, which owns nothing; unset: embedded database. */
  @IsOptional()
  @Matches(postgres, { message: 'DATABASE_URL must begin with postgres://' })
  readonly databaseUrl?: string;

  /** MIGRATION_DATABASE_URL: the same database, as the role that owns it. */
  @IsOptional()
  @Matches(postgres, { message: 'MIGRATION_DATABASE_URL must begin with postgres://' })
  readonly migrationDatabaseUrl?: string;

  /** JOBS_DATABASE_URL: the same database, as the role that runs jobs, which owns nothing either. */
  @IsOptional()
  @Matches(postgres, { message: 'JOBS_DATABASE_URL must begin with postgres://' })
  readonly jobsDatabaseUrl?: string;

  /** DATA_DIR: folder of the embedded database and of what is made once; always absolute here. */
  readonly dataDir: string;

  /** ACCORD_SECRET: key material, at least 32 characters. */
  @IsOptional()
  @MinLength(32, { message: `ACCORD_SECRET ${aSecret}` })
  readonly secret: string;

  /** RECORD_KEY: the private key of Ed25519, in PEM, that signs the heads of logs; from the secret unless set. */
  @IsOptional()
  @IsString()
  readonly recordKey?: string;

  /** PUBLIC_URL: the address under which people and partners reach this installation. */
  @IsUrl(
    { require_tld: false, protocols: ['http', 'https'], require_protocol: true },
    { message: 'PUBLIC_URL must be an address that begins with http:// or https://' },
  )
  readonly publicUrl: string;

  /** LOG_LEVEL: how much is logged, info unless set. */
  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel: LogLevel;

  /** DRAIN_NOTICE: seconds to go on serving after a signal to stop, while /ready says no; 0 unless set. */
  @IsInt({ message: seconds('DRAIN_NOTICE') })
  @Min(0, { message: seconds('DRAIN_NOTICE') })
  @Max(600, { message: seconds('DRAIN_NOTICE') })
  readonly drainNotice: number;

  /** DRAIN_DEADLINE: seconds that requests under way may take after that, 30 unless set. */
  @IsInt({ message: seconds('DRAIN_DEADLINE') })
  @Min(0, { message: seconds('DRAIN_DEADLINE') })
  @Max(600, { message: seconds('DRAIN_DEADLINE') })
  readonly drainDeadline: number;

  /** METRICS_PORT: where metrics are told, to whoever asks; unset: nowhere. */
  @IsOptional()
  @IsInt({ message: aMetricsPort })
  @Min(0, { message: aMetricsPort })
  @Max(65_535, { message: aMetricsPort })
  readonly metricsPort?: number;

  /** METRICS_HOST: the address metrics are told on, 127.0.0.1 unless set. */
  @Matches(aHost, { message: 'METRICS_HOST must be a host name or an IP address' })
  readonly metricsHost: string;

  /** RATE_LIMIT_ADDRESS: requests a minute from one address, 6000 unless set; 0 is no limit. */
  @IsInt({ message: count('RATE_LIMIT_ADDRESS') })
  @Min(0, { message: count('RATE_LIMIT_ADDRESS') })
  @Max(1_000_000_000, { message: count('RATE_LIMIT_ADDRESS') })
  readonly rateLimitAddress: number;

  /** RATE_LIMIT_ACCOUNT: requests a minute of one person, 3000 unless set; 0 is no limit. */
  @IsInt({ message: count('RATE_LIMIT_ACCOUNT') })
  @Min(0, { message: count('RATE_LIMIT_ACCOUNT') })
  @Max(1_000_000_000, { message: count('RATE_LIMIT_ACCOUNT') })
  readonly rateLimitAccount: number;

  /** RATE_LIMIT_KEY: requests a minute with one API key, 3000 unless set; 0 is no limit. */
  @IsInt({ message: count('RATE_LIMIT_KEY') })
  @Min(0, { message: count('RATE_LIMIT_KEY') })
  @Max(1_000_000_000, { message: count('RATE_LIMIT_KEY') })
  readonly rateLimitKey: number;

  /** QUOTA_ACCOUNT: requests a day of one person, 0 unless set; 0 is no limit. */
  @IsInt({ message: count('QUOTA_ACCOUNT') })
  @Min(0, { message: count('QUOTA_ACCOUNT') })
  @Max(1_000_000_000, { message: count('QUOTA_ACCOUNT') })
  readonly quotaAccount: number;

  /** QUOTA_KEY: requests a day with one API key, 0 unless set; 0 is no limit. */
  @IsInt({ message: count('QUOTA_KEY') })
  @Min(0, { message: count('QUOTA_KEY') })
  @Max(1_000_000_000, { message: count('QUOTA_KEY') })
  readonly quotaKey: number;

  /** TRUSTED_PROXIES: addresses and networks whose X-Forwarded-For is believed, by commas; none unless set. */
  @Matches(aNetwork, {
    each: true,
    message: 'TRUSTED_PROXIES must be IP addresses or networks as 10.0.0.0/8',
  })
  readonly trustedProxies: string[];

  /** Not settable: whether what is served is the demonstration's invented world. */
  readonly demonstration?: boolean;
}

/** All faults of the settings in one message, so that nobody mends them one start at a time. */
export class SettingsError extends Error {
  constructor(readonly faults: string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** A secret from NAME or from the file that NAME_FILE names; an empty variable counts as unset. */
function readSecret(env: Environment, name: string, faults: string[]): string | undefined {
  const path = env[`${name}_FILE`];
  if (!path) return env[name] || undefined;
  if (env[name]) faults.push(`${name} and ${name}_FILE are both set; keep one`);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}

function faultsBetween({ databaseUrl, migrationDatabaseUrl, jobsDatabaseUrl, secret }: Settings): string[] {
  const faults: string[] = [];
  const given = [databaseUrl, migrationDatabaseUrl, jobsDatabaseUrl].filter((url) => url !== undefined);
  const names = 'DATABASE_URL, MIGRATION_DATABASE_URL and JOBS_DATABASE_URL';
  if (given.length > 0 && given.length < 3) faults.push(`${names} must all be set, or none`);
  if (new Set(given).size < given.length) faults.push(`${names} must name different roles`);
  if (databaseUrl && !secret) faults.push(`ACCORD_SECRET ${aSecret}`);
  return faults;
}

/** With the embedded database, which is this machine's alone, the secret is made once and kept beside it. */
function ownSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const path = join(dataDir, 'secret');
  const secret = keptSecret(path, () => randomBytes(32).toString('base64url'));
  if (secret.length < 32) throw new SettingsError([`${path} ${aSecret}`]);
  return secret;
}

/**
 * Reads and checks the settings; nothing else reads the environment.
 * @throws SettingsError that names every fault
 */
export function loadSettings(env: Environment = process.env): Settings {
  const faults: string[] = [];
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 3000);
  const settings = Object.assign(new Settings(), {
    host,
    port,
    databaseUrl: readSecret(env, 'DATABASE_URL', faults),
    migrationDatabaseUrl: readSecret(env, 'MIGRATION_DATABASE_URL', faults),
    jobsDatabaseUrl: readSecret(env, 'JOBS_DATABASE_URL', faults),
    dataDir: resolve(env.DATA_DIR || '.data'),
    secret: readSecret(env, 'ACCORD_SECRET', faults),
    recordKey: readSecret(env, 'RECORD_KEY', faults),
    logLevel: env.LOG_LEVEL || 'info',
    drainNotice: Number(env.DRAIN_NOTICE || 0),
    drainDeadline: Number(env.DRAIN_DEADLINE || 30),
    metricsPort: env.METRICS_PORT ? Number(env.METRICS_PORT) : undefined,
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    rateLimitAddress: Number(env.RATE_LIMIT_ADDRESS || 6000),
    rateLimitAccount: Number(env.RATE_LIMIT_ACCOUNT || 3000),
    rateLimitKey: Number(env.RATE_LIMIT_KEY || 3000),
    quotaAccount: Number(env.QUOTA_ACCOUNT || 0),
    quotaKey: Number(env.QUOTA_KEY || 0),
    trustedProxies: (env.TRUSTED_PROXIES || '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    publicUrl: env.PUBLIC_URL || `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
  }) as Settings;
  for (const fault of validateSync(settings)) faults.push(...new Set(Object.values(fault.constraints ?? {})));
  faults.push(...faultsBetween(settings));
  if (faults.length > 0) throw new SettingsError(faults);
  return Object.freeze({ ...settings, secret: settings.secret ?? ownSecret(settings.dataDir) });
}
