-- Runs once, when the database server of compose.yaml starts on an empty volume.
-- One role owns the schema and migrates. One serves requests and one runs jobs; these own nothing and cannot bypass
-- row-level security: Accord refuses to start with any other.
\getenv owner_password ACCORD_OWNER_PASSWORD
\getenv app_password ACCORD_APP_PASSWORD
\getenv jobs_password ACCORD_JOBS_PASSWORD

CREATE ROLE accord_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE accord_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE ROLE accord_jobs LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'jobs_password';

-- lc_ctype besides the built-in locale, or searching by likeness sees no letter outside ASCII.
CREATE DATABASE accord OWNER accord_owner TEMPLATE template0 ENCODING 'UTF8'
  LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE accord FROM PUBLIC;
GRANT CONNECT ON DATABASE accord TO accord_app, accord_jobs;
