export const home = {
  title: 'Home',
  greeting: 'Good to see you, {name}.',
  needsYou: 'What needs you now',
  sharing: 'What you share and receive',
} as const;
