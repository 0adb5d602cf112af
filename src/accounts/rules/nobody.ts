/** Whether an account belongs to no person: what systems file and what is imported stands in the name of such. */
export const isNobody = (email: string): boolean => email.endsWith('.invalid');
