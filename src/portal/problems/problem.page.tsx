import type { ComponentChildren } from 'preact';
import type { Words, WordsByCode } from './problem';

/** The frame that both pages stand in. */
function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/portal.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** One code, for the person whose tool has shown it to her. */
export function ProblemPage({ code, means, why, next }: Words & { code: string }) {
  return (
    <Page title={code}>
      <p>{means}</p>
      <h2>Why</h2>
      <p>{why}</p>
      <h2>What to do next</h2>
      <p>{next}</p>
      <p>
        <a href="/problems">All problems</a>
      </p>
    </Page>
  );
}

/** Every code, with its meaning. */
export function ProblemsPage({ problems }: { problems: WordsByCode }) {
  return (
    <Page title="Problems">
      <p>Every answer that is not a success names one of these as its type.</p>
      <ul>
        {Object.entries(problems).map(([code, { means }]) => (
          <li key={code}>
            <a href={`/problems/${code}`}>{code}</a>: {means}
          </li>
        ))}
      </ul>
    </Page>
  );
}
