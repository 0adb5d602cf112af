/** What the times and lists of terms have to be, for the constraints of grants. */
export const OWED_TIMES = `
  CREATE FUNCTION app.is_count(said jsonb, most int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(CASE jsonb_typeof(said) WHEN 'number' THEN said::numeric BETWEEN 1 AND most AND said::numeric = floor(said::numeric) END, false) $$;
  -- A list of texts, not empty, that names each once.
  CREATE FUNCTION app.are_texts(said jsonb, pattern text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(jsonb_typeof(said) = 'array' AND said <> '[]' AND (SELECT count(*) = count(DISTINCT one) AND bool_and(jsonb_typeof(one) = 'string' AND one #>> '{}' ~ pattern)
      FROM jsonb_array_elements(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE '[]' END) one), false) $$;
  -- For how many years after the end something that is owed lives on, or without an end.
  CREATE FUNCTION app.is_survival(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE(jsonb_typeof(said) = 'object' AND (SELECT bool_and(key IN ('confidentiality', 'purposes', 'onward_sharing', 'retention', 'attribution')
      AND (value = '"indefinite"' OR app.is_count(value, 100))) FROM jsonb_each(CASE jsonb_typeof(said) WHEN 'object' THEN said ELSE '{}' END)), false) $$;
  -- How long something may take: minutes, for some severities others, around the clock or in working hours alone.
  CREATE FUNCTION app.is_within_time(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_typeof(said) = 'object' AND said ? 'minutes' AND COALESCE((SELECT bool_and(CASE key
      WHEN 'minutes' THEN app.is_count(value, 525600)
      WHEN 'by_severity' THEN jsonb_typeof(value) = 'object' AND value <> '{}' AND (SELECT bool_and(severity.key IN ('none', 'low', 'medium', 'high', 'critical')
        AND app.is_count(severity.value, 525600)) FROM jsonb_each(CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END) severity)
      WHEN 'working_hours' THEN jsonb_typeof(value) = 'object' AND value ?& ARRAY['zone', 'days', 'from', 'until']
        AND (SELECT bool_and(CASE hours.key
          WHEN 'zone' THEN jsonb_typeof(hours.value) = 'string' AND length(hours.value #>> '{}') BETWEEN 2 AND 60
          WHEN 'days' THEN app.are_texts(hours.value, '^(mon|tue|wed|thu|fri|sat|sun)$')
          WHEN 'from' THEN jsonb_typeof(hours.value) = 'string' AND hours.value #>> '{}' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND hours.value #>> '{}' < value ->> 'until'
          WHEN 'until' THEN jsonb_typeof(hours.value) = 'string' AND hours.value #>> '{}' ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
          WHEN 'holidays' THEN app.are_texts(hours.value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
          ELSE false END) FROM jsonb_each(CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END) hours)
      ELSE false END) FROM jsonb_each(CASE jsonb_typeof(said) WHEN 'object' THEN said ELSE '{}' END)), false) $$;
`;

export const NO_OWED_TIMES =
  'DROP FUNCTION app.is_within_time(jsonb), app.is_survival(jsonb), app.are_texts(jsonb, text), app.is_count(jsonb, int);';
