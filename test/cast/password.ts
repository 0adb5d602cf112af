/** The password of everybody in the tests. */
export const PASSWORD = 'correct horse battery staple';
