import { assetPath } from './assets/assets';

/** The plain page at the root: what this is, where the API is described, what runs. */
export function WelcomePage({ version, demonstration }: { version: string; demonstration: boolean }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Accord</title>
        <link rel="icon" href={assetPath('icon.svg')} />
        <link rel="stylesheet" href="/portal.css" />
      </head>
      <body>
        <main>
          <h1>Accord</h1>
          {demonstration && <p class="notice">Demonstration: everything in this installation is invented.</p>}
          <p>
            The portal through which national CERTs work together on cyber incidents under the agreements
            their governments signed. The signed terms decide who may see which advisory, now, under which
            clause, and every disclosure is on the record.
          </p>
          <h2>Use it</h2>
          <ul>
            <li>
              <a href="/portal">The portal</a>: for people, in English, Urdu and Chinese.
            </li>
            <li>
              <a href="/api">Web API</a>: browse and try it. Its description for tools is{' '}
              <a href="/api/openapi.json">openapi.json</a>.
            </li>
            <li>
              <a href="/api/v1/feed">Public feed</a>: what was released to everybody, without sign-in.
            </li>
            <li>
              <a href="/ready">Readiness</a>: whether this installation and its database answer.
            </li>
          </ul>
          <h2>What runs</h2>
          <p>Accord {version}.</p>
        </main>
      </body>
    </html>
  );
}
